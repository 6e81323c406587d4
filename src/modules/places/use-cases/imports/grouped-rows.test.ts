import { describe, expect, it } from 'vitest'
import { aGoodRow } from '../../domain/testing.ts'
import { groupedRows } from './grouped-rows.ts'
import type { PlaceTable } from './read-file.ts'

const SERVICES = ['Parentalité', 'Loisirs', 'Insertion']

/** A row per service, all the places of one service after one another: nothing of a place lies together. */
const made = SERVICES.flatMap((services, rank) =>
  ['Gué', 'Pré', 'Val', ''].map((nom, at) => ({
    ...{ line: 2 + rank * 4 + at, unknown: [], raw: { nom } },
    row: aGoodRow({ nom, services }),
  })),
)

function tableOf(onRead: () => void): PlaceTable {
  return {
    ...{ header: [], sha256: '', rows: made.length },
    how: { format: 'json', list: '', lists: [] },
    async *read() {
      onRead()
      for (const { line } of made) yield { line, cells: [] }
    },
    readFromStart() {
      return this.read()
    },
  }
}

async function grouped(openPlaces: number) {
  let reads = 0
  const rows = []
  const table = tableOf(() => {
    reads += 1
  })
  const byLine = new Map(made.map((row) => [row.line, row]))
  const read = ({ line }: { line: number }) => byLine.get(line)
  for await (const row of groupedRows(table, read as never, openPlaces)) rows.push(row)
  return { reads, rows: rows.sort((one, other) => one.line - other.line) }
}

describe('rows of one place, scattered over a file (DIR-29, DIR-41)', () => {
  it.each([
    { openPlaces: 100, reads: 2 },
    { openPlaces: 1, reads: 4 },
  ])('are put together, $openPlaces places open at once', async ({ openPlaces, reads }) => {
    const found = await grouped(openPlaces)
    const places = made.slice(0, 3).map(({ line, row, raw }) => ({
      ...{ line, raw, unknown: [], rows: 3 },
      row: { ...row, services: 'Parentalité|Loisirs|Insertion' },
    }))
    const nameless = made.filter(({ row }) => row.nom === '').map((row) => ({ ...row, rows: 1 }))
    const expected = [...places, ...nameless].sort((one, other) => one.line - other.line)
    expect(found.rows).toEqual(expected)
    expect(found.reads).toBe(reads)
  })
})
