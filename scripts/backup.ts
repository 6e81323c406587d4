import './node-version.ts'
import { join, resolve } from 'node:path'
import { backup } from '../src/platform/backup/backup.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { startEmbedded } from '../src/platform/db/embedded/supervisor.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'

// npm run backup [-- FOLDER]: a new folder in FOLDER (default: `backups` of the data folder), while the application
// runs or not. Standard output says only where.
const log = (message: string) => console.error(message)
try {
  const { databaseUrl, dataDir, filesUrl } = readConfig(process.env)
  const server = databaseUrl ? null : await startEmbedded({ dataDir, whenHeld: 'share', log })
  try {
    const { folder, manifest } = await backup({
      address: server?.address ?? { connectionString: databaseUrl ?? '' },
      files: await openFileStore(filesUrl),
      into: resolve(process.argv[2] ?? join(dataDir, 'backups')),
      now: systemClock.now(),
      log,
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    log(
      `Sauvegarde faite : ${manifest.tables.length} tables, ${rows} lignes, ${manifest.files.length} fichiers.`,
    )
    log('Elle contient des données personnelles : gardez-la ailleurs que sur cette machine, à l’abri.')
    console.log(folder)
  } finally {
    await server?.stop()
  }
} catch (error) {
  log(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
