import './node-version.ts'
import { parseArgs } from 'node:util'
import { type ChainAnchor, verifyChains } from '../src/modules/agreements/use-cases/chain/verify-chains.ts'
import { chainText, parseAnchor } from '../src/modules/agreements/web/chain/chain-wording.ts'
import { readConfig } from '../src/platform/config.ts'
import { createDatabase, createPool } from '../src/platform/db/database.ts'
import { startEmbedded } from '../src/platform/db/embedded/supervisor.ts'

// npm run --silent acts:verify [-- --anchor DAY:HEX]: follows the chain of the acts of every agreement, while the
// application runs or not. Exit code: 0 intact, 1 broken or unreadable.
const log = (message: string) => console.error(message)

class UnreadableAnchor extends Error {}

try {
  const anchor = readAnchor()
  const { databaseUrl, dataDir } = readConfig(process.env)
  const server = databaseUrl ? null : await startEmbedded({ dataDir, whenHeld: 'share', log })
  const pool = createPool(server?.address ?? { connectionString: databaseUrl ?? '' }, 1)
  try {
    const verification = await verifyChains(createDatabase(pool), { anchor })
    console.log(chainText(verification))
    if (verification.faults.length > 0) process.exitCode = 1
  } finally {
    await pool.end()
    await server?.stop()
  }
} catch (error) {
  log(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function readAnchor(): ChainAnchor | null {
  const { values } = parseArgs({ options: { anchor: { type: 'string' } } })
  if (values.anchor === undefined) return null
  const anchor = parseAnchor(values.anchor)
  if (!anchor)
    throw new UnreadableAnchor('Le relevé s’écrit AAAA-MM-JJ:HEX, par exemple 2026-06-17:9f86… (64 signes).')
  return anchor
}
