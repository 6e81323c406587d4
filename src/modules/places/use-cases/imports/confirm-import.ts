import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { reportProgress } from '../../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { lockImport, markImport } from '../../data/imports/import.store.ts'
import { type Import, type ImportId, type ImportStep, stepOf } from '../../domain/imports/import.ts'
import { progressOf } from './import-progress.ts'
import { importQueues } from './import-queues.ts'

/** Somebody has read the report and says: publish. A job does it. */
export function confirmImport(
  context: Context,
  id: ImportId,
): Promise<Import | Refusal<'no-such-import' | 'not-to-decide'>> {
  return inTransaction<Import | Refusal<'no-such-import' | 'not-to-decide'>>(context.db, async (tx) => {
    const run = await toDecide(tx, context, id, ['checked', 'submitted'])
    if (isRefusal(run)) return run
    // The file of an organisation is published once it has sent it to be read.
    if (run.organisation && run.submittedAt === null) return refuse('not-to-decide', { step: 'checked' })
    await markImport(tx, id, { confirmed_at: context.now })
    await reportProgress(tx, progressOf(id), { done: 0, step: 'Publication des lieux' })
    await enqueue(tx, importQueues.apply, { import: id })
    await writeJournal(tx, context, 'import.confirmed', id, { source: run.source })
    return run
  })
}

/** The import, held, while its report still waits for a decision. */
export async function toDecide(
  tx: Context['db'],
  { reach }: Context,
  id: ImportId,
  steps: readonly ImportStep[] = ['checked'],
): Promise<Import | Refusal<'no-such-import' | 'not-to-decide'>> {
  const run = await lockImport(tx, reach, id)
  if (!run) return refuse('no-such-import')
  return steps.includes(stepOf(run)) ? run : refuse('not-to-decide', { step: stepOf(run) })
}
