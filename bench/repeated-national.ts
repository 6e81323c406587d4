import { writeFile } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'

/** Columns that say where a place is: in a copy they come together from another row. */
const WHERE = new Set([
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
])
/** Prime to the number of rows of any file: each copy moves every place, and no two to the same commune. */
const STEP = 4_999

/**
 * The rows of the consolidated national file again and again until there are `count`: ids of their own in each copy, and
 * every place of a copy moved to where another one stands. No copy has a text that the others all have.
 */
export function repeatedRows(
  header: readonly string[],
  records: readonly (readonly string[])[],
  count: number,
): string[][] {
  const moved = header.map((name) => WHERE.has(name))
  const rank = header.indexOf('id')
  return Array.from({ length: count }, (_, row) => {
    const copy = Math.floor(row / records.length)
    const own = records[row % records.length] ?? []
    const elsewhere = records[(row + copy * STEP) % records.length] ?? []
    return own.map((cell, at) => (at === rank ? `${copy}~${cell}` : moved[at] ? (elsewhere[at] ?? '') : cell))
  })
}

/** The same as a CSV file. */
export async function writeRepeated(
  file: string,
  header: readonly string[],
  records: readonly (readonly string[])[],
  count: number,
): Promise<void> {
  await writeFile(file, stringify([[...header], ...repeatedRows(header, records, count)]))
}
