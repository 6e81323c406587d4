import { findNetwork, listNetworks } from '../src/modules/identity/index.ts'
import type { Services } from '../src/platform/services.ts'
import type { Network } from '../src/platform/session/actor.ts'

/** Something in front of the work: an option, a file, a network. `code`: 1 nothing done, 2 misused. */
export class Stop extends Error {
  readonly code: 1 | 2
  constructor(code: 1 | 2, message: string) {
    super(message)
    this.code = code
  }
}

/** Runs a command to its exit code: the one it answers, that of its `Stop`, or 1. What went wrong is said on stderr. */
export async function command(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = error instanceof Stop ? error.code : 1
  }
}

/** The network of that slug; without one, that of the root. */
export async function networkAsked({ db }: Services, slug: string | null): Promise<Network> {
  const found = await findNetwork(db, { slug, host: '' })
  if (found) return found
  const known = (await listNetworks(db)).map((network) => network.slug)
  if (known.length === 0) throw new Stop(1, 'Aucun réseau n’existe encore : lancez d’abord « npm start ».')
  throw new Stop(2, `Précisez le réseau : --network ${known.join(' | ')}`)
}
