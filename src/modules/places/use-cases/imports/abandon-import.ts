import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { forgetStagedRows } from '../../data/imports/import.staging.ts'
import { markImport } from '../../data/imports/import.store.ts'
import type { Import, ImportId } from '../../domain/imports/import.ts'
import { toDecide } from './confirm-import.ts'

/** Nothing will be published; the report stays, so that the producer can be told. */
export function abandonImport(
  context: Context,
  id: ImportId,
): Promise<Import | Refusal<'no-such-import' | 'not-to-decide'>> {
  return inTransaction<Import | Refusal<'no-such-import' | 'not-to-decide'>>(context.db, async (tx) => {
    const run = await toDecide(tx, context, id, ['checked', 'mapping', 'submitted'])
    if (isRefusal(run)) return run
    await forgetStagedRows(tx, id)
    await markImport(tx, id, { abandoned_at: context.now })
    await writeJournal(tx, context, 'import.abandoned', id, { source: run.source })
    return run
  })
}
