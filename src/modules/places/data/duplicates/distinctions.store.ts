import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { MergeId } from './merges.store.ts'

/** « Ce ne sont pas les mêmes », as somebody said it one day. */
export interface Distinction {
  readonly id: Id<'distinction'>
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
  /** Neither has a new address or a new number since. DIR-46. */
  readonly stands: boolean
}

/** The two in the order in which a pair is kept. */
export function inOrder(one: PlaceId, other: PlaceId): [PlaceId, PlaceId] {
  return one < other ? [one, other] : [other, one]
}

/** What was said of the two, the last first. */
export async function distinctionsOf(db: Database, a: PlaceId, b: PlaceId): Promise<Distinction[]> {
  const [one, other] = inOrder(a, b)
  const { rows } = await sql<Distinction>`
    select d.id, d.reason, d.decided_at as at, d.decided_by as by,
      exists (select from places.standing_distinction s where s.id = d.id) as stands
    from places.distinction d
    left join places.merge m on m.id = d.merge_id
    where d.one_id = ${one} and d.other_id = ${other} and m.undone_at is null
    order by d.decided_at desc, d.id desc`.execute(db)
  return rows
}

export async function addDistinction(
  tx: Database,
  network: NetworkId,
  { places: [a, b], reason }: { places: readonly [PlaceId, PlaceId]; reason: string },
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  const [one, other] = inOrder(a, b)
  await sql`
    insert into places.distinction
      (id, network_id, one_id, other_id, one_known, other_known, reason, decided_at, decided_by)
    select ${newId()}, ${network}, one.id, other.id, places.decided_on(one), places.decided_on(other), ${reason}, ${at},
      ${by}
    from places.place one, places.place other where one.id = ${one} and other.id = ${other}`.execute(tx)
}

/** Those whom the duplicate is not, the place it joins is not either. DIR-46. */
export async function inheritDistinctions(
  tx: Database,
  network: NetworkId,
  { kept, duplicate, merge }: { kept: PlaceId; duplicate: PlaceId; merge: MergeId },
): Promise<void> {
  const { rows } = await sql<Inherited>`
    select case when d.one_id = ${duplicate} then d.other_id else d.one_id end as other,
      d.reason, d.decided_at as at, d.decided_by as by
    from places.standing_distinction d
    where ${duplicate} in (d.one_id, d.other_id) and ${kept} not in (d.one_id, d.other_id)`.execute(tx)
  for (const { other: a, reason, at, by } of rows) {
    const [one, other] = inOrder(kept, a)
    await sql`
      insert into places.distinction
        (id, network_id, one_id, other_id, one_known, other_known, reason, decided_at, decided_by, merge_id)
      select ${newId()}, ${network}, one.id, other.id, places.decided_on(one), places.decided_on(other), ${reason},
        ${at}, ${by}, ${merge}
      from places.place one, places.place other where one.id = ${one} and other.id = ${other}`.execute(tx)
  }
}

interface Inherited {
  other: PlaceId
  reason: string
  at: Instant
  by: PersonId | null
}
