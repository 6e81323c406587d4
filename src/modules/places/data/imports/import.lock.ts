import { sql } from 'kysely'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { isControlled } from '../../../../platform/db/transaction.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'

/**
 * One import of a source at a time, over all processes (DIR-40). The lock lives in a transaction of its own: it
 * falls with the process that held it, whatever happens to it. Inside a transaction (first seeds), in that one.
 */
export async function withSourceLock<T>(
  db: Database,
  network: NetworkId,
  source: string,
  work: () => Promise<T>,
): Promise<T | Refusal<'import-running'>> {
  const name = `places.import:${network}:${source}`
  if (isControlled(db)) return (await take(db, name)) ? work() : refuse('import-running', { source })
  const holder = await db.startTransaction().execute()
  try {
    return (await take(holder, name)) ? await work() : refuse('import-running', { source })
  } finally {
    await holder.rollback().execute()
  }
}

async function take(holder: Database, name: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`.execute(holder)
  return rows[0]?.held ?? false
}
