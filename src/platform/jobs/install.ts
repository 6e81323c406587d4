import type pg from 'pg'
import { PgBoss } from 'pg-boss'

export const JOBS_SCHEMA = 'jobs'

/**
 * `short`: at most one waiting job per key. A failed job is tried five times more, later and later (10 s, 20 s…); one
 * whose process died is given to another when its heart has not beaten for a minute.
 */
export const queueSettings = {
  policy: 'short',
  retryLimit: 5,
  retryDelay: 10,
  retryBackoff: true,
  expireInSeconds: 3600,
  heartbeatSeconds: 60,
} as const

/** The queue's own schema, and one queue per name. Called after the migrations; harmless when nothing is to do. */
export async function installJobs(pool: pg.Pool, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    schema: JOBS_SCHEMA,
    db: { executeSql: (text, values) => pool.query(text, values) },
    supervise: false,
    schedule: false,
  })
  await boss.start()
  for (const name of queues) {
    await boss.createQueue(name, queueSettings)
  }
  await boss.stop({ graceful: false })
}
