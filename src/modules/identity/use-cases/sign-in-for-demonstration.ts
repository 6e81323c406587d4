import type { Id } from '../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { findMembership } from '../data/memberships.queries.ts'
import { openSession } from '../data/sessions.store.ts'

/** Opens the session of a fictional person, without a password: the routes exist in demo mode only. */
export function signInForDemonstration(
  context: Context,
  secret: string,
  membershipId: Id<'membership'>,
): Promise<{ token: string } | Refusal<'unknown-account'>> {
  return inTransaction(context.db, async (tx) => {
    const membership = await findMembership(tx, context.network.id, membershipId, context.today)
    if (!membership) return refuse('unknown-account')
    const token = await openSession(tx, secret, membership, context.now)
    await writeJournal(tx, context, 'session.opened', membership.person_id, { demonstration: true })
    return { token }
  })
}
