import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member } from '../../../../platform/session/actor.ts'
import { endVisitOf } from '../../data/support/support.store.ts'

/** Back to oneself, at once. */
export function endSupport(context: Context, { sessionId, membershipId }: Member): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    await endVisitOf(tx, sessionId, context.now)
    await writeJournal(tx, context, 'support.ended', membershipId)
  })
}
