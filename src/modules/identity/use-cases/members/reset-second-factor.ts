import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Actor, PersonId } from '../../../../platform/session/actor.ts'
import { removePasskeysOf } from '../../data/factors/passkey.store.ts'
import { hasSecondFactor, removeAuthenticator } from '../../data/factors/second-factor.store.ts'
import { hideRecoveryCodes } from '../../data/factors/second-factor-notes.store.ts'
import { findMember } from '../../data/members/members.queries.ts'
import { lockAccount, otherNetworksOf } from '../../data/members/people.queries.ts'
import { closeSessionsOf } from '../../data/sign-in/sessions.store.ts'
import type { Membership, MembershipId } from '../../domain/members/member.ts'
import { recordFactorChange } from '../factors/record-factor-change.ts'

/** What the page already says before anything is asked. */
export type ResetBarrier = 'your-own' | 'acts-elsewhere' | 'nothing-to-reset'
export type ResetRefusal = ResetBarrier | 'no-such-membership'

/**
 * For whoever lost their phone: codes and keys are forgotten, every session ends, and the first factor opens the
 * account again. The person is told, with the reason.
 */
export function resetSecondFactor(
  context: Context,
  id: MembershipId,
  reason: string,
): Promise<Membership | Refusal<ResetRefusal>> {
  return inTransaction<Membership | Refusal<ResetRefusal>>(context.db, async (tx) => {
    const member = await findMember(tx, context.reach, id, context.today)
    if (!member || member.end) return refuse('no-such-membership')
    // Two at once: the second finds nothing left.
    await lockAccount(tx, member.personId)
    const barrier = await resetBarrier(tx, context, member)
    if (isRefusal(barrier)) return barrier
    await removeAuthenticator(tx, member.personId)
    await removePasskeysOf(tx, member.personId)
    await hideRecoveryCodes(tx, member.personId)
    await closeSessionsOf(tx, member.personId, null)
    const record = { action: 'second-factor.reset', change: 'factors-reset' } as const
    await recordFactorChange(tx, context, member.personId, record, { membership: id, reason })
    return member
  })
}

/** One network does not open an account that another trusts too: its officers are named. */
export async function resetBarrier(
  db: Database,
  context: Context,
  { personId }: Membership,
): Promise<Refusal<ResetBarrier> | null> {
  if (isBehind(context.actor, personId)) return refuse('your-own')
  const elsewhere = await otherNetworksOf(db, personId, context.network.id, context.today)
  if (elsewhere.length > 0) {
    const networks = elsewhere.map(({ name, contact }) => (contact ? `${name} (${contact})` : name))
    return refuse('acts-elsewhere', { networks: networks.join(', ') })
  }
  return (await hasSecondFactor(db, personId)) ? null : refuse('nothing-to-reset')
}

function isBehind(actor: Actor, person: PersonId): boolean {
  if (actor.kind !== 'member') return false
  return actor.personId === person || actor.impersonator?.personId === person
}
