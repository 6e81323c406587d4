import { type FileRefusal, refuseFile } from './refused-file.ts'
import { placesOfColumns } from './standard.ts'
import { indispensableColumns, standardColumns } from './standard-columns.ts'

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
  if (text.startsWith('{') || text.startsWith('[')) return otherJson(text)
  const best = shapes.reduce((one, other) => (score(other.header) > score(one.header) ? other : one))
  const missing = missingColumns(best.header)
  if (missing.length > 0)
    return refuseFile('other-columns', { missing: missing.join(', '), found: shortList(best.header) })
  return best
}

/** Names of the header that the standard does not know. */
export function unknownColumns(header: readonly string[]): string[] {
  const known = new Set(Object.values(placesOfColumns(header)))
  return header.filter((name, place) => name.trim() !== '' && !known.has(place))
}

function missingColumns(header: readonly string[]): string[] {
  const places = placesOfColumns(header)
  return indispensableColumns.filter((column) => places[column] === null)
}

/** Known columns first; failing that, the separator that cuts most. */
function score(header: readonly string[]): number {
  const places = placesOfColumns(header)
  return (
    standardColumns.filter((column) => places[column] !== null).length * 1000 + Math.min(header.length, 999)
  )
}

/** Keys of the first object, found without reading the whole: what the producer calls its columns. */
function otherJson(text: string): FileRefusal {
  const first = text.slice(0, text.indexOf('}') + 1 || text.length)
  const keys = [...first.matchAll(/"((?:[^"\\]|\\.){1,60})"\s*:/g)].map((found) => found[1] ?? '')
  const missing = standardColumns.filter((column) => !keys.includes(column))
  return refuseFile('json', { found: shortList(keys), missing: shortList(missing) })
}

function shortList(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map((name) => name.replace(/\s+/g, ' ').trim().slice(0, 40))
    .filter((name) => name !== '')
  return shown.join(', ') + (names.length > 12 ? '…' : '')
}
