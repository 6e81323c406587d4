import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { CoursePart } from '../../domain/proof/course.ts'
import type { AwardId } from '../awards/awards.store.ts'

/** The queue of what follows the acts on labels. */
export const labelsMoved = { name: 'labels/follow-labels' } as const

const told = new WeakSet<Database>()

/**
 * Once the transaction of an act is committed, its consequences are drawn without waiting for the sweep. One job per
 * transaction, however many labels it grants: the acts themselves say which (`award_move`).
 */
export async function tellMoves(tx: Database): Promise<void> {
  if (told.has(tx)) return
  told.add(tx)
  await enqueue(tx, labelsMoved, {})
}

/**
 * Some awards whose acts changed, the oldest first; another process may have them too. Those of a campaign wait for its
 * publication (LAB-29).
 */
export async function movedAwards(db: Database, limit: number): Promise<AwardId[]> {
  const rows = await db
    .selectFrom('labels.award_move as m')
    .innerJoin('labels.award as a', 'a.id', 'm.award_id')
    .leftJoin('labels.edition as e', 'e.id', 'a.edition_id')
    .select('m.award_id')
    .where((is) => is.or([is('a.edition_id', 'is', null), is('e.published_at', 'is not', null)]))
    .groupBy('m.award_id')
    .orderBy((of) => of.fn.min('m.id'))
    .limit(limit)
    .execute()
  return rows.map(({ award_id }) => award_id)
}

/** What was told to do of this award so far; an act recorded meanwhile stays to be followed. */
export async function forgetMoves(tx: Database, award: AwardId): Promise<void> {
  await tx.deleteFrom('labels.award_move').where('award_id', '=', award).execute()
}

export function awardsUnder(db: Database, agreement: Id<'agreement'>): Promise<AwardId[]> {
  return db
    .selectFrom('labels.award')
    .select('id')
    .where('agreement_id', '=', agreement)
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ id }) => id))
}

/** The award, held until the transaction ends: its consequences are drawn by one process at a time. */
export async function lockAward(tx: Database, award: AwardId): Promise<NetworkId | null> {
  const row = await tx
    .selectFrom('labels.award as a')
    .innerJoin('labels.scheme as s', 's.id', 'a.scheme_id')
    .select('s.network_id')
    .where('a.id', '=', award)
    .forNoKeyUpdate('a')
    .executeTakeFirst()
  return row?.network_id ?? null
}

export interface NotedCourse {
  seq: number
  parts: readonly CoursePart[]
}

/** The last course whose consequences were drawn; null: none was. */
export async function lastNoted(tx: Database, award: AwardId): Promise<NotedCourse | null> {
  const row = await tx
    .selectFrom('labels.award_course')
    .select(['seq', sql<CoursePart[]>`parts`.as('parts')])
    .where('award_id', '=', award)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function noteCourse(
  tx: Database,
  award: AwardId,
  { seq, parts }: NotedCourse,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('labels.award_course')
    .values({ award_id: award, seq, parts: JSON.stringify(parts), noted_at: now })
    .execute()
}

/** Every course that was noted, the first one first. */
export function notedCourses(
  db: Database,
  award: AwardId,
): Promise<{ at: Instant; parts: readonly CoursePart[] }[]> {
  return db
    .selectFrom('labels.award_course')
    .select(['noted_at as at', sql<CoursePart[]>`parts`.as('parts')])
    .where('award_id', '=', award)
    .orderBy('seq')
    .execute()
}
