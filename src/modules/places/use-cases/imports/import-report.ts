import { stringify } from 'csv-stringify/sync'
import type { Database } from '../../../../platform/db/database.ts'
import { allFindings, type FindingLine } from '../../data/imports/import.findings.ts'
import type { Severity } from '../../domain/imports/finding.ts'
import type { ImportId } from '../../domain/imports/import.ts'

const HEADER = ['ligne', 'id_source', 'colonne', 'valeur', 'code', 'gravite', 'message', 'proposition']
export const REPORT_HEADER = stringify([HEADER])
/** The words of the report, in its file and in the address of its page. */
export const severityWords: Readonly<Record<Severity, string>> = {
  refused: 'rejet',
  warning: 'avertissement',
  correction: 'correction',
  remark: 'remarque',
}

/** The report as CSV, piece by piece: one line per finding, in the order of the file (DIR-32). */
export async function* reportOf(db: Database, id: ImportId): AsyncGenerator<string> {
  yield REPORT_HEADER
  for await (const finding of allFindings(db, id)) yield csvLine(finding)
}

/** Read in a spreadsheet, a value that begins as a formula must not become one (STK-84). */
export function csvLine({
  line,
  externalId,
  column,
  value,
  code,
  severity,
  message,
  proposal,
}: FindingLine): string {
  const where = line === 0 ? '' : String(line)
  const cells = [
    where,
    externalId ?? '',
    column,
    value,
    code,
    severityWords[severity],
    message,
    proposal ?? '',
  ]
  return stringify([cells], { escape_formulas: true })
}
