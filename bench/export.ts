import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { day } from '../src/kernel/day.ts'
import { everything } from '../src/modules/places/data/search/places.filter.ts'
import { exportFile } from '../src/modules/places/web/exports/export-file.ts'
import type { Context } from '../src/platform/context.ts'
import { schemaFaults } from '../tests/real-data/standard-schema.ts'
import { report, withNational } from './national.ts'

// DIR-82, DIR-92: the whole directory as the national standard writes it: memory above idle while it is written, and
// faults of the written file against the official schema.

await withNational(async ({ db, network }) => {
  const context = { db, network: { id: network, slug: 'banc' } } as Context
  const asked = {
    ...{ format: 'csv' as const, filter: everything(network, day('2026-06-17')) },
    addressOf: (slug: string) => `https://banc.example/lieux/${slug}`,
  }
  // Once for nothing: what is loaded at first use is not what an export costs.
  await written(exportFile(context, { ...asked, format: 'non-exportables' }))
  const idle = memory()
  let peak = 0
  const start = performance.now()
  const size = await written(exportFile(context, asked), () => {
    peak = Math.max(peak, memory() - idle)
  })
  report('directory.export.seconds', (performance.now() - start) / 1000, 's')
  report('directory.export.size', size / 1024 / 1024, 'MB')
  report('directory.export.100k.rss', peak, 'MB above idle')
  let rows = 0
  let faults = 0
  const parsed = Readable.from(exportFile(context, asked)).pipe(parse({ columns: true }))
  for await (const row of parsed) {
    rows += 1
    faults += schemaFaults([row as Record<string, string>]).length
  }
  report('directory.export.100k.rows', rows, 'rows')
  report('directory.export.100k.errors', faults, 'errors')
})

async function written(pieces: AsyncIterable<Uint8Array>, onPiece = () => {}): Promise<number> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    onPiece()
  }
  return size
}

function memory(): number {
  return process.memoryUsage().rss / 1024 / 1024
}
