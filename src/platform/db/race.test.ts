import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installJobs } from '../jobs/install.ts'
import { createDatabase, createPool } from './database.ts'
import { migrateToLatest } from './migrate.ts'
import { testServer } from './testing.ts'

const name = `race_${process.pid}`

async function administer(statement: string): Promise<void> {
  const admin = new pg.Client({ ...testServer(), database: 'postgres' })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}

describe('an empty database', () => {
  beforeAll(() => administer(`create database ${name}`))
  afterAll(() => administer(`drop database if exists ${name} with (force)`))

  it('is brought up once when several processes start on it together', async () => {
    const pools = Array.from({ length: 6 }, () => createPool({ ...testServer(), database: name }, 3))
    const started = await Promise.allSettled(
      pools.map(async (pool) => {
        const applied = await migrateToLatest(createDatabase(pool))
        await installJobs(pool, ['test/one', 'test/two'])
        return applied
      }),
    )
    const { rows } = (await pools[0]?.query('select name from platform.migration order by name')) ?? {
      rows: [],
    }
    await Promise.all(pools.map((pool) => pool.end()))
    expect(started.filter(({ status }) => status === 'rejected')).toEqual([])
    const applied = started.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    expect(applied.sort()).toEqual(rows.map((row) => row.name))
  })
})
