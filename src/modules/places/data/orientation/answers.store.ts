import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { addDays } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type PersonId, personOf } from '../../../../platform/session/actor.ts'
import { CORRECTABLE_DAYS, type Outcome } from '../../domain/orientation/outcome.ts'
import type { FollowUpId } from './follow-ups.store.ts'

export type AnswerId = Id<'orientation-answer'>

/** What the reader answered of a sheet whose names are erased. */
export interface Answer {
  id: AnswerId
  /** The first day of that in which the sheet was given. */
  month: Day
  needs: readonly string[]
  department: string
  outcome: Outcome
  answeredAt: Instant
  answeredOn: Day
}

type Reader = Pick<Context, 'db' | 'actor' | 'network'>

/** Written while the sheet is still there; what is kept of it names nobody. */
export async function keepAnswer(
  tx: Database,
  id: FollowUpId,
  { outcome, at, on, by }: { outcome: Outcome; at: Instant; on: Day; by: PersonId },
): Promise<void> {
  await sql`
    insert into places.orientation_answer
      (id, network_id, month, needs, department, outcome, answered_at, answered_on, answered_by)
    select id, network_id, date_trunc('month', given_on)::date, needs, department, ${outcome}, ${at}, ${on}, ${by}
    from places.orientation_follow_up where id = ${id}`.execute(tx)
}

/** Those the reader may still correct, the latest first. */
export function correctableAnswers(reader: Reader & Pick<Context, 'today'>): Promise<Answer[]> {
  return ownAnswers(reader)
    .where('answered_on', '>=', addDays(reader.today, -CORRECTABLE_DAYS))
    .orderBy('answered_at', 'desc')
    .execute()
}

/** One of the reader's, whether it may still be corrected or not; held until the end of the transaction. */
export async function holdAnswer(reader: Reader, id: AnswerId): Promise<Answer | null> {
  const row = await ownAnswers(reader).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? null
}

function ownAnswers({ db, actor, network }: Reader) {
  return db
    .selectFrom('places.orientation_answer')
    .select(['id', 'month', 'needs', 'department', 'answered_at as answeredAt', 'answered_on as answeredOn'])
    .select(sql<Outcome>`outcome`.as('outcome'))
    .where('network_id', '=', network.id)
    .where('answered_by', '=', personOf(actor)?.personId ?? null)
}

/** The counts follow: one less of what was said, one more of what is. */
export async function correctAnswer(tx: Database, { id, outcome }: Answer, to: Outcome): Promise<void> {
  const counted = sql`
    select network_id, month, unnest(case when needs = '{}' then array[''] else needs end) as need, department
    from places.orientation_answer where id = ${id}`
  const before = (sheets: RawBuilder<unknown>) => sql`
    (o.network_id, o.month, o.need, o.department) in (${counted}) and o.outcome = ${outcome} and o.sheets ${sheets}`
  // Held first: another correction of the same counts would otherwise meet neither of the next two.
  await sql`select from places.orientation_outcome o where ${before(sql`> 0`)} order by o.need for update`.execute(
    tx,
  )
  await sql`delete from places.orientation_outcome o where ${before(sql`= 1`)}`.execute(tx)
  await sql`update places.orientation_outcome o set sheets = o.sheets - 1 where ${before(sql`> 1`)}`.execute(
    tx,
  )
  await sql`
    insert into places.orientation_outcome as known (network_id, month, need, department, outcome, sheets)
    select network_id, month, need, department, ${to}, 1 from (${counted}) counted
    on conflict (network_id, month, need, department, outcome)
      do update set sheets = known.sheets + 1`.execute(tx)
  await tx.updateTable('places.orientation_answer').set({ outcome: to }).where('id', '=', id).execute()
}

/** Those given before a day, of every network: how many were erased. Their counts stay. */
export async function forgetAnswers(db: Database, before: Day): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('places.orientation_answer')
    .where('answered_on', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Those of a person, when their account is erased: nobody corrects them any more. */
export async function forgetAnswersOf(tx: Database, person: PersonId): Promise<void> {
  await tx.deleteFrom('places.orientation_answer').where('answered_by', '=', person).execute()
}
