import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { builtAssets } from './assets.ts'
import { movedClock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { checkServerVersion, createDatabase, createPool, type DatabaseAddress } from './db/database.ts'
import { startEmbedded } from './db/embedded/supervisor.ts'
import { migrateToLatest } from './db/migrate.ts'
import { Documents } from './documents/documents.ts'
import { openFileStore } from './files/file-store.ts'
import { installJobs } from './jobs/install.ts'
import { type Job, Jobs } from './jobs/jobs.ts'
import { createLog, type Log } from './log.ts'
import { openSealer, type Sealer } from './seal/sealer.ts'
import type { Services } from './services.ts'

export interface Opened {
  services: Services
  pool: pg.Pool
  /** Names of the migrations just applied. */
  migrated: string[]
  close(): Promise<void>
}

/**
 * Opens what a process needs: the database (the embedded one unless `databaseUrl` is set), migrated, with its
 * queues; files; documents. A command shares the embedded server of a running application (`whenHeld: 'share'`);
 * a second application on one data folder is refused.
 */
export async function openServices(
  config: Config,
  jobs: readonly Job<never>[],
  { whenHeld = 'refuse' }: { whenHeld?: 'refuse' | 'share' } = {},
): Promise<Opened> {
  const log = createLog(config.logLevel)
  const sealer = await openSealer(config)
  const database = await openDatabase(config, log, whenHeld)
  const pool = createPool(database.address, 20)
  const signInPool = createPool(database.address, 5, { instantsAs: 'dates' })
  const close = async () => {
    await signInPool.end()
    await pool.end()
    await database.stop()
  }
  try {
    const { services, migrated } = await makeServices(config, { pool, signInPool, sealer }, jobs, log)
    return {
      services,
      pool,
      migrated,
      async close() {
        await services.documents.stop()
        await sealer?.stop()
        await close()
      },
    }
  } catch (error) {
    // A start that fails leaves no server running behind it.
    await close()
    throw error
  }
}

async function makeServices(
  config: Config,
  { pool, signInPool, sealer }: { pool: pg.Pool; signInPool: pg.Pool; sealer: Sealer | null },
  jobs: readonly Job<never>[],
  log: Log,
): Promise<{ services: Services; migrated: string[] }> {
  const db = createDatabase(pool)
  await checkServerVersion(db)
  const migrated = await migrateToLatest(db)
  const running = new Jobs(pool, jobs, log)
  await installJobs(pool, running.queues)
  const services: Services = {
    config: { ...config, secret: config.secret ?? (await localSecret(config.dataDir)) },
    clock: config.today ? movedClock(config.today) : systemClock,
    db,
    signInPool,
    log,
    jobs: running,
    files: await openFileStore(config.filesUrl),
    documents: new Documents(),
    sealer,
    assets: builtAssets(),
  }
  return { services, migrated }
}

async function openDatabase(
  config: Config,
  log: Log,
  whenHeld: 'refuse' | 'share',
): Promise<{ address: DatabaseAddress; stop(): Promise<void> }> {
  if (config.databaseUrl) return { address: { connectionString: config.databaseUrl }, stop: async () => {} }
  const server = await startEmbedded({
    dataDir: config.dataDir,
    whenHeld,
    log: (message) => log.info(message),
  })
  return { address: server.address, stop: () => server.stop() }
}

/** Made once, readable by its owner only: sessions then outlive a restart. Production brings its own. */
async function localSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, randomBytes(48).toString('base64'), { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
}
