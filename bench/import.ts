import { spawnSync } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { newId } from '../src/kernel/id.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { importFile } from '../src/modules/places/use-cases/imports/import-file.ts'
import { systemClock } from '../src/platform/clock.ts'
import type { Context } from '../src/platform/context.ts'
import type { Database } from '../src/platform/db/database.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { root } from '../src/platform/root.ts'
import type { NetworkId } from '../src/platform/session/actor.ts'

// DIR-41, DIR-92: the consolidated national file repeated with new ids, imported twice. `BENCH_ROWS` chooses the
// number of rows; what counts in memory is what comes above the idle process.

const NATIONAL = join(root, '../shared/data/places/national-consolide-standard-1.0.2.csv')
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000)

const [asked, target] = process.argv.slice(2)
if (asked === '--write' && target) await repeatNational(target, ROWS)
else if (existsSync(NATIONAL)) await bench()
else console.error(`Banc d’import sauté : ${NATIONAL} est absent.`)

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'))
  const file = join(folder, 'lieux.csv')
  // Written by another process: what making it weighs is not this one's idle.
  const written = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, '--write', file])
  if (written.status !== 0) throw new Error(`no file: ${written.stderr}`)
  await withScratchDatabase(async (db) => {
    const context = await emptyNetwork(db)
    const peak = watchMemory()
    const first = await timed(context, file)
    const size = ROWS % 1000 === 0 ? `${ROWS / 1000}k` : String(ROWS)
    print(`directory.import.${size}`, round(first.seconds), 's')
    print(`directory.import.${size}.rss`, peak(), 'MB above idle')
    const again = await timed(context, file)
    print(`directory.import.${size}.again`, round(again.seconds / first.seconds), 'of the first')
    print(`directory.import.${size}.again.changes`, again.created + again.updated, 'places')
  })
  await rm(folder, { recursive: true })
}

async function timed(context: Context, file: string) {
  const start = performance.now()
  const counts = await importFile({ clock: systemClock }, context, file, 'bench', {
    onProgress: (step, done, total) => done % 50_000 === 0 && console.error(`${step} ${done}/${total}`),
  })
  if (isRefusal(counts)) throw new Error(`refused: ${counts.refused}`)
  return { ...counts, seconds: (performance.now() - start) / 1000 }
}

/** Every copy gives its rows ids of its own: `2~conseiller-numerique_…`. */
async function repeatNational(file: string, rows: number): Promise<void> {
  const [header = [], ...records] = parse(await readFile(NATIONAL)) as string[][]
  const pieces = function* () {
    yield stringify([header])
    for (let row = 0; row < rows; row += 1) {
      const [id, ...cells] = records[row % records.length] ?? []
      yield stringify([[`${Math.floor(row / records.length)}~${id}`, ...cells]])
    }
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file))
}

async function emptyNetwork(db: Database): Promise<Context> {
  const id: NetworkId = newId()
  await db
    .insertInto('identity.network')
    .values({ id, slug: 'banc', name: 'Banc', head_name: 'Banc', theme: '{}', created_at: systemClock.now() })
    .execute()
  return {
    db,
    today: systemClock.today(),
    now: systemClock.now(),
    actor: { kind: 'system' },
    network: {
      id,
      slug: 'banc',
      name: 'Banc',
      headName: 'Banc',
      tagline: '',
      base: '',
      themeSheet: '',
      host: null,
      logo: null,
    },
    reach: { kind: 'all', network: id },
    requestId: null,
    origin: null,
    journalled: new Set(),
  }
}

/** Watches from now on; the answer is the highest seen, in megabytes above what the process weighs now. */
function watchMemory(): () => number {
  const idle = process.memoryUsage().rss
  let highest = idle
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 50)
  return () => {
    clearInterval(timer)
    return Math.round((highest - idle) / 1024 / 1024)
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function print(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ name, value, unit }))
}
