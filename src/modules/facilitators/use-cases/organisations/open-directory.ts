import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { saveDirectory } from '../../data/organisations/offers.store.ts'

/** Shows the directory of organisations to everybody, or closes it: what was written stays. DIR-80. */
export function openDirectory(context: Context, isOpen: boolean): Promise<void> {
  const { db, network } = context
  return inTransaction(db, async (tx) => {
    await saveDirectory(tx, context, isOpen)
    const action = isOpen ? 'organisation-directory.opened' : 'organisation-directory.closed'
    await writeJournal(tx, context, action, network.id)
  })
}
