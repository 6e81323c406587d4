import './node-version.ts'
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { allJobs } from '../src/jobs.ts'
import { networkAddress } from '../src/modules/identity/index.ts'
import { exportOf } from '../src/modules/places/index.ts'
import { readConfig } from '../src/platform/config.ts'
import { systemContext } from '../src/platform/context.ts'
import { openServices } from '../src/platform/open.ts'
import { command, networkAsked, Stop } from './command.ts'

// npm run export -- --format csv --out FILE: DIR-82. Exit code: 0 written, 1 not written, 2 misused.

const USAGE = `Usage : npm run export -- --format FORMAT --out FICHIER [options]
  --format FORMAT    csv | json | geojson | data-inclusion | xlsx | non-exportables
  --out FICHIER      où l’écrire
  --territory CODE   une partie de la France : un département (50), une commune (50147), un EPCI (SIREN), region-28
  --label CODE       les lieux qui portent ce label aujourd’hui
  --network SLUG     le réseau (par défaut : celui de la racine)`

await command(run)

async function run(): Promise<number> {
  const { format, out, territory, label, network: slug } = readArguments()
  if (!format || !out) throw new Stop(2, USAGE)
  const config = readConfig(process.env)
  const { services, close } = await openServices(config, allJobs, { whenHeld: 'share' })
  try {
    const network = await networkAsked(services, slug ?? null)
    const asked = { format, territory: territory ?? null, label: label ?? null }
    const pieces = await exportOf(
      systemContext(services, network),
      networkAddress(config.baseUrl, network),
      asked,
    )
    if (typeof pieces === 'string') throw new Stop(2, `${pieces}\n${USAGE}`)
    // npm changes the working directory: the caller's own is in INIT_CWD.
    const file = resolve(process.env.INIT_CWD ?? process.cwd(), out)
    await pipeline(Readable.from(pieces), createWriteStream(file))
    console.error(`Écrit : ${file}`)
    return 0
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
