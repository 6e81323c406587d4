import type pg from 'pg'
import { PgBoss } from 'pg-boss'

export const JOBS_SCHEMA = 'jobs'

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
    await boss.createQueue(name, { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 3600 })
  }
  await boss.stop({ graceful: false })
}
