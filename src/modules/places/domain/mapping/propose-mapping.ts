import { type StandardColumn, standardColumns } from '../standard/standard-columns.ts'
import { fromCodeAndTown, fromWholeAddress, streetOf } from './address-columns.ts'
import { columnsByCells } from './columns-by-cells.ts'
import { mixedContacts } from './contact-columns.ts'
import { isTermColumn } from './former-terms.ts'
import { type CellsOf, headingsGuessed, standsFor } from './heading-guesses.ts'
import { dayHeadings, headingsFor } from './known-headings.ts'
import { columnsRead, type Mapping, type Origin, type SourceRow } from './mapping.ts'
import { fromPointCell, pointColumns } from './point-columns.ts'
import { termsFrom, withTicks } from './term-columns.ts'

type Columns = Partial<Record<StandardColumn, Origin>>

/** What a file seems to say, from its headings and from the rows seen: to be read and corrected by a person. DIR-29. */
export function proposeMapping(header: readonly string[], seen: readonly SourceRow[]): Mapping {
  const rows = seen.filter((row) => !isAside(row))
  const cellsOf = cellsIn(rows)
  let columns = knownColumns(header, rows, cellsOf)
  const free = () => {
    const read = columnsRead({ columns, isGrouped: false })
    return header.filter((heading) => heading.trim() !== '' && !read.has(heading))
  }
  for (const column of standardColumns) {
    const origin = columns[column] ? null : guessedOrigin(column, free(), rows, cellsOf)
    if (origin) columns = { ...columns, [column]: origin }
  }
  columns = { ...columns, ...pointsAndAddresses(columns, free(), rows, cellsOf) }
  columns = { ...columns, ...byCells(columns, free(), cellsOf) }
  columns = { ...columns, ...mixedContacts(columns, free(), cellsOf) }
  columns = withTicks(columns, free(), cellsOf)
  return { columns, isGrouped: repeats(columns, rows) > GROUPED_FROM }
}

/** From this share of rows that repeat another, the file has a row per service. */
const GROUPED_FROM = 0.2

/** A total, a title among the rows, a note at the end: it says nothing of what the columns hold. */
function isAside(row: SourceRow): boolean {
  const filled = Object.values(row).filter((cell) => cell.trim() !== '')
  const [first = ''] = filled
  return /^\s*(sous[\s-]*)?tota(l|ux)\b/i.test(first) || (filled.length === 1 && Object.keys(row).length > 2)
}

/** The cells of a column that say something, gathered once. */
function cellsIn(rows: readonly SourceRow[]): CellsOf {
  const known = new Map<string, string[]>()
  return (heading) => {
    const made = known.get(heading)
    if (made) return made
    const cells = rows.map((row) => row[heading] ?? '').filter((cell) => cell.trim() !== '')
    known.set(heading, cells)
    return cells
  }
}

/** What the names of the columns say. */
function knownColumns(header: readonly string[], rows: readonly SourceRow[], cellsOf: CellsOf): Columns {
  const columns: Columns = {}
  for (const column of standardColumns) {
    const origin = knownOrigin(column, header, rows, cellsOf)
    if (origin) columns[column] = origin
  }
  return columns
}

function knownOrigin(
  column: StandardColumn,
  header: readonly string[],
  rows: readonly SourceRow[],
  cellsOf: CellsOf,
): Origin | null {
  if (column === 'adresse') {
    const street = streetOf(header, cellsOf)
    if (street) return street
  }
  // A column of which no cell says anything is no column; without any row, the heading is believed.
  const from = headingsFor(column, header).filter(
    (heading) => rows.length === 0 || (cellsOf(heading).length > 0 && standsFor(column, cellsOf(heading))),
  )
  if (column === 'horaires' && from.length === 0) {
    const days = dayHeadings(header)
    if (days) return { kind: 'days', from: days }
  }
  const [first] = from
  if (first === undefined) return null
  if (isTermColumn(column)) return termsFrom(column, [first], rows)
  // The last columns of a list stand in for the first when it is empty.
  return { kind: 'column', from: column === 'autres_formations_labels' ? [first] : from.slice(0, 2) }
}

/** What the sentences of the headings say, and what their cells look like. */
function guessedOrigin(
  column: StandardColumn,
  free: readonly string[],
  rows: readonly SourceRow[],
  cellsOf: CellsOf,
): Origin | null {
  const headings = headingsGuessed(column, free, cellsOf)
  if (headings.length === 0) return null
  if (isTermColumn(column)) return termsFrom(column, headings.slice(0, 2), rows, 0.5)
  return { kind: 'column', from: headings.slice(0, 1) }
}

function pointsAndAddresses(
  columns: Columns,
  free: readonly string[],
  rows: readonly SourceRow[],
  cellsOf: CellsOf,
): Columns {
  const whole = fromWholeAddress(columns, free, cellsOf)
  const address = { ...columns, ...whole }
  return {
    ...whole,
    ...fromCodeAndTown(address, free, cellsOf),
    ...fromPointCell(columns, free, cellsOf),
    ...pointColumns(columns, rows),
  }
}

/** When no heading gives the names, what the cells look like. */
function byCells(columns: Columns, free: readonly string[], cellsOf: CellsOf): Columns {
  const found = columns.nom ? null : columnsByCells(free, cellsOf)
  if (!found) return {}
  const entries = Object.entries(found).filter(([column]) => columns[column as StandardColumn] === undefined)
  return Object.fromEntries(
    entries.map(([column, heading]): [string, Origin] => [column, { kind: 'column', from: [heading] }]),
  )
}

/** The share of rows whose name, address and postal code are those of a row before. */
function repeats(columns: Columns, rows: readonly SourceRow[]): number {
  if (rows.length === 0) return 0
  const key = (row: SourceRow) =>
    (['nom', 'adresse', 'code_postal'] as const)
      .map((column) => {
        const origin = columns[column]
        return origin?.kind === 'column' ? (row[origin.from[0] ?? ''] ?? '').toLowerCase().trim() : ''
      })
      .join('|')
  const keys = rows.map(key).filter((one) => one !== '||')
  return keys.length === 0 ? 0 : 1 - new Set(keys).size / keys.length
}
