import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { comparisonQueue } from './comparison-queue.ts'

/** All the places of the network are compared anew, soon. Asked twice before it begins, it runs once. */
export function askComparison(context: Context): Promise<void> {
  const { db, network } = context
  return inTransaction(db, async (tx) => {
    await writeJournal(tx, context, 'duplicates.searched', network.id)
    await enqueue(tx, comparisonQueue, { network: network.id }, { once: network.id })
  })
}
