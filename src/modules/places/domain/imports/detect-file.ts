import { headingsFor } from '../mapping/known-headings.ts'
import { placesOfColumns } from '../standard/standard.ts'
import { indispensableColumns, standardColumns } from '../standard/standard-columns.ts'
import { type FileRefusal, refuseFile } from './refused-file.ts'

/** A header, as one way of cutting the first line gives it. */
interface Headed {
  header: readonly string[]
  before: number
}

/** A title, a date and a blank may come before the header. */
export const LAST_HEADER = 15

/** What the text is when it is not a table of places, or how its cells are separated. */
export function recogniseTable<Shape extends Headed>(
  head: string,
  shapes: readonly [Shape, ...Shape[]],
): Shape | FileRefusal {
  const text = head.trimStart()
  if (text === '') return refuseFile('empty')
  if (/^(<!doctype html|<html|<head|<body)/i.test(text)) return refuseFile('web-page')
  if (/^<(\?xml|kml|gpx|rss)\b/i.test(text))
    return refuseFile(/<html/i.test(text.slice(0, 1000)) ? 'web-page' : 'xml')
  if (text.startsWith('{') || text.startsWith('[')) return refuseFile('json')
  const scored = shapes.map((shape) => ({ shape, score: headerScore(shape.header, shape.before) }))
  const { shape: best } = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return isTable(best.header) ? best : refuseFile('other-columns', { found: shortList(best.header) })
}

/**
 * Does it hold the columns of the standard that a place cannot do without? Then no correspondence is asked. Not when it calls
 * another of them otherwise (`courriel`, `conditions_acces`): it is of a former version, or of a neighbour. DIR-15.
 */
export function isStandard(header: readonly string[]): boolean {
  const places = placesOfColumns(header)
  if (!indispensableColumns.every((column) => places[column] !== null)) return false
  const taken = new Set(Object.values(places))
  const others = header.filter((_, at) => !taken.has(at))
  return standardColumns.every(
    (column) => places[column] !== null || headingsFor(column, others).length === 0,
  )
}

/** Names of the header that the standard does not know. */
export function unknownColumns(header: readonly string[]): string[] {
  const known = new Set(Object.values(placesOfColumns(header)))
  return header.filter((name, place) => name.trim() !== '' && !known.has(place))
}

/** How many columns of the standard the headings seem to give. */
function knownHeadings(header: readonly string[]): number {
  return standardColumns.filter((column) => headingsFor(column, header).length > 0).length
}

/** Two columns that have a name: less is no table. What they are is said later, by the file or by a person. */
export function isTable(header: readonly string[]): boolean {
  return header.filter((name) => name.trim() !== '').length >= 2
}

/** Known columns first; failing that, the line that is cut most. One known word may be a word of a row: `commune`. */
export function headerScore(header: readonly string[], before: number): number {
  const filled = header.filter((name) => name.trim() !== '').length
  const known = knownHeadings(header)
  return (before > 0 && known < 2 ? 0 : known) * 1000 + Math.min(filled, 999)
}

export function shortList(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map((name) => name.replace(/\s+/g, ' ').trim().slice(0, 40))
    .filter((name) => name !== '')
  return shown.join(', ') + (names.length > 12 ? '…' : '')
}
