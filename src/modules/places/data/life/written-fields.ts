import type { WrittenFields } from '../../domain/life/sections.ts'
import { placeColumns } from '../place-columns.ts'
import { fieldsOf, type PlaceRow, type RowPatch, toPatch } from './place.store.ts'

/** What a held row says, by the names of our fields. */
export function writtenFieldsOf(row: PlaceRow): WrittenFields {
  return { ...fieldsOf(row), serves: row.serves }
}

/** Written fields under the names of their columns, for `changePlace`. */
export function writtenPatch({ serves, ...fields }: Partial<WrittenFields>): RowPatch {
  return { ...toPatch(fields), ...(serves ? { serves: [...serves] } : {}) }
}

const FIELDS = new Map<string, string>(Object.entries(placeColumns).map(([field, column]) => [column, field]))

/** The field of a column, as revisions name it; a column that nobody writes keeps its own name. */
export function fieldOfColumn(column: string): string {
  return FIELDS.get(column) ?? column
}
