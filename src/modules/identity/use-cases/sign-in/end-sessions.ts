import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import { closeOwnSession, closeSessionsOf } from '../../data/sign-in/sessions.store.ts'

/** Ends one of one's own sessions: its next request is a visitor's. */
export function endSession(
  context: Context,
  person: Person | Member,
  id: Id<'session'>,
): Promise<null | Refusal<'unknown-session'>> {
  return inTransaction(context.db, async (tx) => {
    if (!(await closeOwnSession(tx, person.personId, id))) return refuse('unknown-session')
    await writeJournal(tx, context, 'session.revoked', person.personId)
    return null
  })
}

/** Ends all of them but the one that asks. Returns how many. */
export function endOtherSessions(context: Context, person: Person | Member): Promise<number> {
  return inTransaction(context.db, async (tx) => {
    const count = await closeSessionsOf(tx, person.personId, person.sessionId)
    await writeJournal(tx, context, 'session.revoked', person.personId, { count })
    return count
  })
}
