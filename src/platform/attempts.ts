import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { Database } from './db/database.ts'
import { inTransaction } from './db/transaction.ts'

/** Attempts counted under a key, by all processes. The key tells nobody's name: see `keyedDigest`. */
export interface Attempts {
  count: number
  /** Seconds until the last of them is old; 0 without any. */
  secondsLeft: number
}

/** Attempts of the `seconds` before the last one; none once that last one is itself older than `seconds`. */
export async function attemptsOf(
  db: Database,
  key: string,
  seconds: number,
  now: Instant,
): Promise<Attempts> {
  const { rows } = await sql<{ count: number; left: number | null }>`
    with latest as (
      select max(window_start) as at from platform.rate_window
      where key = ${key} and window_start > ${now}::timestamptz - make_interval(secs => ${seconds})
    )
    select coalesce(sum(hits), 0)::int as count,
      ceil(${seconds} - extract(epoch from ${now}::timestamptz - max(latest.at)))::int as left
    from platform.rate_window, latest
    where key = ${key} and window_start > latest.at - make_interval(secs => ${seconds})`.execute(db)
  return { count: rows[0]?.count ?? 0, secondsLeft: rows[0]?.left ?? 0 }
}

/**
 * Counts one more attempt, then says how many there are. Counted before it is tried, one after the other under a key:
 * a hundred at once are no more than a hundred one by one, and the first of them have their try.
 */
export function countAttempt(db: Database, key: string, seconds: number, now: Instant): Promise<Attempts> {
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
    await sql`insert into platform.rate_window (key, window_start, hits) values (${key}, ${now}, 1)
      on conflict (key, window_start) do update set hits = platform.rate_window.hits + 1`.execute(tx)
    return attemptsOf(tx, key, seconds, now)
  })
}

export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await sql`delete from platform.rate_window where key = ${key}`.execute(db)
}
