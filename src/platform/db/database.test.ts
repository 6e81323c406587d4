import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { createDatabase, createPool } from './database.ts'
import { useTestDatabase } from './testing.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (how?: { type: 'minor' }) => void

const QUERIES = 60
const ROWS_OF_A_MEGABYTE = sql<object>`select md5(n::text) || md5((n + 1)::text) as text from generate_series(1, 8000) n`

describe('the rows of a run of queries', () => {
  const database = useTestDatabase()

  it('do not last until a full collection, query after query', async () => {
    const db = createDatabase(createPool(database.address))
    await ROWS_OF_A_MEGABYTE.execute(db)
    collect()
    const before = process.memoryUsage().heapUsed
    for (let query = 0; query < QUERIES; query += 1) {
      await ROWS_OF_A_MEGABYTE.execute(db)
      collect({ type: 'minor' })
    }
    const kept = (process.memoryUsage().heapUsed - before) / 1024 / 1024
    await db.destroy()
    expect(kept).toBeLessThan(QUERIES / 3)
  })

  it('come by a promise or by a callback, as the caller asked, and so do errors', async () => {
    const pool = createPool(database.address)
    const client = await pool.connect()
    const { rows } = await client.query('select $1::int as one', [1])
    expect(rows).toEqual([{ one: 1 }])
    await expect(client.query('select nothing_such')).rejects.toMatchObject({ code: '42703' })
    const told = await new Promise((done) =>
      client.query('select 2 as two', (_error, result) => done(result.rows)),
    )
    expect(told).toEqual([{ two: 2 }])
    const submitted = client.query(new pg.Query<{ three: number }>('select 3 as three'))
    const three = await new Promise((done) => submitted.on('row', done))
    expect(three).toEqual({ three: 3 })
    client.release()
    await pool.end()
  })
})
