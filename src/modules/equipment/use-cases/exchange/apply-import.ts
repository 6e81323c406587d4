import { isRefusal } from '../../../../kernel/refusal.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { finishProgress, reportProgress } from '../../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { lockImport, markImport, noteFindings } from '../../data/exchange/imports.store.ts'
import { holdForImport } from '../../data/exchange/stock.queries.ts'
import type { ImportRun } from '../../domain/exchange/import.ts'
import { countsOf, findingsOf, judge, sumOf } from '../../domain/exchange/judge.ts'
import type { RawTable } from '../../domain/exchange/read-rows.ts'
import { type FileRefusal, refuseFile, sentenceOf } from '../../domain/exchange/refused-file.ts'
import type { Workplace } from '../workplace.ts'
import { progressOf } from './import-queues.ts'
import { readImportFile } from './read-import-file.ts'
import { readWorld, unitsNamed } from './read-world.ts'
import { writeJudgement } from './write-judgement.ts'

type Place = Pick<Workplace, 'context' | 'inventory'>

/**
 * Writes a decided file in one transaction: judged again once the inventory and its units are held, since others may have
 * written since the report. Stopped half-way, nothing was written; run twice, the second does nothing.
 */
export async function applyImport(
  place: Place,
  { id }: ImportRun,
  content: Uint8Array,
): Promise<null | FileRefusal> {
  const { context } = place
  const tables = await readImportFile(content)
  const outcome = isRefusal(tables) ? tables : await writtenOrRefused(place, id, tables)
  if (isRefusal(outcome)) await markImport(context.db, id, { refusal: sentenceOf(outcome) })
  await finishProgress(context.db, progressOf(id), context.now)
  return outcome
}

async function writtenOrRefused(
  place: Place,
  id: ImportRun['id'],
  tables: readonly RawTable[],
): Promise<null | FileRefusal> {
  try {
    return await inTransaction<null | FileRefusal>(place.context.db, (tx) => write(place, tx, id, tables))
  } catch (error) {
    // What the judgement saw free was taken while it was written: the database has the last word.
    if (refusedBy(error) === null) throw error
    return refuseFile('changed-meanwhile')
  }
}

async function write(
  { context, inventory }: Place,
  tx: Database,
  id: ImportRun['id'],
  tables: readonly RawTable[],
): Promise<null | FileRefusal> {
  const run = await lockImport(tx, inventory.id, id)
  if (!run?.decision || run.appliedAt || run.refusal !== null) return null
  await holdForImport(tx, inventory.id, unitsNamed(tables))
  const judgement = judge(tables, await readWorld(tx, context, inventory, tables))
  const counts = countsOf(tables, judgement)
  const wrong = sumOf(counts, 'wrong')
  if (run.decision === 'all' && wrong > 0) return refuseFile('wrong-lines', { wrong: String(wrong) })
  const total = sumOf(counts, 'created') + sumOf(counts, 'updated')
  await writeJudgement(tx, { inventory, run, at: context.now }, judgement, (done) =>
    // Beside the transaction, so that the page that waits sees it.
    reportProgress(context.db, progressOf(id), { done, total, step: 'Écriture dans l’inventaire' }),
  )
  await noteFindings(tx, id, findingsOf(judgement))
  await markImport(tx, id, { applied_at: context.now, counts })
  await writeJournal(tx, context, 'stock-import.applied', id, { inventory: inventory.id, ...counts })
  return null
}
