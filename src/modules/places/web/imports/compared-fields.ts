import { placeColumns } from '../../data/place-columns.ts'
import { isSame } from '../../domain/life/changes.ts'
import { fieldName, valueText } from '../life/life-wording.ts'
import { phoneText } from '../wording.ts'

const FIELDS = new Map<string, string>(Object.entries(placeColumns).map(([field, column]) => [column, field]))
/** What a reader does not compare: where a sheet comes from, and when it was written. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['source', 'updated_on'])

/** The name of a column of `places.place`, or of the point it makes with another. */
export function columnName(column: string): string {
  if (column === 'point') return 'Position sur la carte'
  if (column === 'latitude') return 'Latitude'
  if (column === 'longitude') return 'Longitude'
  return fieldName(FIELDS.get(column) ?? column) ?? column
}

export function columnText(column: string, value: unknown): string {
  if (column === 'phone' && typeof value === 'string') return phoneText(value) || '(vide)'
  if (column !== 'point') return valueText(FIELDS.get(column) ?? column, value)
  const [latitude, longitude] = Array.isArray(value) ? value : []
  return latitude === null || latitude === undefined
    ? '(vide)'
    : `${String(latitude).replace('.', ',')} ; ${String(longitude).replace('.', ',')}`
}

export interface ComparedField {
  readonly name: string
  readonly row: string
  readonly place: string
  readonly isSame: boolean
}

/** What a row of a file and a place say, field by field; those of which neither says anything are left out. */
export function comparedFields(
  row: Readonly<Record<string, unknown>>,
  place: Readonly<Record<string, unknown>>,
): ComparedField[] {
  return Object.values(placeColumns)
    .filter(
      (column) => !NOT_SHOWN.has(column) && (saysSomething(row[column]) || saysSomething(place[column])),
    )
    .map((column) => ({
      name: columnName(column),
      row: columnText(column, row[column]),
      place: columnText(column, place[column]),
      isSame: isSame(row[column], place[column]),
    }))
}

/** What a file changes of a place: a cell that its source never filled erases nothing. */
export function changedFields(
  row: Readonly<Record<string, unknown>>,
  place: {
    readonly fields: Readonly<Record<string, unknown>>
    readonly said: Readonly<Record<string, unknown>> | null
  },
): ComparedField[] {
  const isNew = (column: string) =>
    place.said ? !isSame(row[column], place.said[column]) : saysSomething(row[column])
  return Object.values(placeColumns)
    .filter((column) => !NOT_SHOWN.has(column) && isNew(column) && !isSame(row[column], place.fields[column]))
    .map((column) => ({
      name: columnName(column),
      row: columnText(column, row[column]),
      place: columnText(column, place.fields[column]),
      isSame: false,
    }))
}

/** By their names: what a row fills of the place it is attached to, and what it says otherwise. */
export function attachedFields(
  row: Readonly<Record<string, unknown>>,
  place: Readonly<Record<string, unknown>>,
): { filled: string[]; otherwise: string[] } {
  const said = Object.values(placeColumns).filter(
    (column) => !NOT_SHOWN.has(column) && saysSomething(row[column]) && !isSame(row[column], place[column]),
  )
  return {
    filled: said.filter((column) => !saysSomething(place[column])).map(columnName),
    otherwise: said.filter((column) => saysSomething(place[column])).map(columnName),
  }
}

function saysSomething(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  )
}
