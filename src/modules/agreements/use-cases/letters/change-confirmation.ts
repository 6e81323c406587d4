import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { saveSecondConfirmation } from '../../data/waiting-acts.store.ts'
import { recordedBy } from '../act-on-agreement.ts'

/** Whether binding acts wait for a second person from now on. What waits already still does. AGR-115. */
export function changeConfirmation(context: Context, isAsked: boolean): Promise<void> {
  const { id } = context.network
  return inTransaction(context.db, async (tx) => {
    await saveSecondConfirmation(tx, id, isAsked, recordedBy(context))
    await writeJournal(tx, context, 'agreement-setting.changed', id, { secondConfirmation: isAsked })
  })
}
