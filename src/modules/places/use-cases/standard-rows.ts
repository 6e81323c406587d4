import type { TableRow } from '../../../platform/tables/read-table.ts'
import { applyMapping, type UnknownWord } from '../domain/mapping/apply-mapping.ts'
import { groupRows } from '../domain/mapping/group-rows.ts'
import { placesOfColumns, toStandardRow } from '../domain/standard.ts'
import type { StandardRow } from '../domain/standard-columns.ts'
import type { PlaceTable } from './read-file.ts'
import { type ReadingRule, sourceRowOf } from './reading-rule.ts'

/** A row of the standard, and how many rows of the file it is made of. */
export interface MadeRow {
  line: number
  row: StandardRow
  unknown: readonly UnknownWord[]
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
    return ({ line, cells }) => ({ line, row: toStandardRow(cells, places), unknown: [] })
  }
  return ({ line, cells }) => ({ line, ...applyMapping(rule.mapping, sourceRowOf(header, cells)) })
}
