import './node-version.ts'
import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { allJobs } from '../src/jobs.ts'
import { findNetwork, listNetworks } from '../src/modules/identity/index.ts'
import { readMappingText } from '../src/modules/places/domain/mapping/mapping.schema.ts'
import type { Mapping } from '../src/modules/places/domain/mapping/mapping.ts'
import { runImportCommand, sourceName, type Terminal } from '../src/modules/places/index.ts'
import { readConfig } from '../src/platform/config.ts'
import { openServices } from '../src/platform/open.ts'
import type { Services } from '../src/platform/services.ts'
import type { Network } from '../src/platform/session/actor.ts'

// npm run import -- FILE: see DIR-32 for the contract. Exit code: 0 done, 3 done with rows refused or held,
// 1 nothing written, 2 misused.

const USAGE = `Usage : npm run import -- FICHIER [options]
  --network SLUG   le réseau qui reçoit les lieux (par défaut : celui de la racine)
  --source NOM     qui a fait ce fichier (par défaut : le nom du fichier)
  --dry-run        contrôler sans rien écrire
  --mapping FICHIER à quoi servent ses colonnes (JSON, comme la proposition affichée)
  --report FICHIER écrire chaque constat dans un fichier CSV
  --yes            publier sans poser la question`

/** Something in front of the work: an option, a file, a network. */
class Stop extends Error {
  readonly code: 1 | 2
  constructor(code: 1 | 2, message: string) {
    super(message)
    this.code = code
  }
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof Stop ? error.code : 1
}

async function run(): Promise<number> {
  const { path, report, ...options } = readArguments()
  const mapping = options.mapping === null ? null : await mappingIn(options.mapping)
  await access(path).catch(() => {
    throw new Stop(1, `Fichier introuvable ou illisible : ${path}`)
  })
  const { services, close } = await openServices(readConfig(process.env), allJobs, { whenHeld: 'share' })
  try {
    const network = await networkAsked(services, options.network)
    const source = sourceName(options.source ?? '', path)
    const command = { path, source, dryRun: options.dryRun, report, mapping }
    return await runImportCommand(services, contextOf(services, network), command, terminal(options.yes))
  } finally {
    await close()
  }
}

function readArguments() {
  const { values, positionals } = parse()
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new Stop(2, USAGE)
  if (/^https?:/i.test(file))
    throw new Stop(2, `Téléchargez d’abord le fichier : une adresse n’est pas encore acceptée.\n${USAGE}`)
  return {
    path: fromCaller(file),
    network: values.network ?? null,
    source: values.source ?? null,
    dryRun: values['dry-run'] ?? false,
    report: values.report === undefined ? null : fromCaller(values.report),
    mapping: values.mapping === undefined ? null : fromCaller(values.mapping),
    yes: values.yes ?? false,
  }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        network: { type: 'string' },
        source: { type: 'string' },
        'dry-run': { type: 'boolean' },
        report: { type: 'string' },
        mapping: { type: 'string' },
        yes: { type: 'boolean' },
      },
    })
  } catch {
    throw new Stop(2, USAGE)
  }
}

/** npm changes the working directory: the caller's own is in INIT_CWD. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

async function mappingIn(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Stop(1, `Fichier introuvable ou illisible : ${path}`)
  })
  const mapping = readMappingText(text)
  if (!mapping) throw new Stop(1, `Ce fichier ne dit pas à quoi servent les colonnes : ${path}`)
  return mapping
}

async function networkAsked({ db }: Services, slug: string | null): Promise<Network> {
  const found = await findNetwork(db, { slug, host: '' })
  if (found) return found
  const known = (await listNetworks(db)).map((network) => network.slug)
  if (known.length === 0) throw new Stop(1, 'Aucun réseau n’existe encore : lancez d’abord « npm start ».')
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

function terminal(yes: boolean): Terminal {
  const somebody = process.stdin.isTTY && process.stderr.isTTY && !yes
  return {
    tell: (sentence) => console.error(sentence),
    answer: (json) => console.log(json),
    async agrees(question) {
      if (!somebody) return true
      const asked = createInterface({ input: process.stdin, output: process.stderr })
      const answer = await asked.question(`${question} (oui/non) `)
      asked.close()
      return /^o(ui)?$/i.test(answer.trim())
    },
  }
}
