import { type DayOrder, dayOrderOf } from '../../domain/imports/day-order.ts'
import { applyMapping } from '../../domain/mapping/apply-mapping.ts'
import { headingsOf } from '../../domain/mapping/mapping.ts'
import type { PlaceTable } from './read-file.ts'
import { firstRows, type ReadingRule } from './reading-rule.ts'

/** How the file writes its days, after its first rows. */
export async function dayOrderIn(
  table: PlaceTable,
  rule: Exclude<ReadingRule, { kind: 'standard' }>,
): Promise<DayOrder> {
  const origin = rule.mapping.columns.date_maj
  if (!origin || headingsOf(origin).length === 0) return 'day-first'
  const only = { ...rule.mapping, columns: { date_maj: origin } }
  const rows = await firstRows(table)
  return dayOrderOf(rows.map((row) => applyMapping(only, row).row.date_maj))
}
