import { parseArgs } from 'node:util'
import { readConfig } from '../src/platform/config.ts'
import { createDatabase, createPool, type Database } from '../src/platform/db/database.ts'
import { startEmbedded } from '../src/platform/db/embedded/supervisor.ts'

interface ChainCheck<Anchor> {
  /** Null when the text of `--anchor` is none. */
  parse(text: string): Anchor | null
  /** How an anchor is written, in French. */
  expected: string
  /** What was found, in French, and how many faults. */
  verify(db: Database, anchor: Anchor | null): Promise<{ text: string; faults: number }>
}

class UnreadableAnchor extends Error {}

/**
 * Follows a chain while the application runs or not, from the anchor told by `--anchor` when there is one. Exit code:
 * 0 intact, 1 broken or unreadable.
 */
export async function verifyChain<Anchor>(check: ChainCheck<Anchor>): Promise<void> {
  const log = (message: string) => console.error(message)
  try {
    const anchor = readAnchor(check)
    const { databaseUrl, dataDir } = readConfig(process.env)
    const server = databaseUrl ? null : await startEmbedded({ dataDir, whenHeld: 'share', log })
    const pool = createPool(server?.address ?? { connectionString: databaseUrl ?? '' }, 1)
    try {
      const { text, faults } = await check.verify(createDatabase(pool), anchor)
      console.log(text)
      if (faults > 0) process.exitCode = 1
    } finally {
      await pool.end()
      await server?.stop()
    }
  } catch (error) {
    log(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}

function readAnchor<Anchor>({ parse, expected }: ChainCheck<Anchor>): Anchor | null {
  const { values } = parseArgs({ options: { anchor: { type: 'string' } } })
  if (values.anchor === undefined) return null
  const anchor = parse(values.anchor)
  if (anchor === null) throw new UnreadableAnchor(expected)
  return anchor
}
