import './node-version.ts'
import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { allJobs } from '../src/jobs.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { readMappingText } from '../src/modules/places/domain/mapping/mapping.schema.ts'
import type { Mapping } from '../src/modules/places/domain/mapping/mapping.ts'
import { runImportCommand, sourceName, type Terminal } from '../src/modules/places/index.ts'
import { harvestReasons } from '../src/modules/places/use-cases/imports/harvest-source.ts'
import { readConfig } from '../src/platform/config.ts'
import { systemContext } from '../src/platform/context.ts'
import { fetchFile } from '../src/platform/fetch-file.ts'
import { openServices } from '../src/platform/open.ts'
import { command, networkAsked, Stop } from './command.ts'

// npm run import -- FILE or ADDRESS: see DIR-32 for the contract. Exit code: 0 done, 3 done with rows refused or held,
// 1 nothing written, 2 misused.

const USAGE = `Usage : npm run import -- FICHIER|ADRESSE [options]
  --network SLUG   le réseau qui reçoit les lieux (par défaut : celui de la racine)
  --source NOM     qui a fait ce fichier (par défaut : le nom du fichier)
  --dry-run        contrôler sans rien écrire
  --mapping FICHIER à quoi servent ses colonnes (JSON, comme la proposition affichée)
  --report FICHIER écrire chaque constat dans un fichier CSV
  --yes            publier sans poser la question`

await command(run)

async function run(): Promise<number> {
  const { path, report, isAddress, mapping: mappingPath, ...options } = readArguments()
  const mapping = mappingPath === null ? null : await mappingIn(mappingPath)
  if (isAddress)
    return fetched(path, (file, name) => importOf({ path: file, name, report, mapping, ...options }))
  await access(path).catch(() => {
    throw new Stop(1, `Fichier introuvable ou illisible : ${path}`)
  })
  return importOf({ path, name: path, report, mapping, ...options })
}

interface Asked {
  path: string
  /** Where the source takes its name from, when none is given. */
  name: string
  network: string | null
  source: string | null
  dryRun: boolean
  report: string | null
  mapping: Mapping | null
  yes: boolean
}

async function importOf({ path, name, report, mapping, ...options }: Asked): Promise<number> {
  const { services, close } = await openServices(readConfig(process.env), allJobs, { whenHeld: 'share' })
  try {
    const network = await networkAsked(services, options.network)
    const source = sourceName(options.source ?? '', name)
    const command = { path, source, dryRun: options.dryRun, report, mapping }
    return await runImportCommand(services, systemContext(services, network), command, terminal(options.yes))
  } finally {
    await close()
  }
}

/** The file of an address, kept as long as it is read. */
async function fetched(
  address: string,
  work: (path: string, name: string) => Promise<number>,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-import-'))
  try {
    const path = join(folder, 'fichier')
    const outcome = await fetchFile(address, path, { etag: null, lastModified: null })
    if (isRefusal(outcome)) throw new Stop(1, harvestReasons[outcome.refused])
    return await work(path, outcome.isNew ? outcome.name : address)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function readArguments() {
  const { values, positionals } = parse()
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new Stop(2, USAGE)
  const isAddress = /^https?:/i.test(file)
  return {
    path: isAddress ? file : fromCaller(file),
    isAddress,
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
