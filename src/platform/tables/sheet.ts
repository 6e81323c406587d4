import type { Refusal } from '../../kernel/refusal.ts'
import type { TableRow } from './read-table.ts'

/** One sheet of a workbook: its name, and its rows that are not blank. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly TableRow[]
}

export type WorkbookRefusal = Refusal<'workbook-unreadable' | 'workbook-locked' | 'workbook-too-large'>

/** A sheet whose last cell is further would be a table of that size in memory, however few cells it holds. */
export const LAST_ROW = 100_000
export const LAST_COLUMN = 200
