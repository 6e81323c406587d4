import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse'
import { day } from '../src/kernel/day.ts'
import { everything } from '../src/modules/places/data/search/places.filter.ts'
import { exportFile } from '../src/modules/places/web/exports/export-file.ts'
import type { Context } from '../src/platform/context.ts'
import { schemaFaults } from '../tests/real-data/standard-schema.ts'
import { report, withNational } from './national.ts'

// DIR-82, DIR-92: the whole directory as the national standard writes it, and the faults of the written file against the
// official schema. Idle is after the beginning of an export, collected: code, pools and connections are counted in it.
// `.rss` is then what the process weighs at most; `.heap` is what is alive, collected on the way, to the same for a fifth.

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const PLACES = 100_000
const FEWER = 20_000
const BEGINNING = 2000
const PIECES_BETWEEN_LOOKS = 40
const CHECKED_AT_ONCE = 1000

type Row = Record<string, string>

await withNational(async ({ db, network }) => {
  const context = { db, network: { id: network, slug: 'banc' } } as Context
  const addressOf = (slug: string) => `https://banc.example/lieux/${slug}`
  const csv = () =>
    exportFile(context, { format: 'csv', filter: everything(network, day('2026-06-17')), addressOf })
  await written(csv(), BEGINNING)
  collect()
  const idle = rss()
  const start = performance.now()
  const { size, peak } = await written(csv(), PLACES, rss)
  report('directory.export.seconds', (performance.now() - start) / 1000, 's')
  report('directory.export.size', size / 1024 / 1024, 'MB')
  report('directory.export.100k.rss', peak - idle, 'MB above idle')
  const [fewer, all] = [await written(csv(), FEWER, aliveNow), await written(csv(), PLACES, aliveNow)]
  report('directory.export.100k.heap', all.peak / fewer.peak, 'heap(100k) / heap(20k)')
  const { rows, faults } = await checked(csv())
  report('directory.export.100k.rows', rows, 'rows')
  report('directory.export.100k.errors', faults, 'errors')
})

/** Takes the pieces until so many lines came; looks at each of them. */
async function written(pieces: AsyncIterable<Uint8Array>, lines: number, look = (_piece: number) => 0) {
  let [size, seen, piece, peak] = [0, 0, 0, 0]
  for await (const bytes of pieces) {
    size += bytes.length
    for (const byte of bytes) if (byte === 10) seen += 1
    peak = Math.max(peak, look(piece))
    piece += 1
    if (seen > lines) break
  }
  return { size, peak }
}

/** By a thousand rows; an id that comes back is a fault wherever it does. */
async function checked(pieces: AsyncIterable<Uint8Array>): Promise<{ rows: number; faults: number }> {
  const ids = new Set<string>()
  let [rows, faults, some] = [0, 0, [] as Row[]]
  for await (const row of Readable.from(pieces).pipe(parse({ columns: true })) as AsyncIterable<Row>) {
    rows += 1
    ids.add(row.id ?? '')
    some.push(row)
    if (some.length < CHECKED_AT_ONCE) continue
    faults += schemaFaults(some).length
    some = []
  }
  return { rows, faults: faults + schemaFaults(some).length + rows - ids.size }
}

function rss(): number {
  return process.memoryUsage().rss / 1024 / 1024
}

function aliveNow(piece: number): number {
  if (piece % PIECES_BETWEEN_LOOKS > 0) return 0
  collect()
  return process.memoryUsage().heapUsed
}
