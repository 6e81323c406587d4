import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { accountWithin } from '../../identity/index.ts'
import { type RightsRequest, recordVerification } from '../data/requests.store.ts'

/** Whoever holds the link reads the mailbox: the request is theirs, and so is the account of that address here. */
export function verifyRequest(context: Context, request: RightsRequest): Promise<void> {
  const { db, network, now } = context
  return inTransaction(db, async (tx) => {
    const personId = await accountWithin(tx, network.id, request.email)
    await recordVerification(tx, request.id, { at: now, personId })
    await writeJournal(tx, context, 'request.verified', request.id)
  })
}
