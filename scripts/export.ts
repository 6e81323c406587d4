import './node-version.ts'
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { allJobs } from '../src/jobs.ts'
import { findNetwork, listNetworks, networkAddress } from '../src/modules/identity/index.ts'
import { exportOf } from '../src/modules/places/index.ts'
import { readConfig } from '../src/platform/config.ts'
import { openServices } from '../src/platform/open.ts'
import type { Services } from '../src/platform/services.ts'
import type { Network } from '../src/platform/session/actor.ts'

// npm run export -- --format csv --out FILE: DIR-82. Exit code: 0 written, 1 not written, 2 misused.

const USAGE = `Usage : npm run export -- --format FORMAT --out FICHIER [options]
  --format FORMAT    csv | json | geojson | data-inclusion | xlsx | non-exportables
  --out FICHIER      où l’écrire
  --territory CODE   une partie de la France : un département (50), une commune (50147), un EPCI (SIREN), region-28
  --label CODE       les lieux qui portent ce label aujourd’hui
  --network SLUG     le réseau (par défaut : celui de la racine)`

/** Something in front of the work: an option, a network. */
class Stop extends Error {
  readonly code: 1 | 2
  constructor(code: 1 | 2, message: string) {
    super(message)
    this.code = code
  }
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof Stop ? error.code : 1
}

async function run(): Promise<void> {
  const { format, out, territory, label, network: slug } = readArguments()
  if (!format || !out) throw new Stop(2, USAGE)
  const config = readConfig(process.env)
  const { services, close } = await openServices(config, allJobs, { whenHeld: 'share' })
  try {
    const network = await networkAsked(services, slug ?? null)
    const asked = { format, territory: territory ?? null, label: label ?? null }
    const pieces = await exportOf(
      contextOf(services, network),
      networkAddress(config.baseUrl, network),
      asked,
    )
    if (typeof pieces === 'string') throw new Stop(2, `${pieces}\n${USAGE}`)
    // npm changes the working directory: the caller's own is in INIT_CWD.
    const file = resolve(process.env.INIT_CWD ?? process.cwd(), out)
    await pipeline(Readable.from(pieces), createWriteStream(file))
    console.error(`Écrit : ${file}`)
  } finally {
    await close()
  }
}

function readArguments() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ options: { format: text, out: text, territory: text, label: text, network: text } })
      .values
  } catch {
    throw new Stop(2, USAGE)
  }
}

async function networkAsked({ db }: Services, slug: string | null): Promise<Network> {
  const found = await findNetwork(db, { slug, host: '' })
  if (found) return found
  const known = (await listNetworks(db)).map((network) => network.slug)
  throw new Stop(2, `Précisez le réseau : --network ${known.join(' | ')}`)
}

function contextOf({ db, clock }: Services, network: Network) {
  return {
    db,
    today: clock.today(),
    now: clock.now(),
    actor: { kind: 'system' },
    network,
    reach: { kind: 'all', network: network.id },
    requestId: null,
    origin: null,
    journalled: new Set<string>(),
  } as const
}
