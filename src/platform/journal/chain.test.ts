import { createHash } from 'node:crypto'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { refuse } from '../../kernel/refusal.ts'
import type { Database } from '../db/database.ts'
import { undone, useTestDatabase } from '../db/testing.ts'
import { inTransaction } from '../db/transaction.ts'
import { verifyJournal } from './verify.ts'

const database = useTestDatabase()

function act(tx: Database, subject: string) {
  return tx
    .insertInto('platform.journal')
    .values({ at: '2026-06-17T10:00:00.123Z' as never, action: 'essay.done', subject_id: subject })
    .execute()
}

async function positions(): Promise<number[]> {
  const { rows } = await database.pool.query('select position from platform.journal_seal order by position')
  return rows.map(({ position }) => position)
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('the seals of the journal', () => {
  it('follow the commits of eight connections without a hole, whatever is undone', async () => {
    await database.pool.query(
      'create table public.held (id integer primary key, hits integer not null default 0)',
    )
    await database.pool.query('insert into public.held select generate_series(1, 5)')
    const touch = (tx: Database, id: number) =>
      tx
        .updateTable('public.held' as never)
        .set({ hits: 1 } as never)
        .where('id' as never, '=', id as never)
        .execute()
    let kept = 0
    await Promise.all(
      upTo(8).map(async (connection) => {
        for (const turn of upTo(50)) {
          const subject = `${connection}-${turn}`
          if (turn % 7 === 0) {
            await undone(database.db, (tx) => act(tx, subject).then(() => {}))
            continue
          }
          await inTransaction(database.db, async (tx) => {
            // Rows that the others hold and wait for, before and after the line is written.
            await touch(tx, 1 + (turn % 5))
            await act(tx, subject)
            if (turn % 3 === 0)
              await inTransaction(tx, async (nested) => {
                await act(nested, `${subject}-undone`)
                return refuse('never')
              })
            if (turn % 4 === 0) await inTransaction(tx, (nested) => act(nested, `${subject}-too`))
          })
          kept += turn % 4 === 0 ? 2 : 1
        }
      }),
    )
    expect(await positions()).toEqual(upTo(kept))
    const { verified, faults } = await verifyJournal(database.db, { batch: 37 })
    expect({ verified, faults }).toEqual({ verified: kept, faults: [] })
    const { rows } = await database.pool.query(
      `select count(*) from platform.journal where subject_id like '%undone'`,
    )
    expect(rows).toEqual([{ count: 0 }])
  })

  it('are not given before the commit: an act that waits holds nobody up', async () => {
    const before = (await positions()).length
    const slow = await database.db.startTransaction().execute()
    await act(slow, 'slow')
    await inTransaction(database.db, (tx) => act(tx, 'quick'))
    expect(await positions()).toHaveLength(before + 1)
    await slow.commit().execute()
    expect(await positions()).toHaveLength(before + 2)
    expect((await verifyJournal(database.db)).faults).toEqual([])
  })

  it('do not depend on the settings of the session', async () => {
    const { rows: lines } = await database.pool.query(
      `insert into platform.journal (at, action, subject_id, details, changes)
       values ('2026-03-29T01:30:00.123456Z', 'essay.done', 'é « x »', '{"b": 0.1, "aa": 1e3, "a": ["\\u00e9"]}', '{}')
       returning id`,
    )
    const digests: unknown[] = []
    for (const settings of [
      '',
      '-c TimeZone=Pacific/Noumea -c DateStyle=German,DMY -c extra_float_digits=0 -c bytea_output=escape',
      '-c TimeZone=America/New_York -c IntervalStyle=sql_standard -c client_encoding=LATIN1 -c lc_time=C',
    ]) {
      const client = new pg.Client({ ...database.address, options: settings })
      await client.connect()
      const { rows } = await client.query(
        `select encode(platform.journal_digest(j), 'hex') as digest from platform.journal j where id = $1`,
        [lines[0].id],
      )
      digests.push(rows[0].digest)
      await client.end()
    }
    const { rows } = await database.pool.query(
      `select encode(digest, 'hex') as digest from platform.journal_seal where line = $1`,
      [lines[0].id],
    )
    expect(new Set([...digests, rows[0].digest]).size).toBe(1)
  })

  it('digest a text that every server writes alike', async () => {
    const line = {
      id: 7,
      at: '2026-03-29T01:30:00.5Z',
      action: 'essay.done',
      subject_id: 'é « x »',
      details: { b: 0.1, aa: 1000, a: ['"', null] },
      changes: {},
    }
    const { rows } = await database.pool.query(
      `select encode(platform.journal_digest(jsonb_populate_record(null::platform.journal, $1)), 'hex') as digest`,
      [JSON.stringify(line)],
    )
    const text =
      '[7, "2026-03-29T01:30:00.500000", null, null, null, null, null, null, null, "essay.done", "é « x »", ' +
      '{"a": ["\\"", null], "b": 0.1, "aa": 1000}, {}, null]'
    expect(rows).toEqual([{ digest: createHash('sha256').update(text).digest('hex') }])
  })

  it('refuse to be changed, and so do the lines', async () => {
    for (const statement of [
      `update platform.journal set subject_id = 'x'`,
      'delete from platform.journal',
      'truncate platform.journal',
      'delete from platform.journal_seal',
      `update platform.journal_seal set seal = ''`,
      'truncate platform.journal_seal, platform.journal_purge',
      'delete from platform.journal_purge',
    ]) {
      await expect(database.pool.query(statement), statement).rejects.toThrow(/append_only/)
    }
  })
})
