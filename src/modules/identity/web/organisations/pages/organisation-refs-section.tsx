import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import type { ExternalRef } from '../../../data/organisations/organisation-refs.store.ts'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import { paths } from '../organisation-paths.ts'

interface RefsProps {
  base: string
  organisation: Organisation
  refs: readonly ExternalRef[]
  mayKeep: boolean
}

/** How other registers and programs call the organisation. */
export function RefsSection({ base, organisation: { id }, refs, mayKeep }: RefsProps) {
  if (refs.length === 0 && !mayKeep) return null
  return (
    <section aria-labelledby="references">
      <h2 id="references">Références ailleurs</h2>
      {refs.length === 0 ? (
        <p class="muted">Aucune référence dans un autre registre ou un autre outil.</p>
      ) : (
        <ul class="rows">
          {refs.map(({ source, ref }) => (
            <li>
              <p>
                {source} : <strong>{ref}</strong>
              </p>
              {mayKeep && (
                <form method="post" action={paths.refRemoval(base, id)}>
                  <input type="hidden" name="source" value={source} />
                  <input type="hidden" name="reference" value={ref} />
                  <Button look="quiet">
                    Retirer<span class="visually-hidden"> la référence {ref}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayKeep && (
        <ButtonLink href={paths.refs(base, id)} look="plain">
          Ajouter une référence
        </ButtonLink>
      )}
    </section>
  )
}
