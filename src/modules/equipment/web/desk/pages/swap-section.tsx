import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { deskPaths } from '../desk.paths.ts'
import type { LineProps } from './desk-line-page.tsx'
import { SentFields } from './sent-fields.tsx'

const PROPOSED = 3

/** What is promised cannot leave: another unit of the same model, free for these dates, may leave instead. EQP-806. */
export function Swap({ view, at, swaps }: LineProps) {
  if (!swaps) return null
  const { line } = at
  const { base } = view.network
  if (swaps.length === 0)
    return (
      <Notice state="warning" title="L’exemplaire promis ne peut pas partir">
        Aucun autre du même modèle n’est libre à ces dates. Prévenez la personne qui gère l’inventaire.
      </Notice>
    )
  if (line.state === 'prepared')
    return (
      <Notice state="warning" title="L’exemplaire promis ne peut pas partir">
        Remettez-le en rayon : un autre vous sera proposé ici.
      </Notice>
    )
  return (
    <section>
      <h2>Prêter un autre exemplaire</h2>
      <p>Libres aux mêmes dates, du même modèle. L’exemplaire promis jusque-là redevient libre.</p>
      {swaps.slice(0, PROPOSED).map(({ id, name }) => (
        <Form action={deskPaths.act(base, line.id, 'echange')} label={`Échanger contre ${name}`}>
          <SentFields line={line} />
          <input type="hidden" name="exemplaire" value={id} />
          <Actions>
            <Button look="plain">Donner {name} à la place</Button>
          </Actions>
        </Form>
      ))}
    </section>
  )
}
