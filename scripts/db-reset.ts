import './node-version.ts'
import { readConfig } from '../src/platform/config.ts'
import { resetDataFolder } from '../src/platform/db/embedded/reset.ts'

try {
  const { dataDir, databaseUrl } = readConfig(process.env)
  if (databaseUrl) throw new Error('DATABASE_URL est réglée : cette commande n’efface que la base embarquée.')
  await resetDataFolder(dataDir)
  console.log(`La base embarquée de ${dataDir} est effacée. Le prochain npm start en crée une neuve.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
