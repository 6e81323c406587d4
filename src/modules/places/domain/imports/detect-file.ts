import { headingsFor } from '../mapping/known-headings.ts'
import { placesOfColumns } from '../standard/standard.ts'
import { indispensableColumns, standardColumns } from '../standard/standard-columns.ts'
import { type FileRefusal, refuseFile } from './refused-file.ts'

/** A header, as one way of cutting the first line gives it. */
interface Headed {
  header: readonly string[]
}

/** What the text is when it is not a table of places, or how its cells are separated. */
export function recogniseTable<Shape extends Headed>(
  head: string,
  shapes: readonly [Shape, ...Shape[]],
): Shape | FileRefusal {
  const text = head.trimStart()
  if (text === '') return refuseFile('empty')
  if (/^(<!doctype html|<html|<\?xml|<head|<body)/i.test(text)) return refuseFile('web-page')
  if (text.startsWith('{') || text.startsWith('[')) return refuseFile('json')
  const best = shapes.reduce((one, other) => (score(other.header) > score(one.header) ? other : one))
  return isTable(best.header) ? best : refuseFile('other-columns', { found: shortList(best.header) })
}

/** Does it hold the columns of the standard that a place cannot do without? Then no correspondence is asked. */
export function isStandard(header: readonly string[]): boolean {
  const places = placesOfColumns(header)
  return indispensableColumns.every((column) => places[column] !== null)
}

/** Names of the header that the standard does not know. */
export function unknownColumns(header: readonly string[]): string[] {
  const known = new Set(Object.values(placesOfColumns(header)))
  return header.filter((name, place) => name.trim() !== '' && !known.has(place))
}

/** How many columns of the standard the headings seem to give. */
export function knownHeadings(header: readonly string[]): number {
  return standardColumns.filter((column) => headingsFor(column, header).length > 0).length
}

/** Two columns that have a name: less is no table. What they are is said later, by the file or by a person. */
export function isTable(header: readonly string[]): boolean {
  return header.filter((name) => name.trim() !== '').length >= 2
}

/** Known columns first; failing that, the separator that cuts most. */
function score(header: readonly string[]): number {
  return knownHeadings(header) * 1000 + Math.min(header.length, 999)
}

export function shortList(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map((name) => name.replace(/\s+/g, ' ').trim().slice(0, 40))
    .filter((name) => name !== '')
  return shown.join(', ') + (names.length > 12 ? '…' : '')
}
