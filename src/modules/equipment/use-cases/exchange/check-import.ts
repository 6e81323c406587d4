import { isRefusal } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { finishProgress, reportProgress } from '../../../../platform/jobs/progress.ts'
import { markImport, noteFindings } from '../../data/exchange/imports.store.ts'
import type { ImportRun } from '../../domain/exchange/import.ts'
import { countsOf, findingsOf, judge } from '../../domain/exchange/judge.ts'
import { sentenceOf } from '../../domain/exchange/refused-file.ts'
import type { Workplace } from '../workplace.ts'
import { progressOf } from './import-queues.ts'
import { readImportFile } from './read-import-file.ts'
import { readWorld } from './read-world.ts'

/** Reads the file and notes what it would do and all that is wrong, touching nothing else. Run twice, it says the same. */
export async function checkImport(
  { context, inventory }: Pick<Workplace, 'context' | 'inventory'>,
  run: ImportRun,
  content: Uint8Array,
): Promise<void> {
  const { db, now } = context
  const tables = await readImportFile(content)
  if (isRefusal(tables)) return markImport(db, run.id, { refusal: sentenceOf(tables) })
  const total = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  await reportProgress(db, progressOf(run.id), { done: 0, total, step: 'Contrôle de chaque ligne' })
  const judgement = judge(tables, await readWorld(db, context, inventory, tables))
  await inTransaction(db, async (tx) => {
    await noteFindings(tx, run.id, findingsOf(judgement))
    await markImport(tx, run.id, { checked_at: now, counts: countsOf(tables, judgement) })
    await finishProgress(tx, progressOf(run.id), now)
  })
}
