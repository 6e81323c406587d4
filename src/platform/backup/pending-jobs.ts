import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import { JOBS_SCHEMA } from '../jobs/install.ts'

const pendingJob = z.object({
  id: z.string(),
  queue: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  priority: z.number(),
  startAfter: z.string(),
  singletonKey: z.string().nullable(),
})

/** A consequence promised with an act and not done yet. Its form does not depend on the queue's own tables. */
export type PendingJob = z.infer<typeof pendingJob>

/** Jobs waiting, running or to be tried again. Those that are done or given up are history, and left behind. */
export async function readPendingJobs(client: pg.ClientBase): Promise<PendingJob[]> {
  const { rows: found } = await client.query(
    `select to_regclass('${JOBS_SCHEMA}.job') is not null as installed`,
  )
  if (!found[0]?.installed) return []
  const { rows } = await client.query<PendingJob>(`
    select id::text, name as queue, data, priority, singleton_key as "singletonKey",
           to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startAfter"
    from ${JOBS_SCHEMA}.job
    where state in ('created', 'retry', 'active') and name !~ '^__pgboss__'
    order by created_on, id`)
  return rows
}

export function parsePendingJobs(text: string): PendingJob[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => pendingJob.parse(JSON.parse(line)))
}

/** Puts the jobs back under their ids, in the transaction of `client`; their queues must exist. */
export async function requeue(client: pg.ClientBase, jobs: readonly PendingJob[]): Promise<void> {
  const executeSql = (text: string, values?: unknown[]) => client.query(text, values)
  const boss = new PgBoss({ schema: JOBS_SCHEMA, db: { executeSql } })
  for (const { id, queue, data, priority, startAfter, singletonKey } of jobs) {
    await boss.insert(queue, [
      {
        id,
        priority,
        startAfter: new Date(startAfter),
        ...(data && { data }),
        ...(singletonKey && { singletonKey }),
      },
    ])
  }
}
