import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Runs `work` while no other process runs a work of that `name`; the others wait their turn, however long. The lock
 * lives in a transaction of its own, so it falls with the process that holds it.
 */
export async function oneAtATime<T>(db: Database, name: string, work: () => Promise<T>): Promise<T> {
  const holder = await db.startTransaction().execute()
  try {
    await sql`set local statement_timeout = 0`.execute(holder)
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(holder)
    return await work()
  } finally {
    await holder.rollback().execute()
  }
}
