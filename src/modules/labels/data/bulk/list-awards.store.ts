import { sql } from 'kysely'
import { civil, type Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { newSlug, type Scheme } from '../awards/awards.store.ts'
import type { DecisionId } from '../decisions/decisions.store.ts'
import { tellMoves } from '../proof/moves.store.ts'
import type { SchemeVersionId } from '../schemes/schemes.store.ts'
import type { PlaceListId } from './place-lists.store.ts'

export interface ListGrant {
  readonly list: PlaceListId
  readonly scheme: Scheme
  readonly versionId: SchemeVersionId
  readonly agreementId: Id<'agreement'>
  readonly decisionId: DecisionId
  readonly grantedOn: Day
  readonly validUntil: Day | null
}

/**
 * The awards of a whole list with their numbers, which follow one another, and the first act of each: three statements, however
 * many places. Throws the violation of `one_active_award_per_holder` when a place bears the label already. LAB-21, LAB-56.
 */
export async function addListAwards(
  tx: Database,
  { list, scheme, versionId, agreementId, decisionId, grantedOn, validUntil }: ListGrant,
  places: readonly Id<'place'>[],
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  if (places.length === 0) return
  const { year } = civil(grantedOn)
  const last = await countOn(tx, scheme, year, places.length)
  const first = last - places.length + 1
  const awards = places.map((place, rank) => ({
    place,
    id: newId<'award'>(),
    act: newId<'award-act'>(),
    number: `${scheme.code.toUpperCase()}-${year}-${String(first + rank).padStart(4, '0')}`,
    slug: newSlug(),
  }))
  const column = (name: keyof (typeof awards)[number]) => awards.map((award) => award[name])
  await sql`insert into labels.award (id, scheme_id, place_id, agreement_id, granted_on, valid_until, version_id, list_id,
      number, slug, recorded_at, recorded_by)
    select id, ${scheme.id}::uuid, place_id, ${agreementId}::uuid, ${grantedOn}::date, ${validUntil}::date,
      ${versionId}::uuid, ${list}::uuid, number, slug, ${at}::timestamptz, ${by}::uuid
    from unnest(${column('id')}::uuid[], ${column('place')}::uuid[], ${column('number')}::text[], ${column('slug')}::text[])
      as made (id, place_id, number, slug)`.execute(tx)
  await sql`insert into labels.award_act (id, award_id, seq, kind, from_day, decision_id, recorded_at, recorded_by)
    select id, award_id, 1, 'granted', ${grantedOn}::date, ${decisionId}::uuid, ${at}::timestamptz, ${by}::uuid
    from unnest(${column('act')}::uuid[], ${column('id')}::uuid[]) as made (id, award_id)`.execute(tx)
  await tellMoves(tx)
}

/** Takes so many numbers of the year at once; the last of them. Whoever counts at the same time waits. */
async function countOn(tx: Database, { id }: Scheme, year: number, count: number): Promise<number> {
  const { last } = await tx
    .insertInto('labels.award_counter')
    .values({ scheme_id: id, year, last: count })
    .onConflict((on) =>
      on.columns(['scheme_id', 'year']).doUpdateSet({ last: sql<number>`award_counter.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
