import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { findMembership } from '../../data/members/memberships.queries.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { openSession } from '../../data/sign-in/sessions.store.ts'

/** Opens the session of a fictional person, without a password: the routes exist in demo mode only. */
export async function signInForDemonstration(
  context: Context,
  accounts: Accounts,
  membershipId: Id<'membership'>,
): Promise<{ token: string } | Refusal<'unknown-account'>> {
  const { db, network, today } = context
  const membership = await findMembership(db, network.id, membershipId, today)
  if (!membership) return refuse('unknown-account')
  const { person_id: personId } = membership
  return { token: await openSession(db, accounts, { personId, membershipId, openedBy: 'demonstration' }) }
}
