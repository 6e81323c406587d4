import { ButtonLink } from '../../../../ui/button.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { AgreementPanel } from '../../../agreements/index.ts'
import { findPlaces, placePath } from '../../../places/index.ts'
import { grantsUnder } from '../../data/awards/awards.store.ts'
import { coursesOf } from '../../data/proof/course.queries.ts'
import { type Standing, standingOn } from '../../domain/proof/course.ts'
import { policy } from '../policy.ts'
import { proofPaths } from '../proof/proof.paths.ts'
import { STATUS_LOOKS, STATUS_WORDS, standingSentence } from '../proof/proof-wording.ts'
import { awardPaths } from './award.paths.ts'
import { paths } from './grant.paths.ts'

/** What an agreement's page says of its labels. */
export const agreementLabels: AgreementPanel = async ({ view, context, agreement }) => {
  const grants = await grantsUnder(context.db, agreement.id)
  const places = await findPlaces(
    context.db,
    context.network.id,
    grants.map((grant) => grant.placeId),
  )
  const courses = await coursesOf(
    context.db,
    grants.map(({ id }) => id),
  )
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const { base, id: network } = view.network
  const mayRead = policy.readDecisions.reach(context.actor, network).kind !== 'nobody'
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
          {
            label: 'Label',
            cell: ({ id, scheme }) =>
              mayRead ? <a href={awardPaths.award(base, id)}>{scheme.name}</a> : scheme.name,
          },
          { label: 'Attribué le', cell: ({ grantedOn }) => <DayText day={grantedOn} /> },
          {
            label: 'Aujourd’hui',
            cell: ({ id, slug }) => (
              <Today
                standing={standingOn(courses.get(id) ?? [], context.today)}
                href={proofPaths.proof(base, slug)}
              />
            ),
          },
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

/** In the words of the public proof, which is one click away. LAB-34 */
function Today({ standing, href }: { standing: Standing; href: string }) {
  return (
    <>
      <Tag state={STATUS_LOOKS[standing.status]}>{STATUS_WORDS[standing.status]}</Tag>{' '}
      <a href={href}>{standingSentence(standing)}</a>
    </>
  )
}
