import { type Column, isRounded, plain, type ValuesOf } from './column.ts'
import { COLUMNS, columnsOf, TABLES, type TableName } from './tables.ts'

/** What is wrong in one cell: where, what it says, what is awaited, in French. */
export interface Finding {
  readonly table: TableName
  readonly line: number
  readonly column: string
  readonly value: string
  readonly expected: string
}

/** One row as its file has it. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A sheet recognised by its columns. */
export interface RawTable {
  readonly table: TableName
  readonly header: readonly string[]
  readonly rows: readonly RawRow[]
}

/** What a row says, with all that is wrong in it. Keys are those of `COLUMNS`; a column the file lacks has none. */
export interface ReadRow<V> {
  readonly line: number
  /** What the cells say, to the letter. */
  readonly told: Partial<Record<keyof V, string>>
  readonly values: Partial<V>
  readonly wrong: Partial<Record<keyof V, Finding>>
}

/** The tables whose indispensable columns a header has, best first; none: another kind of file. */
export function tableOf(header: readonly string[]): TableName | null {
  const names = header.map(nameOf)
  const known = TABLES.filter((table) =>
    columnsOf(table).every(({ name, isRequired }) => !isRequired || names.includes(name)),
  )
  return known.reduce<TableName | null>(
    (best, table) => (best && score(best, names) >= score(table, names) ? best : table),
    null,
  )
}

function score(table: TableName, names: readonly string[]): number {
  return columnsOf(table).filter(({ name }) => names.includes(name)).length
}

/** « Numéro de série » is `numero_de_serie`. */
export function nameOf(header: string): string {
  return plain(header).replace(/[^a-z0-9]+/g, '_')
}

/** Every cell of every row: all the errors of a line, not the first only. */
export function readRows<N extends TableName>(
  table: N,
  { header, rows }: Pick<RawTable, 'header' | 'rows'>,
): ReadRow<ValuesOf<(typeof COLUMNS)[N]>>[] {
  const names = header.map(nameOf)
  const places = Object.entries(COLUMNS[table])
    .map(([key, column]) => ({
      key,
      column: column as unknown as Column<unknown>,
      place: names.indexOf(column.name),
    }))
    .filter(({ place }) => place >= 0)
  return rows.map(({ line, cells }) => {
    const told: Record<string, string> = {}
    const values: Record<string, unknown> = {}
    const wrong: Record<string, Finding> = {}
    for (const { key, column, place } of places) {
      const cell = cleaned(cells[place] ?? '')
      told[key] = cell
      const value = cell === '' ? column.empty : column.read(cell)
      if (cell === '' ? column.isRequired : value === null) wrong[key] = findingAt(table, line, column, cell)
      else values[key] = value
    }
    return { line, told, values, wrong } as ReadRow<ValuesOf<(typeof COLUMNS)[N]>>
  })
}

const ROUNDED = 'Ce nombre est arrondi par un tableur : redonnez-le en entier, la colonne au format texte.'

function findingAt(
  table: TableName,
  line: number,
  { name, expected }: Pick<Column<unknown>, 'name' | 'expected'>,
  cell: string,
): Finding {
  return { table, line, column: name, value: cell, expected: isRounded(cell) ? ROUNDED : expected }
}

/** What no spreadsheet shows: control characters, tabs and line ends aside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g

/** Line ends and spaces of every spreadsheet come to the same. */
export function cleaned(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').replace(UNSEEN, '').toWellFormed().normalize('NFC').trim()
}

/** A value as a file would say it: two values written the same are the same. */
export function written<V>(column: Column<V>, value: V): string {
  return cleaned(column.write(value))
}
