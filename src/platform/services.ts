import type pg from 'pg'
import type { Assets } from './assets.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Documents } from './documents/documents.ts'
import type { FileStore } from './files/file-store.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import type { Sealer } from './seal/sealer.ts'

/** The parts of a running process, made once by the server, the command or the test. */
export interface Services {
  config: Config
  clock: Clock
  db: Database
  /** A few connections whose instants are JavaScript dates, for the sign-in library alone. */
  signInPool: pg.Pool
  log: Log
  jobs: Jobs
  files: FileStore
  documents: Documents
  /** Null: signed documents are kept with their hash, and not sealed. */
  sealer: Sealer | null
  assets: Assets
}
