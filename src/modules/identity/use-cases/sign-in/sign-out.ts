import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import { closeSession } from '../../data/sign-in/sessions.store.ts'
import { endVisitOf } from '../../data/support/support.store.ts'

export function signOut(context: Context, person: Person | Member): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    // Support in somebody's place leaves with its own session.
    const own = person.kind === 'member' && person.impersonator ? person.impersonator : person
    await writeJournal(tx, context, 'session.closed', own.personId)
    await endVisitOf(tx, person.sessionId, context.now)
    await closeSession(tx, person.sessionId)
  })
}
