import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { closeSession } from '../data/sessions.store.ts'

export function signOut(context: Context, secret: string, token: string): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    await closeSession(tx, secret, token)
    const subject = context.actor.kind === 'member' ? context.actor.personId : 'visitor'
    await writeJournal(tx, context, 'session.closed', subject)
  })
}
