import type { TableRow } from '../../../../platform/tables/read-table.ts'
import { applyMapping, type UnknownWord } from '../../domain/mapping/apply-mapping.ts'
import { groupRows } from '../../domain/mapping/group-rows.ts'
import type { SourceRow } from '../../domain/mapping/mapping.ts'
import { placesOfColumns, toStandardRow } from '../../domain/standard/standard.ts'
import type { StandardRow } from '../../domain/standard/standard-columns.ts'
import { cut } from '../../domain/text.ts'
import type { PlaceTable } from './read-file.ts'
import { type ReadingRule, sourceRowOf } from './reading-rule.ts'

/** A row of the standard, and how many rows of the file it is made of. */
export interface MadeRow {
  line: number
  row: StandardRow
  unknown: readonly UnknownWord[]
  /** As received: heading → cell, the empty ones left out. */
  raw: SourceRow
  rows: number
}

/** The rows of a file as rows of the standard. Rows to put together are all held until the last one is read. */
export async function* standardRows(table: PlaceTable, rule: ReadingRule): AsyncGenerator<MadeRow> {
  const read = readerOf(table.header, rule)
  if (rule.kind === 'standard' || !rule.mapping.isGrouped) {
    for await (const row of table.read()) yield { ...read(row), rows: 1 }
    return
  }
  const all: Omit<MadeRow, 'rows'>[] = []
  for await (const row of table.read()) all.push(read(row))
  yield* groupRows(all)
}

function readerOf(header: readonly string[], rule: ReadingRule): (row: TableRow) => Omit<MadeRow, 'rows'> {
  if (rule.kind === 'standard') {
    const places = placesOfColumns(header)
    return ({ line, cells }) => ({
      line,
      row: toStandardRow(cells, places),
      unknown: [],
      raw: filledOf(sourceRowOf(header, cells)),
    })
  }
  return ({ line, cells }) => {
    const source = sourceRowOf(header, cells)
    return { line, ...applyMapping(rule.mapping, source), raw: filledOf(source) }
  }
}

/** A cell that says nothing is not kept; one of a megabyte is quoted. */
function filledOf(source: SourceRow): SourceRow {
  const filled: Record<string, string> = {}
  for (const [heading, cell] of Object.entries(source))
    if (cell !== '') filled[heading] = cut(cell, LONGEST_CELL)
  return filled
}

const LONGEST_CELL = 20_000
