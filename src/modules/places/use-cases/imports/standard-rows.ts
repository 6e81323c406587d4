import type { TableRow } from '../../../../platform/tables/read-table.ts'
import { applyMapping, type UnknownWord } from '../../domain/mapping/apply-mapping.ts'
import type { SourceRow } from '../../domain/mapping/mapping.ts'
import { placesOfColumns, toStandardRow } from '../../domain/standard/standard.ts'
import type { StandardRow } from '../../domain/standard/standard-columns.ts'
import { cut } from '../../domain/text.ts'
import { groupedRows } from './grouped-rows.ts'
import type { PlaceTable } from './read-file.ts'
import { type ReadingRule, sourceRowOf } from './reading-rule.ts'

/** A row of the standard, and how many rows of the file it is made of. */
export interface MadeRow {
  line: number
  row: StandardRow
  unknown: readonly UnknownWord[]
  /** As received: heading → cell, the empty ones left out; empty for whoever does not keep it. */
  raw: SourceRow
  rows: number
}

/** The rows of a file as rows of the standard, in the order of the file unless some are put together. */
export async function* standardRows(
  table: PlaceTable,
  rule: ReadingRule,
  { keepsRaw = true } = {},
): AsyncGenerator<MadeRow> {
  const read = readerOf(table.header, rule, keepsRaw ? rawReader(table.header) : () => NOTHING)
  if (rule.kind === 'standard' || !rule.mapping.isGrouped) {
    for await (const row of table.read()) yield { ...read(row), rows: 1 }
    return
  }
  yield* groupedRows(table, read)
}

const NOTHING: SourceRow = {}

type RawReader = (cells: readonly string[]) => SourceRow

function readerOf(
  header: readonly string[],
  rule: ReadingRule,
  rawOf: RawReader,
): (row: TableRow) => Omit<MadeRow, 'rows'> {
  if (rule.kind === 'standard') {
    const places = placesOfColumns(header)
    return ({ line, cells }) => ({
      line,
      row: toStandardRow(cells, places),
      unknown: [],
      raw: rawOf(cells),
    })
  }
  return ({ line, cells }) => ({
    line,
    ...applyMapping(rule.mapping, sourceRowOf(header, cells)),
    raw: rawOf(cells),
  })
}

/** A cell that says nothing is not kept; one of a megabyte is quoted. Of two columns of one name, the first. */
function rawReader(header: readonly string[]): RawReader {
  const columns = header.flatMap((name, at) => (header.indexOf(name) === at ? [{ name, at }] : []))
  return (cells) => {
    const filled: Record<string, string> = {}
    for (const { name, at } of columns) {
      const cell = cells[at]
      if (cell !== undefined && cell !== '') filled[name] = cut(cell, LONGEST_CELL)
    }
    return filled
  }
}

const LONGEST_CELL = 20_000
