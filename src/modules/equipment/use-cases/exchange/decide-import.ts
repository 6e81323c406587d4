import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { reportProgress } from '../../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { lockImport, markImport } from '../../data/exchange/imports.store.ts'
import { type ImportDecision, type ImportId, type ImportRun, stepOf } from '../../domain/exchange/import.ts'
import { sumOf } from '../../domain/exchange/judge.ts'
import type { Workplace } from '../workplace.ts'
import { importQueues, progressOf } from './import-queues.ts'

export type DecisionRefusal = 'no-such-import' | 'not-to-decide' | 'wrong-lines' | 'nothing-to-write'

/** Somebody has read the report and says how to write: a job does it. */
export function confirmImport(
  { context, inventory }: Workplace,
  id: ImportId,
  decision: ImportDecision,
): Promise<ImportRun | Refusal<DecisionRefusal>> {
  return inTransaction<ImportRun | Refusal<DecisionRefusal>>(context.db, async (tx) => {
    const run = await toDecide(tx, inventory.id, id)
    if (isRefusal(run)) return run
    const counts = run.counts ?? {}
    const wrong = sumOf(counts, 'wrong')
    if (decision === 'all' && wrong > 0) return refuse('wrong-lines', { wrong: String(wrong) })
    if (sumOf(counts, 'created') + sumOf(counts, 'updated') === 0) return refuse('nothing-to-write')
    await markImport(tx, id, { decision, confirmed_at: context.now })
    await reportProgress(tx, progressOf(id), { done: 0, step: 'Écriture dans l’inventaire' })
    await enqueue(tx, importQueues.apply, { import: id })
    await writeJournal(tx, context, 'stock-import.confirmed', id, { inventory: inventory.id, decision })
    return run
  })
}

/** Nothing will be written; the report stays. */
export function abandonImport(
  { context, inventory }: Workplace,
  id: ImportId,
): Promise<ImportRun | Refusal<DecisionRefusal>> {
  return inTransaction<ImportRun | Refusal<DecisionRefusal>>(context.db, async (tx) => {
    const run = await toDecide(tx, inventory.id, id)
    if (isRefusal(run)) return run
    await markImport(tx, id, { abandoned_at: context.now })
    await writeJournal(tx, context, 'stock-import.abandoned', id, { inventory: inventory.id })
    return run
  })
}

async function toDecide(
  tx: Database,
  inventory: Workplace['inventory']['id'],
  id: ImportId,
): Promise<ImportRun | Refusal<'no-such-import' | 'not-to-decide'>> {
  const run = await lockImport(tx, inventory, id)
  if (!run) return refuse('no-such-import')
  return stepOf(run) === 'checked' ? run : refuse('not-to-decide', { step: stepOf(run) })
}
