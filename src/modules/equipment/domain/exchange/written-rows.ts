import type { Column } from './column.ts'
import { COLUMNS, type TableName } from './tables.ts'

/** Keys of a loan that say who borrowed, and what for. */
const ABOUT_BORROWERS: readonly string[] = ['siret', 'borrower', 'actions']

/** The columns of a table as an export has them; `withBorrowers` false: those about who borrowed are not there. */
export function keysOf(table: TableName, { withBorrowers }: { withBorrowers: boolean }): string[] {
  const keys = Object.keys(COLUMNS[table])
  return withBorrowers || table !== 'prets' ? keys : keys.filter((key) => !ABOUT_BORROWERS.includes(key))
}

export function headerOf(table: TableName, keys: readonly string[]): string[] {
  return keys.map((key) => columnAt(table, key).name)
}

/** A thing as one row of its table. */
export function rowOf(table: TableName, keys: readonly string[], values: object): string[] {
  return keys.map((key) => columnAt(table, key).write((values as Record<string, unknown>)[key]))
}

function columnAt(table: TableName, key: string): Column<unknown> {
  const columns = COLUMNS[table] as unknown as Record<string, Column<unknown>>
  const column = columns[key]
  if (!column) throw new Error(`no column ${key} in ${table}`)
  return column
}
