import { setTimeout as pause } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import { refuse } from '../../kernel/refusal.ts'
import { useTestDatabase } from '../db/testing.ts'
import { inTransaction } from '../db/transaction.ts'
import { createLog } from '../log.ts'
import type { Services } from '../services.ts'
import type { NetworkId } from '../session/actor.ts'
import { installJobs, JOBS_SCHEMA } from './install.ts'
import { enqueue, type Job, Jobs, runWaitingJobs } from './jobs.ts'
import { findProgress, finishProgress, reportProgress, startProgress } from './progress.ts'

const services = {} as Services
const database = useTestDatabase()
const done: string[] = []
let failures = 0

const note: Job<{ text: string }> = {
  name: 'test/note',
  async work(_services, { text }) {
    done.push(text)
  },
}

const fragile: Job<{ text: string }> = {
  name: 'test/fragile',
  async work(_services, { text }) {
    failures += 1
    if (failures < 2) throw new Error('not yet')
    done.push(text)
  },
}

const nightly: Job = { name: 'test/nightly', schedule: '0 6 * * *', work: async () => {} }
const many: Job<{ text: string }> = {
  name: 'test/many',
  atOnce: 20,
  async work(_services, { text }) {
    if (text === 'many 7') throw new Error('unlucky')
    done.push(text)
  },
}

const definitions = [note, fragile, nightly, many]
/** Nobody works on this one here. */
const orphan: Job = { name: 'test/orphan', work: async () => {} }

beforeAll(async () => {
  await installJobs(
    database.pool,
    [...definitions, orphan].map(({ name }) => name),
  )
  // The product waits ten seconds before it tries again: a test does not.
  await database.pool.query(
    "update jobs.queue set retry_delay = 1, retry_backoff = false where name = 'test/fragile'",
  )
})

const waiting = async () => {
  const { rows } = await database.pool.query<{ text: string }>(
    "select data ->> 'text' as text from jobs.job where name like 'test/%' and state < 'active' order by 1",
  )
  return rows.map(({ text }) => text)
}

const runAll = () => runWaitingJobs(database.pool, definitions, services)

describe('a job', () => {
  it('goes with its act: no commit, no job; commit, exactly one', async () => {
    await inTransaction(database.db, async (tx) => {
      await enqueue(tx, note, { text: 'refused' })
      return refuse('no')
    })
    await inTransaction(database.db, async (tx) => {
      await enqueue(tx, note, { text: 'broken' })
      throw new Error('broken')
    }).catch(() => {})
    await inTransaction(database.db, async (tx) => {
      await enqueue(tx, note, { text: 'kept' })
      await inTransaction(tx, async (inner) => {
        await enqueue(inner, note, { text: 'inner, refused' })
        return refuse('no')
      })
      expect(await waiting()).toEqual([])
    })
    expect(await waiting()).toEqual(['kept'])
    expect([await runAll(), await runAll()]).toEqual([1, 0])
    expect(done).toEqual(['kept'])
  })

  it('is not added while another waits to do the same thing', async () => {
    const add = (text: string, once?: string) =>
      inTransaction(database.db, (tx) => enqueue(tx, note, { text }, once ? { once } : {}))
    await add('a, first', 'a')
    await add('a, again', 'a')
    await add('b', 'b')
    await add('free')
    await add('free')
    expect(await waiting()).toEqual(['a, first', 'b', 'free', 'free'])
    await runAll()
    await add('a, once more', 'a')
    expect(await waiting()).toEqual(['a, once more'])
    await runAll()
  })

  it('that must wait waits', async () => {
    await inTransaction(database.db, (tx) => enqueue(tx, note, { text: 'later' }, { afterSeconds: 3600 }))
    expect(await runAll()).toBe(0)
    await database.pool.query("delete from jobs.job where name = 'test/note'")
  })
})

describe('the workers', () => {
  const lines: object[] = []
  const log = Object.assign(createLog('silent'), { error: (line: object) => lines.push(line) })
  let jobs: Jobs

  beforeAll(async () => {
    jobs = new Jobs(database.pool, definitions, log)
    done.length = 0
    await jobs.start(services)
  })
  afterAll(() => jobs.stop())

  it('run what is waiting, and try again what failed', async () => {
    await inTransaction(database.db, (tx) => enqueue(tx, note, { text: 'now' }))
    await inTransaction(database.db, (tx) => enqueue(tx, fragile, { text: 'at last' }))
    for (let n = 0; n < 150 && done.length < 2; n += 1) await pause(50)
    expect(done).toEqual(['now', 'at last'])
    expect(failures).toBe(2)
    expect(lines).toMatchObject([{ queue: 'test/fragile', error: 'Error: not yet' }])
  })

  it('run hundreds of short works in a breath, and let one that fails fail alone', async () => {
    done.length = 0
    const texts = Array.from({ length: 120 }, (_, index) => `many ${index}`)
    await inTransaction(database.db, async (tx) => {
      for (const text of texts) await enqueue(tx, many, { text })
    })
    for (let n = 0; n < 60 && done.length < 119; n += 1) await pause(50)
    expect([...done].sort()).toEqual(texts.filter((text) => text !== 'many 7').sort())
    await pause(100)
    const { rows } = await database.pool.query(
      "select state, count(*) from jobs.job where name = 'test/many' group by state order by state",
    )
    expect(rows).toEqual([
      { state: 'retry', count: 1 },
      { state: 'completed', count: 119 },
    ])
  })

  it('take over the job of a process that died', async () => {
    const boss = new PgBoss({
      schema: JOBS_SCHEMA,
      db: { executeSql: (text, values) => database.pool.query(text, values) },
    })
    await inTransaction(database.db, (tx) => enqueue(tx, orphan, {}))
    const [taken] = await boss.fetch(orphan.name)
    await database.pool.query(
      "update jobs.job set heartbeat_on = now() - interval '2 minutes' where id = $1",
      [taken?.id],
    )
    await boss.supervise(orphan.name)
    const { rows } = await database.pool.query('select state from jobs.job where id = $1', [taken?.id])
    expect(rows).toEqual([{ state: 'retry' }])
  })

  it('know their schedule, in Paris time', async () => {
    const { rows } = await database.pool.query('select name, cron, timezone from jobs.schedule')
    expect(rows).toEqual([{ name: 'test/nightly', cron: '0 6 * * *', timezone: 'Europe/Paris' }])
  })
})

describe('the progress of a long work', () => {
  it('is shown while it runs, and says how it ended', async () => {
    const [id, network] = [newId<'progress'>(), newId<'network'>() as NetworkId]
    const now = '2026-06-17T10:00:00.000Z' as Instant
    const { db } = database
    expect(await findProgress(db, id)).toBeNull()
    await startProgress(db, id, network, now)
    await reportProgress(db, id, { done: 40, total: 100, step: 'Lecture du fichier' })
    // Started again after a crash: what was done is still said.
    await startProgress(db, id, network, now)
    expect(await findProgress(db, id)).toEqual({
      done: 40,
      total: 100,
      step: 'Lecture du fichier',
      finished: false,
      failure: null,
    })
    await finishProgress(db, id, now, 'Le fichier est illisible.')
    expect(await findProgress(db, id)).toMatchObject({
      done: 40,
      finished: true,
      failure: 'Le fichier est illisible.',
    })
  })
})
