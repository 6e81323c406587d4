import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { Member, Person } from '../../../platform/session/actor.ts'
import { closeSession } from '../data/sessions.store.ts'

export function signOut(context: Context, person: Person | Member): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    await writeJournal(tx, context, 'session.closed', person.personId)
    await closeSession(tx, person.sessionId)
  })
}
