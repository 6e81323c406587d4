import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { type JobResult, PgBoss } from 'pg-boss'
import { newId } from '../../kernel/id.ts'
import type { Database } from '../db/database.ts'
import { countJob } from '../http/metrics.ts'
import type { Log } from '../log.ts'
import type { Services } from '../services.ts'
import { JOBS_SCHEMA } from './install.ts'

/**
 * Work done after an act is committed: mail, documents, long imports. Data are ids, never personal data. It may
 * run twice (a crash between the work and its mark): every job is idempotent.
 */
export interface Job<Data extends object = object> {
  /** `module/verb-noun`. */
  name: `${string}/${string}`
  work(services: Services, data: Data): Promise<void>
  /** Cron expression in Paris time, for work that comes back. A schedule reminds; it never changes a legal state. */
  schedule?: string
  /** How many a process takes at once, to run one after the other: for short works that come by the hundred. */
  atOnce?: number
}

/**
 * Puts a job in the queue inside the transaction of the act: no commit, no job; commit, exactly one.
 * `once` names the thing to do: while a job of that name waits, another is not added. One that already runs may
 * have read what was there before this act, so it does not count.
 */
export async function enqueue<Data extends object>(
  tx: Database,
  job: Pick<Job<Data>, 'name'>,
  data: Data,
  options: { once?: string; afterSeconds?: number } = {},
): Promise<void> {
  // The queue is asked through the transaction too, hence a sender per call: it holds no connection of its own.
  const sender = new PgBoss({ schema: JOBS_SCHEMA, db: statementsOf(tx) })
  await sender.send(job.name, data, {
    // The queue keeps one waiting job per key: work that may be there several times has a key of its own.
    singletonKey: options.once ?? newId<'job'>(),
    ...(options.afterSeconds !== undefined && { startAfter: options.afterSeconds }),
  })
}

/** The workers of one process. */
export class Jobs {
  readonly #definitions: readonly Job[]
  readonly #boss: PgBoss
  readonly #log: Log

  constructor(pool: pg.Pool, definitions: readonly Job<never>[], log: Log) {
    this.#definitions = definitions as readonly Job[]
    this.#log = log
    this.#boss = new PgBoss({
      schema: JOBS_SCHEMA,
      migrate: false,
      db: { executeSql: (text, values) => pool.query(text, values) },
    })
    // A database that restarts makes the pollers complain: they try again by themselves.
    this.#boss.on('error', (error) => log.warn({ error: String(error) }, 'the job queue could not be read'))
  }

  get queues(): readonly string[] {
    return this.#definitions.map((job) => job.name)
  }

  async start(services: Services): Promise<void> {
    await this.#boss.start()
    for (const job of this.#definitions) {
      if (job.schedule) await this.#boss.schedule(job.name, job.schedule, {}, { tz: 'Europe/Paris' })
      const options = {
        pollingIntervalSeconds: 1,
        batchSize: job.atOnce ?? 1,
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const
      await this.#boss.work(job.name, options, async (taken) => {
        const results: JobResult[] = []
        for (const { id, data } of taken)
          results.push({ id, ...(await this.#run(job, services, data as object)) })
        return results
      })
    }
  }

  /** Lets running jobs finish, ten seconds at most. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000 })
  }

  async #run(job: Job, services: Services, data: object): Promise<Omit<JobResult, 'id'>> {
    try {
      await job.work(services, data)
      countJob(job.name, 'done')
      return { status: 'completed' }
    } catch (error) {
      countJob(job.name, 'failed')
      this.#log.error({ queue: job.name, data, error: String(error) }, 'a job failed and will be tried again')
      return { status: 'failed', output: { message: String(error) } }
    }
  }
}

/** For tests and commands: runs every waiting job of these queues now, in this process. Returns how many ran. */
export async function runWaitingJobs(
  pool: pg.Pool,
  definitions: readonly Job<never>[],
  services: Services,
): Promise<number> {
  const boss = new PgBoss({
    schema: JOBS_SCHEMA,
    db: { executeSql: (text, values) => pool.query(text, values) },
  })
  let ran = 0
  for (const job of definitions as readonly Job[]) {
    for (
      let taken = await boss.fetch<object>(job.name);
      taken[0];
      taken = await boss.fetch<object>(job.name)
    ) {
      await job.work(services, taken[0].data)
      await boss.complete(job.name, taken[0].id)
      ran += 1
    }
  }
  return ran
}

function statementsOf(tx: Database) {
  return {
    async executeSql(text: string, values?: unknown[]) {
      const result = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values ?? []))
      return { rows: [...result.rows] }
    },
  }
}
