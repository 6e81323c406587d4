import './node-version.ts'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/platform/config.ts'
import { createDatabase, createPool } from '../src/platform/db/database.ts'
import { startEmbedded } from '../src/platform/db/embedded/supervisor.ts'
import { parseSeal, type Seal } from '../src/platform/journal/seals.ts'
import { verificationText } from '../src/platform/journal/verification-wording.ts'
import { verifyJournal } from '../src/platform/journal/verify.ts'

// npm run --silent journal:verify [-- --anchor POSITION:HEX]: reads the whole journal again, while the application
// runs or not. Exit code: 0 intact, 1 broken or unreadable.
const log = (message: string) => console.error(message)

class UnreadableAnchor extends Error {}

try {
  const anchor = readAnchor()
  const { databaseUrl, dataDir } = readConfig(process.env)
  const server = databaseUrl ? null : await startEmbedded({ dataDir, whenHeld: 'share', log })
  const pool = createPool(server?.address ?? { connectionString: databaseUrl ?? '' }, 1)
  try {
    const verification = await verifyJournal(createDatabase(pool), { anchor })
    console.log(verificationText(verification))
    if (verification.faults.length > 0) process.exitCode = 1
  } finally {
    await pool.end()
    await server?.stop()
  }
} catch (error) {
  log(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function readAnchor(): Seal | null {
  const { values } = parseArgs({ options: { anchor: { type: 'string' } } })
  if (values.anchor === undefined) return null
  const anchor = parseSeal(values.anchor)
  if (!anchor)
    throw new UnreadableAnchor('Le repère s’écrit POSITION:HEX, par exemple 1204:9f86… (64 signes).')
  return anchor
}
