import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Database } from '../db/database.ts'
import type { NetworkId } from '../session/actor.ts'

/** How far a long work has come: written by the work, shown by the page that waits for it. */
export interface Progress {
  done: number
  /** Null while it is not known yet. */
  total: number | null
  /** What is being done, in French. */
  step: string
  finished: boolean
  /** Why it stopped, in French; null while all goes well. */
  failure: string | null
}

export type ProgressId = Id<'progress'>

export async function startProgress(
  db: Database,
  id: ProgressId,
  network: NetworkId,
  now: Instant,
): Promise<void> {
  await db
    .insertInto('platform.progress')
    .values({ id, network_id: network, started_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function reportProgress(
  db: Database,
  id: ProgressId,
  change: { done?: number; total?: number; step?: string },
): Promise<void> {
  await db.updateTable('platform.progress').set(change).where('id', '=', id).execute()
}

export async function finishProgress(
  db: Database,
  id: ProgressId,
  now: Instant,
  failure: string | null = null,
): Promise<void> {
  await db.updateTable('platform.progress').set({ finished_at: now, failure }).where('id', '=', id).execute()
}

export async function findProgress(db: Database, id: ProgressId): Promise<Progress | null> {
  const row = await db.selectFrom('platform.progress').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    done: row.done,
    total: row.total,
    step: row.step,
    finished: row.finished_at !== null,
    failure: row.failure,
  }
}
