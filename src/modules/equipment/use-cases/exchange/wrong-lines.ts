import { isRefusal } from '../../../../kernel/refusal.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { findingsOfTable } from '../../data/exchange/imports.store.ts'
import type { ImportRun } from '../../domain/exchange/import.ts'
import type { TableName } from '../../domain/exchange/tables.ts'
import { readImportFile } from './read-import-file.ts'

/** The lines of one table that were refused, as they came, each with its reasons: to be mended and sent again. */
export async function wrongLinesOf(
  db: Database,
  files: FileStore,
  run: ImportRun,
  table: TableName,
): Promise<string | null> {
  const tables = await readImportFile(await files.get(run.fileSha256))
  const raw = isRefusal(tables) ? undefined : tables.find((one) => one.table === table)
  if (!raw) return null
  const reasons = Map.groupBy(await findingsOfTable(db, run.id, table), ({ line }) => line)
  const rows = raw.rows.flatMap(({ line, cells }) => {
    const found = reasons.get(line)
    if (!found) return []
    const why = found.map(({ column, expected }) => `${column} : ${expected}`).join(' / ')
    return [[...raw.header.map((_, place) => cells[place] ?? ''), String(line), why]]
  })
  return csvOf([...raw.header, 'ligne_du_fichier', 'motifs'], rows)
}
