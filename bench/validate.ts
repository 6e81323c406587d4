import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fromSchemaLieuDeMediationNumerique } from '@gouvfr-anct/lieux-de-mediation-numerique'
import { parse } from 'csv-parse/sync'
import { isRefusal } from '../src/kernel/refusal.ts'
import { loadCommunes } from '../src/modules/places/data/communes.ts'
import { loadCentreFinder } from '../src/modules/places/data/geocoding/built-in-centres.ts'
import type { Finding } from '../src/modules/places/domain/imports/finding.ts'
import { placesOfColumns, toStandardRow } from '../src/modules/places/domain/standard/standard.ts'
import type { StandardRow } from '../src/modules/places/domain/standard/standard-columns.ts'
import { validateRow } from '../src/modules/places/domain/standard/validate-row.ts'
import { validateFile } from '../src/modules/places/use-cases/imports/validate-file.ts'
import { systemClock } from '../src/platform/clock.ts'
import { root } from '../src/platform/root.ts'
import { type FileSource, sourceOfPath } from '../src/platform/tables/file-source.ts'
import { writeRepeated } from './repeated-national.ts'

// DIR-92: the validator is a function of a row. `directory.validate.100k` goes from 100,000 rows already read to all their
// findings; `.ratio` is that time to the one the reference library of the standard takes over the very same rows, which
// says less of each. `.from-file` is the whole way: from the bytes on the disk to the last finding.

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const NATIONAL = join(root, '../shared/data/places/national-consolide-standard-1.0.2.csv')
const ROWS = 100_000
const FEWER = 20_000
const RUNS = 3
const SEEN_EVERY = 8

if (existsSync(NATIONAL)) await bench()
else console.error(`Banc de contrôle sauté : ${NATIONAL} est absent.`)

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'))
  const [header = [], ...records] = parse(await readFile(NATIONAL)) as string[][]
  const [small, large] = [join(folder, 'small.csv'), join(folder, 'large.csv')]
  await writeRepeated(small, header, records, FEWER)
  await writeRepeated(large, header, records, ROWS)
  loadCommunes()
  const start = heapNow()
  await rowsToFindings(large)
  await readWhole(small, large, start)
  await rm(folder, { recursive: true })
}

/** From the file to the findings, told one by one: how long, and how much heap at most, collected, whatever the number of rows. */
async function readWhole(small: string, large: string, start: number): Promise<void> {
  await validate(sourceOfPath(small))
  const before = performance.now()
  await validate(sourceOfPath(large))
  print('directory.validate.100k.from-file', Math.round(performance.now() - before), 'ms, from the bytes')
  const [fewer, all] = [await highestHeap(small), await highestHeap(large)]
  print('directory.validate.streamed.heap.20k', megabytes(fewer - start), 'MB over start')
  print('directory.validate.streamed.heap.100k', megabytes(all - start), 'MB over start')
  print('directory.validate.streamed.heap', Math.round((all / fewer) * 100) / 100, 'heap(100k) / heap(20k)')
}

async function rowsToFindings(file: string): Promise<void> {
  const rows = await standardRowsOf(file)
  const forLibrary = rows.map(asLibraryWants)
  const reference = { communes: loadCommunes(), centreOf: loadCentreFinder(), today: systemClock.today() }
  const ours = () => rows.flatMap((row) => validateRow(row, reference).findings)
  const start = heapNow()
  const kept: Finding[] = ours()
  print('directory.validate.100k.heap', megabytes(heapNow() - start), 'MB over start, all findings kept')
  print('directory.validate.100k.findings', kept.length, 'findings')
  // One after the other, so that both meet the same machine.
  const times = Array.from({ length: RUNS }, () => [timed(ours), timed(() => refusedBy(forLibrary))] as const)
  const time = Math.min(...times.map(([own]) => own))
  const library = Math.min(...times.map(([, other]) => other))
  print('directory.validate.100k', Math.round(time), 'ms, rows already read')
  print('directory.validate.100k.reference', Math.round(library), 'ms, the library of the standard')
  print('directory.validate.100k.ratio', Math.round((time / library) * 100) / 100, 'of the library')
}

async function validate(source: FileSource): Promise<void> {
  const outcome = await validateFile(source, { today: systemClock.today(), limit: 1e9 })
  if (isRefusal(outcome)) throw new Error(outcome.refused)
}

/** Looked at every so many pieces of the file, after a collection. */
async function highestHeap(file: string): Promise<number> {
  let [highest, pieces] = [0, 0]
  const source = sourceOfPath(file)
  await validate({
    async *open() {
      for await (const piece of source.open()) {
        pieces += 1
        if (pieces % SEEN_EVERY === 0) highest = Math.max(highest, heapNow())
        yield piece
      }
    },
  })
  return highest
}

async function standardRowsOf(file: string): Promise<StandardRow[]> {
  const [header = [], ...rows] = parse(await readFile(file)) as string[][]
  const places = placesOfColumns(header)
  return rows.map((cells) => toStandardRow(cells, places))
}

type LibraryRow = Parameters<typeof fromSchemaLieuDeMediationNumerique>[0]

/** No empty cell, numbers as numbers. DIR-16. */
function asLibraryWants(row: StandardRow): LibraryRow {
  const told = Object.entries(row).filter(([, cell]) => cell !== '')
  return Object.fromEntries(
    told.map(([name, cell]) => [name, /^(lat|long)itude$/.test(name) ? Number(cell) : cell]),
  ) as unknown as LibraryRow
}

/** It stops at the first fault of a row, and throws it. */
function refusedBy(rows: readonly LibraryRow[]): number {
  let refused = 0
  for (const row of rows)
    try {
      fromSchemaLieuDeMediationNumerique(row)
    } catch {
      refused += 1
    }
  return refused
}

function timed(work: () => unknown): number {
  collect()
  const start = performance.now()
  work()
  return performance.now() - start
}

function heapNow(): number {
  collect()
  return process.memoryUsage().heapUsed
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}

function print(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ name, value, unit }))
}
