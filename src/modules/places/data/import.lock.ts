import { sql } from 'kysely'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'

/**
 * One import of a source at a time, over all processes (DIR-40). The lock lives in a transaction of its own: it
 * falls with the process that held it, whatever happens to it.
 */
export async function withSourceLock<T>(
  db: Database,
  network: NetworkId,
  source: string,
  work: () => Promise<T>,
): Promise<T | Refusal<'import-running'>> {
  const holder = await db.startTransaction().execute()
  try {
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`places.import:${network}:${source}`}, 0)) as held`.execute(holder)
    if (!rows[0]?.held) return refuse('import-running', { source })
    return await work()
  } finally {
    await holder.rollback().execute()
  }
}
