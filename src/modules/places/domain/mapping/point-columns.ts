import type { StandardColumn } from '../standard/standard-columns.ts'
import type { CellsOf } from './heading-guesses.ts'
import type { Mapping, Origin, SourceRow } from './mapping.ts'
import { pointIn } from './point-cell.ts'

type Found = Partial<Record<StandardColumn, Origin>>

/** A column that holds both: « 48.85, 2.35 », `POINT(2.35 48.85)`. */
export function fromPointCell(
  columns: Mapping['columns'],
  headings: readonly string[],
  cellsOf: CellsOf,
): Found {
  if (columns.latitude && columns.longitude) return {}
  const heading = headings.find((one) => {
    const cells = cellsOf(one)
    return cells.length > 0 && cells.filter((cell) => pointIn(cell) !== null).length >= cells.length * 0.8
  })
  if (heading === undefined) return {}
  return {
    latitude: { kind: 'part', from: heading, part: 'latitude' },
    longitude: { kind: 'part', from: heading, part: 'longitude' },
  }
}

/** Columns named X and Y hold either: most values say which is a latitude of France. */
export function pointColumns({ latitude, longitude }: Mapping['columns'], rows: readonly SourceRow[]): Found {
  if (latitude?.kind !== 'column' || longitude?.kind !== 'column') return {}
  const number = (origin: { from: readonly string[] }, row: SourceRow) =>
    Number((row[origin.from[0] ?? ''] ?? '').replace(',', '.'))
  const north = (value: number) => value > 41 && value < 51.6
  const swapped = rows.filter((row) => north(number(longitude, row)) && !north(number(latitude, row))).length
  const straight = rows.filter((row) => north(number(latitude, row)) && !north(number(longitude, row))).length
  return swapped > straight ? { latitude: longitude, longitude: latitude } : {}
}
