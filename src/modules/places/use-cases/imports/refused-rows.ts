import { stringify } from 'csv-stringify/sync'
import type { Database } from '../../../../platform/db/database.ts'
import { refusedRows } from '../../data/imports/held-rows.store.ts'
import type { Import } from '../../domain/imports/import.ts'

/** Two columns more than the file had; read again, they say nothing. */
export const REPORT_COLUMNS = ['erreurs', 'propositions'] as const

/**
 * The refused rows alone, under the headings of their file, with what is wrong and what is proposed: corrected, they are
 * sent again as they are. `forSpreadsheet`: its separator and its mark, and no cell that it would compute. DIR-33.
 */
export async function* refusedRowsOf(
  db: Database,
  { id, header }: Pick<Import, 'id' | 'header'>,
  { forSpreadsheet = false } = {},
): AsyncGenerator<string> {
  const headings = [...new Set(header ?? [])].filter((name) => !isReportColumn(name))
  const options = forSpreadsheet ? { delimiter: ';', escape_formulas: true } : {}
  yield (forSpreadsheet ? '\ufeff' : '') + stringify([[...headings, ...REPORT_COLUMNS]], options)
  for await (const { raw, errors, proposals } of refusedRows(db, id)) {
    const cells = headings.map((name) => raw[name] ?? '')
    yield stringify([[...cells, errors.join(' '), proposals.join(' | ')]], options)
  }
}

export function isReportColumn(name: string): boolean {
  return (REPORT_COLUMNS as readonly string[]).includes(name)
}
