import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { CountedOutcome } from '../../domain/orientation/outcome.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { Service } from '../../domain/vocabulary.ts'
import { isKept } from '../life/place-links.store.ts'

export type FollowUpId = Id<'orientation-follow-up'>

/** A sheet whose bearer agreed to be followed. */
export interface FollowUp {
  id: FollowUpId
  givenOn: Day
  /** Empty: they gave none. */
  firstName: string
  prescriber: string
  /** Where they were sent to, in the order of the sheet. */
  places: string[]
}

/** Sent twice, the same sheet is followed once: false when its id is known already. */
export async function addFollowUp(
  tx: Database,
  {
    network,
    places,
    ...sheet
  }: Omit<FollowUp, 'places'> & {
    network: NetworkId
    givenBy: PersonId
    places: readonly PlaceId[]
    needs: readonly Service[]
    department: string
    agreedAt: Instant
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('places.orientation_follow_up')
    .values({
      ...{ id: sheet.id, network_id: network, given_on: sheet.givenOn, given_by: sheet.givenBy },
      ...{ first_name: sheet.firstName, prescriber: sheet.prescriber, agreed_at: sheet.agreedAt },
      ...{ needs: [...sheet.needs], department: sheet.department },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('places.orientation_follow_up_place')
    .values(places.map((place, rank) => ({ follow_up_id: sheet.id, place_id: place, rank })))
    .execute()
  return true
}

type Reader = Pick<Context, 'db' | 'actor' | 'reach' | 'today' | 'network'>

const MOST = 200

/** Those the reader gave, and those that lead to a place they keep: the others are nobody's to read. DIR-11. */
export function followUpsOf(reader: Reader): Promise<FollowUp[]> {
  return within(reader)
    .select([
      'f.id',
      'f.given_on as givenOn',
      'f.first_name as firstName',
      'f.prescriber',
      sql<string[]>`array(
        select concat_ws(', ', p.name, nullif(p.commune, '')) from places.orientation_follow_up_place led
        join places.current_place current on current.id = led.place_id
        join places.place p on p.id = current.current_id
        where led.follow_up_id = f.id order by led.rank)`.as('places'),
    ])
    .orderBy('f.given_on', 'desc')
    .orderBy('f.id', 'desc')
    .limit(MOST)
    .execute()
}

/** Held until the end of the transaction, if the reader may read it. */
export async function holdFollowUp(reader: Reader, id: FollowUpId): Promise<boolean> {
  const row = await within(reader).select('f.id').where('f.id', '=', id).forUpdate().executeTakeFirst()
  return row !== undefined
}

function within({ db, actor, reach, today, network }: Reader) {
  const person = actor.kind === 'member' ? actor.personId : null
  const led = sql<SqlBool>`exists (
    select from places.orientation_follow_up_place led
    join places.current_place current on current.id = led.place_id
    join places.place p on p.id = current.current_id
    where led.follow_up_id = f.id and ${isKept(actor, reach, today)})`
  return db
    .selectFrom('places.orientation_follow_up as f')
    .where('f.network_id', '=', network.id)
    .where((is) => (person ? is.or([is('f.given_by', '=', person), led]) : led))
}

/** The person changed their mind, or answered what was asked: who they were is erased. */
export async function dropFollowUp(tx: Database, id: FollowUpId): Promise<void> {
  await tx.deleteFrom('places.orientation_follow_up').where('id', '=', id).execute()
}

/** Erased and counted at once: what remains is a number. */
export async function countFollowUp(tx: Database, id: FollowUpId, outcome: CountedOutcome): Promise<void> {
  await eraseCounted(tx, outcome, sql`id = ${id}`)
}

/** Those given before a day, of every network, that nobody answered: how many were erased. */
export function countForgotten(db: Database, before: Day): Promise<number> {
  return eraseCounted(db, 'unanswered', sql`given_on < ${before}`)
}

async function eraseCounted(
  tx: Database,
  outcome: CountedOutcome,
  which: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    with erased as (
      delete from places.orientation_follow_up where ${which} returning network_id, given_on, needs, department
    ), counted as (
      insert into places.orientation_outcome as known (network_id, month, need, department, outcome, sheets)
      select network_id, date_trunc('month', given_on)::date, need, department, ${outcome}, count(*)
      from erased, unnest(case when needs = '{}' then array[''] else needs end) need
      group by 1, 2, 3, 4
      on conflict (network_id, month, need, department, outcome)
        do update set sheets = known.sheets + excluded.sheets
    )
    select count(*)::int as erased from erased`.execute(tx)
  return rows[0]?.erased ?? 0
}

/** Those that a person gave, when their account is erased. */
export async function forgetFollowUps(tx: Database, person: PersonId): Promise<void> {
  await tx.deleteFrom('places.orientation_follow_up').where('given_by', '=', person).execute()
}
