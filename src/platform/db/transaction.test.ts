import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { refuse } from '../../kernel/refusal.ts'
import { refusedBy } from './constraints.ts'
import type { Database } from './database.ts'
import { useTestDatabase } from './testing.ts'
import { inTransaction } from './transaction.ts'

const database = useTestDatabase()

beforeAll(async () => {
  await database.pool.query(`
    create table public.loan (
      item integer not null constraint item_is_known check (item > 0),
      days daterange not null,
      label text constraint one_loan_per_label unique,
      constraint one_loan_at_a_time exclude using gist (item with =, days with &&)
    )`)
})

const lend = (db: Database, item: number, days: string, label: string | null = null) =>
  sql`insert into public.loan (item, days, label) values (${item}, ${days}::daterange, ${label})`.execute(db)

const count = async (item: number) => {
  const { rows } = await database.pool.query<{ count: number }>(
    'select count(*) from public.loan where item = $1',
    [item],
  )
  return rows[0]?.count
}

describe('a transaction', () => {
  it('keeps what was done, all of it', async () => {
    const outcome = await inTransaction(database.db, async (tx) => {
      await lend(tx, 1, '[2026-01-01,2026-01-05)')
      await lend(tx, 1, '[2026-01-05,2026-01-08)')
      return 'lent'
    })
    expect([outcome, await count(1)]).toEqual(['lent', 2])
  })

  it('undoes everything when the act is refused, and hands the refusal over', async () => {
    const outcome = await inTransaction(database.db, async (tx) => {
      await lend(tx, 2, '[2026-01-01,2026-01-05)')
      return refuse('too-long', { limit: '30' })
    })
    expect([outcome, await count(2)]).toEqual([{ refused: 'too-long', details: { limit: '30' } }, 0])
  })

  it('undoes everything when something breaks, and lets the error through', async () => {
    const broken = inTransaction(database.db, async (tx) => {
      await lend(tx, 3, '[2026-01-01,2026-01-05)')
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    expect(await count(3)).toBe(0)
  })

  it('goes on after an inner act was refused, broken or turned down by a constraint', async () => {
    const reasons = await inTransaction(database.db, async (tx) => {
      await lend(tx, 4, '[2026-01-01,2026-01-05)', 'kept')
      const attempt = (work: (inner: Database) => Promise<unknown>) =>
        inTransaction(tx, work).catch((error: unknown) => refusedBy(error) ?? String(error))
      const found = [
        await attempt((inner) => lend(inner, 4, '[2026-01-03,2026-01-09)')),
        await attempt((inner) => lend(inner, 40, '[2026-01-03,2026-01-09)', 'kept')),
        await attempt((inner) => lend(inner, -1, '[2026-01-03,2026-01-09)')),
        await attempt(async (inner) => {
          await lend(inner, 41, '[2026-01-03,2026-01-09)')
          return refuse('closed')
        }),
        await attempt(async (inner) => {
          await lend(inner, 42, '[2026-01-03,2026-01-09)')
          return attempt((deeper) => lend(deeper, 42, '[2026-01-03,2026-01-09)'))
        }),
      ]
      await lend(tx, 4, '[2026-01-05,2026-01-09)')
      return found
    })
    expect(reasons).toEqual([
      'one_loan_at_a_time',
      'one_loan_per_label',
      'item_is_known',
      { refused: 'closed', details: {} },
      'one_loan_at_a_time',
    ])
    expect([await count(4), await count(40), await count(41), await count(42)]).toEqual([2, 0, 0, 1])
  })

  it('is tried three times at most when the database asks for it again', async () => {
    const clash = (code: string) =>
      sql`do $$ begin raise exception 'again' using errcode = '${sql.raw(code)}'; end $$`
    for (const code of ['40001', '40P01']) {
      let tries = 0
      const outcome = await inTransaction(database.db, async (tx) => {
        tries += 1
        if (tries < 3) await clash(code).execute(tx)
        return tries
      })
      expect(outcome).toBe(3)
    }
    let tries = 0
    const hopeless = inTransaction(database.db, async (tx) => {
      tries += 1
      await clash('40001').execute(tx)
    })
    await expect(hopeless).rejects.toMatchObject({ code: '40001' })
    expect(tries).toBe(3)
  })

  it('survives a true deadlock between two acts', async () => {
    await lend(database.db, 50, '[2026-01-01,2026-01-02)')
    await lend(database.db, 51, '[2026-01-01,2026-01-02)')
    let arrived = 0
    const act = (first: number, second: number) =>
      inTransaction(database.db, async (tx) => {
        const touch = (item: number) =>
          sql`update public.loan set label = null where item = ${item}`.execute(tx)
        await touch(first)
        arrived += 1
        while (arrived < 2) await new Promise((resolve) => setTimeout(resolve, 5))
        await touch(second)
        return 'done'
      })
    expect(await Promise.all([act(50, 51), act(51, 50)])).toEqual(['done', 'done'])
  })

  it('gives its connection back, whatever happened', async () => {
    const attempts = Array.from({ length: 60 }, (_, index) =>
      inTransaction(database.db, async (tx) => {
        await lend(tx, 60, `[2026-01-${10 + (index % 20)},2026-01-${10 + (index % 20)}]`, 'taken once')
        if (index % 3 === 0) throw new Error('broken')
        return index % 3 === 1 ? refuse('no') : index
      }).catch(refusedBy),
    )
    await Promise.all(attempts)
    expect(database.pool.waitingCount).toBe(0)
    expect(database.pool.totalCount).toBe(database.pool.idleCount)
    expect(await count(60)).toBe(1)
  })

  it('lets the first error through when the connection is gone', async () => {
    const gone = inTransaction(database.db, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await lend(tx, 70, '[2026-01-01,2026-01-05)')
    })
    await expect(gone).rejects.toThrow(/terminat|connection|EPIPE|ECONNRESET/i)
    expect(await inTransaction(database.db, async () => 'next')).toBe('next')
  })
})

describe('refusedBy', () => {
  it('knows our constraints from other errors', async () => {
    const wrong = await sql`select 1 / 0`.execute(database.db).catch((error) => error)
    expect(refusedBy(wrong)).toBeNull()
    expect([
      refusedBy(new Error('x')),
      refusedBy(null),
      refusedBy('23505'),
      refusedBy({ code: '23505' }),
    ]).toEqual([null, null, null, null])
  })
})

describe('values', () => {
  it('keep their meaning on the way from the database', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select date '2026-03-29' as day, count(*) as count, timestamptz '2026-03-29 02:30:00+01' as instant,
        numeric '0.10' as money, null::date as no_day, true as flag, '{"a": [1]}'::jsonb as json,
        array['é', 'NULL', '{}'] as texts`.execute(database.db)
    expect(rows[0]).toEqual({
      day: '2026-03-29',
      count: 1,
      instant: '2026-03-29T01:30:00.000Z',
      money: '0.10',
      no_day: null,
      flag: true,
      json: { a: [1] },
      texts: ['é', 'NULL', '{}'],
    })
  })

  it('do not depend on the zone of the process, of the server or of the session', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select current_setting('TimeZone') as zone, ('2026-12-31T23:30:00Z'::timestamptz)::date as day`.execute(
      database.db,
    )
    expect(rows[0]).toEqual({ zone: 'UTC', day: '2026-12-31' })
  })

  it('written come back the same', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select ${'2000-02-29'}::date as day, ${'2026-06-17T10:00:00.123Z'}::timestamptz as instant`.execute(
      database.db,
    )
    expect(rows[0]).toEqual({ day: '2000-02-29', instant: '2026-06-17T10:00:00.123Z' })
  })
})
