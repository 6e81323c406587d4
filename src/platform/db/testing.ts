import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { installJobs, queueSettings } from '../jobs/install.ts'
import { createDatabase, createPool, type Database, type DatabaseAddress } from './database.ts'
import { migrateToLatest, migrationsFolder } from './migrate.ts'

/** Where the test server listens: set by the global set-up, read by each test file's process. */
export function testServer(): DatabaseAddress {
  const told = process.env.MAILLAGE_TEST_SERVER
  if (!told) throw new Error('MAILLAGE_TEST_SERVER is not set: run the tests through vitest.config.ts')
  return JSON.parse(told) as DatabaseAddress
}

export interface TestDatabase {
  db: Database
  pool: pg.Pool
  address: DatabaseAddress
}

/** A database of its own for one test file, cloned from the migrated template; dropped when the file ends. */
export function useTestDatabase(): TestDatabase {
  const held = {} as TestDatabase
  beforeAll(async () => {
    Object.assign(held, await cloneDatabase())
  })
  afterAll(async () => {
    await held.pool.end()
    await onServer((admin) => admin.query(`drop database if exists ${held.address.database} with (force)`))
  })
  return held
}

export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  await onServer((admin) =>
    admin.query(`create database ${name} template ${process.env.MAILLAGE_TEST_TEMPLATE}`),
  )
  return open({ ...testServer(), database: name })
}

/** Runs `work` in a transaction that is always undone. */
export async function undone(db: Database, work: (tx: Database) => Promise<void>): Promise<void> {
  const tx = await db.startTransaction().execute()
  try {
    await work(tx)
  } finally {
    await tx.rollback().execute()
  }
}

/** Migrates the template once per set of migrations and queues; an advisory lock keeps two runs from building it together. */
export async function prepareTemplate(queues: readonly string[] = []): Promise<void> {
  const name = await templateName(queues)
  process.env.MAILLAGE_TEST_TEMPLATE = name
  await onServer(async (admin) => {
    await admin.query('select pg_advisory_lock(20260617)')
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [
      name,
    ])
    if (rowCount) return
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
    const built = open({ ...testServer(), database: name })
    await migrateToLatest(built.db)
    await installJobs(built.pool, queues)
    await built.pool.end()
    await admin.query(`alter database ${name} is_template true`)
  })
}

/** For scripts: a migrated database that lives as long as `work`. */
export async function withScratchDatabase(
  work: (db: Database, address: DatabaseAddress) => Promise<void>,
): Promise<void> {
  const { startTestServer } = await import('./test-server.ts')
  process.env.MAILLAGE_TEST_SERVER = JSON.stringify(await startTestServer())
  await prepareTemplate()
  const clone = await cloneDatabase()
  try {
    await work(clone.db, clone.address)
  } finally {
    await clone.pool.end()
    await onServer((admin) => admin.query(`drop database ${clone.address.database} with (force)`))
  }
}

function open(address: DatabaseAddress): TestDatabase {
  const pool = createPool(address)
  return { pool, db: createDatabase(pool), address }
}

async function onServer<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ ...testServer(), database: 'postgres' })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

async function templateName(queues: readonly string[]): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify([queueSettings, queues]))
  for (const file of (await readdir(migrationsFolder)).sort()) {
    digest.update(file).update(await readFile(join(migrationsFolder, file)))
  }
  return `template_${digest.digest('hex').slice(0, 12)}`
}
