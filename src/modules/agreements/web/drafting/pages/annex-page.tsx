import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { PlaceSummary } from '../../../../places/index.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { Variable } from '../../../templates/template.ts'
import type { ListedPlace } from '../../../use-cases/drafting/agreement-text.ts'
import { listName, PlaceChoice } from '../../pages/place-choice.tsx'
import { paths } from '../../paths.ts'

interface AnnexProps {
  view: View
  agreement: Agreement
  lists: readonly Variable[]
  listed: readonly ListedPlace[]
  q: string
  found: readonly PlaceSummary[]
  /** False once somebody has signed. */
  open: boolean
  state: FormState
}

export function AnnexPage({ view, agreement, lists, listed, q, found, open, state }: AnnexProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Lieux de la convention"
      intro={
        open
          ? 'Ces lieux seront annexés au texte à la première signature.'
          : 'Une partie a signé : cette liste ne peut plus changer que par un avenant.'
      }
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={state.problems}
    >
      <ListedPlaces base={base} agreement={agreement} lists={lists} listed={listed} open={open} />
      {open && (
        <section aria-labelledby="ajout">
          <h2 id="ajout">Ajouter un lieu</h2>
          <PlaceChoice
            searchAction={paths.annex(base, agreement.id)}
            addAction={`${paths.annex(base, agreement.id)}?q=${encodeURIComponent(q)}`}
            seen={<input type="hidden" name="vu" value={String(lastSeq(agreement))} />}
            {...{ q, found, lists, state }}
          />
        </section>
      )}
    </Frame>
  )
}

interface ListedProps {
  base: string
  agreement: Agreement
  lists: readonly Variable[]
  listed: readonly ListedPlace[]
  open: boolean
}

function ListedPlaces({ base, agreement, lists, listed, open }: ListedProps) {
  const nameOf = new Map(lists.map(({ name, label }) => [name, listName(label)]))
  return (
    <Table
      caption="Lieux listés"
      empty="Aucun lieu n’est encore listé."
      columns={[
        { label: 'Lieu', header: true, cell: (place) => place.name },
        { label: 'Commune', cell: (place) => `${place.postalCode ?? ''} ${place.commune}` },
        { label: 'Liste', cell: (place) => nameOf.get(place.subList) ?? 'Lieux' },
        ...(open
          ? [
              {
                label: 'Retirer',
                silent: true,
                cell: (place: ListedPlace) => (
                  <form method="post" action={paths.annexPlace(base, agreement.id, place.id)}>
                    <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
                    <Button look="quiet">
                      Retirer<span class="visually-hidden"> {place.name}</span>
                    </Button>
                  </form>
                ),
              },
            ]
          : []),
      ]}
      rows={listed}
    />
  )
}
