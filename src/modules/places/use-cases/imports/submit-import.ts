import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { forgetStagedRows } from '../../data/imports/import.staging.ts'
import { markImport } from '../../data/imports/import.store.ts'
import type { Import, ImportId } from '../../domain/imports/import.ts'
import { toDecide } from './confirm-import.ts'
import { importQueues } from './import-queues.ts'

export type SubmissionRefusal = 'no-such-import' | 'not-to-decide'

/** The organisation has read the report of its file, and asks for it to be published: the head of the network is told. DIR-73. */
export function submitImport(context: Context, id: ImportId): Promise<Import | Refusal<SubmissionRefusal>> {
  return inTransaction<Import | Refusal<SubmissionRefusal>>(context.db, async (tx) => {
    const run = await toDecide(tx, context, id)
    if (isRefusal(run)) return run
    if (!run.organisation) return refuse('no-such-import')
    await markImport(tx, id, { submitted_at: context.now })
    await enqueue(tx, importQueues.tell, { import: id })
    await writeJournal(tx, context, 'import.submitted', id, { source: run.source, ...run.counts })
    return run
  })
}

/** The head of the network does not publish the file of an organisation, which reads why. Its places stay as they are. */
export function returnImport(
  context: Context,
  id: ImportId,
  because: string,
): Promise<Import | Refusal<SubmissionRefusal>> {
  return inTransaction<Import | Refusal<SubmissionRefusal>>(context.db, async (tx) => {
    const run = await toDecide(tx, context, id, ['submitted'])
    if (isRefusal(run)) return run
    await forgetStagedRows(tx, id)
    const by = personOf(context.actor)?.personId ?? null
    await markImport(tx, id, { returned_at: context.now, returned_by: by, returned_because: because })
    await enqueue(tx, importQueues.tell, { import: id })
    await writeJournal(tx, context, 'import.returned', id, { source: run.source, because })
    return run
  })
}
