import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { isRefusal } from '../src/kernel/refusal.ts'
import { loadCommunes } from '../src/modules/places/data/communes.ts'
import { type ValidationLine, validateFile } from '../src/modules/places/use-cases/imports/validate-file.ts'
import { systemClock } from '../src/platform/clock.ts'
import { root } from '../src/platform/root.ts'
import type { FileSource } from '../src/platform/tables/file-source.ts'

// DIR-92: the consolidated national file repeated until 100,000 rows, checked from its bytes to its last finding. Heap is
// what comes above the start: with every finding kept, then with none, for 20,000 rows and for 100,000.

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const NATIONAL = join(root, '../shared/data/places/national-consolide-standard-1.0.2.csv')

if (existsSync(NATIONAL)) await bench()
else console.error(`Banc de contrôle sauté : ${NATIONAL} est absent.`)

async function bench(): Promise<void> {
  const [header = [], ...records] = parse(await readFile(NATIONAL)) as string[][]
  loadCommunes()
  const source = (rows: number) => repeated(header, records, rows)
  await validate(source(20_000), () => {})
  const kept: ValidationLine[] = []
  const start = heapNow()
  const before = performance.now()
  await validate(source(100_000), (finding) => kept.push(finding))
  print('directory.validate.100k', Math.round(performance.now() - before), 'ms')
  print('directory.validate.100k.heap', megabytes(heapNow() - start), 'MB, findings kept')
  print('directory.validate.100k.findings', kept.length, 'findings')
  kept.length = 0
  const [small, large] = [await peakOf(source(20_000)), await peakOf(source(100_000))]
  print(
    'directory.validate.streamed.heap',
    Math.round((large / Math.max(small, 1)) * 100) / 100,
    'of 20,000 rows',
  )
}

async function validate(source: FileSource, onFinding: (finding: ValidationLine) => void): Promise<void> {
  const outcome = await validateFile(source, { today: systemClock.today(), limit: 1e9, onFinding })
  if (isRefusal(outcome)) throw new Error(outcome.refused)
}

/** The greatest heap seen between two findings, collected. */
async function peakOf(source: FileSource): Promise<number> {
  let [highest, seen] = [0, 0]
  await validate(source, () => {
    seen += 1
    if (seen % 4000 === 0) highest = Math.max(highest, heapNow())
  })
  return highest
}

function heapNow(): number {
  collect()
  return process.memoryUsage().heapUsed
}

/** Every copy gives its rows ids of its own. */
function repeated(header: readonly string[], records: readonly string[][], rows: number): FileSource {
  return {
    async *open() {
      yield Buffer.from(stringify([header]))
      for (let row = 0; row < rows; row += 200) {
        const slice = Array.from({ length: Math.min(200, rows - row) }, (_, at) => {
          const [id, ...cells] = records[(row + at) % records.length] ?? []
          return [`${Math.floor((row + at) / records.length)}~${id}`, ...cells]
        })
        yield Buffer.from(stringify(slice))
      }
    },
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}

function print(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ name, value, unit }))
}
