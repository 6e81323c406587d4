import './node-version.ts'
import { resolve } from 'node:path'
import { restore } from '../src/platform/backup/restore.ts'
import { readConfig } from '../src/platform/config.ts'
import { createDatabase, createPool, type DatabaseAddress } from '../src/platform/db/database.ts'
import { startEmbedded } from '../src/platform/db/embedded/supervisor.ts'
import { migrateToLatest } from '../src/platform/db/migrate.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { installJobs } from '../src/platform/jobs/install.ts'

// npm run restore -- FOLDER: into the empty database of DATABASE_URL, or into an embedded one that holds nothing yet.
const log = (message: string) => console.error(message)
try {
  const folder = process.argv[2]
  if (!folder) throw new Error('Usage : npm run restore -- DOSSIER (celui qu’a fait npm run backup)')
  const { databaseUrl, dataDir, filesUrl } = readConfig(process.env)
  const server = databaseUrl ? null : await startEmbedded({ dataDir, log })
  try {
    const address: DatabaseAddress = server?.address ?? { connectionString: databaseUrl ?? '' }
    const files = await openFileStore(filesUrl)
    const { tables, jobs, madeAt } = await restore({
      folder: resolve(folder),
      address,
      files,
      prepare: prepare(address),
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    log(
      `Sauvegarde du ${madeAt} restaurée et relue : ${tables.length} tables, ${rows} lignes, ${jobs.rows} travaux en attente.`,
    )
  } finally {
    await server?.stop()
  }
} catch (error) {
  log(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

function prepare(address: DatabaseAddress) {
  return async (_last: string | undefined, queues: readonly string[]) => {
    const pool = createPool(address, 2)
    try {
      await migrateToLatest(createDatabase(pool))
      await installJobs(pool, queues)
    } finally {
      await pool.end()
    }
  }
}
