import type { Day } from '../../../../kernel/day.ts'
import { contains } from '../../../../kernel/period.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { AgreementPanel } from '../../../agreements/index.ts'
import { findPlaces, placePath } from '../../../places/index.ts'
import { type Grant, grantsUnder } from '../../data/awards/awards.store.ts'
import { policy } from '../policy.ts'
import { paths } from './grant.paths.ts'

/** What an agreement's page says of its labels. */
export const agreementLabels: AgreementPanel = async ({ view, context, agreement }) => {
  const grants = await grantsUnder(context.db, agreement.id)
  const places = await findPlaces(
    context.db,
    context.network.id,
    grants.map((grant) => grant.placeId),
  )
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const { base, id: network } = view.network
  const mayGrant = policy.grant.reach(context.actor, network).kind === 'all'
  return (
    <section id="labels" aria-labelledby="labels-titre">
      <h2 id="labels-titre">Labels</h2>
      <Table
        caption="Labels attribués sous cette convention"
        empty="Aucun label n’est encore attribué sous cette convention."
        columns={[
          {
            label: 'Lieu',
            header: true,
            cell: ({ placeId }) => {
              const place = placeOf.get(placeId)
              return place ? <a href={placePath(base, place.slug)}>{place.name}</a> : 'Lieu retiré'
            },
          },
          { label: 'Label', cell: ({ scheme }) => scheme.name },
          { label: 'Attribué le', cell: ({ grantedOn }) => <DayText day={grantedOn} /> },
          { label: 'Aujourd’hui', cell: (grant) => <Standing grant={grant} today={context.today} /> },
        ]}
        rows={grants}
      />
      {mayGrant && (
        <ButtonLink href={paths.grant(base, agreement.id)} look="plain">
          Attribuer un label
        </ButtonLink>
      )}
    </section>
  )
}

function Standing({ grant: { from, until, outcome }, today }: { grant: Grant; today: Day }) {
  if (from === null || from > today) return <Tag state="pending">Pas encore affiché</Tag>
  return contains({ start: from, end: until }, today) ? (
    <Tag state="positive">Affiché</Tag>
  ) : outcome === 'withdrawn' && until ? (
    <>
      <Tag state="danger">Retiré</Tag> le <DayText day={until} />
    </>
  ) : (
    <Tag state="neutral">Fin avec la convention</Tag>
  )
}
