import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type PersonId, personOf } from '../../../../platform/session/actor.ts'
import { findMember, findOwnMembership } from '../../data/members/members.queries.ts'
import { type End, lockOfficers, recordEnd } from '../../data/members/members.store.ts'
import { networkById } from '../../data/networks/networks.store.ts'
import { rolesInGiftOf } from '../../domain/members/invitation.ts'
import type { Membership, MembershipId } from '../../domain/members/member.ts'
import { tellMembershipEnd } from '../../jobs/member-jobs.ts'

export type LeaveRefusal = 'no-such-membership' | 'already-over' | 'last-officer'
export type EndRefusal = LeaveRefusal | 'role-not-yours-to-take' | 'your-own'

/** Takes a role back, at once. The person is told, with the reason. */
export function endMembership(
  context: Context,
  id: MembershipId,
  reason: string,
): Promise<Membership | Refusal<EndRefusal>> {
  return inTransaction<Membership | Refusal<EndRefusal>>(context.db, async (tx) => {
    const membership = await findMember(tx, context.reach, id, context.today)
    if (!membership) return refuse('no-such-membership')
    if (!rolesInGiftOf(context.reach).includes(membership.role)) return refuse('role-not-yours-to-take')
    if (membership.personId === personOf(context.actor)?.personId) return refuse('your-own')
    return end(tx, context, membership, { by: 'removed', reason })
  })
}

/** Leaves, at once: one's own membership, in whatever network. The officers and the organisation are told. */
export function leaveOrganisation(
  context: Context,
  person: PersonId,
  id: MembershipId,
): Promise<Membership | Refusal<LeaveRefusal>> {
  return inTransaction<Membership | Refusal<LeaveRefusal>>(context.db, async (tx) => {
    const membership = await findOwnMembership(tx, person, id, context.today)
    const network = membership && (await networkById(tx, membership.networkId))
    if (!membership || !network) return refuse('no-such-membership')
    return end(tx, { ...context, network }, membership, { by: 'left', reason: '' })
  })
}

async function end(
  tx: Database,
  context: Context,
  membership: Membership,
  { by, reason }: Pick<End, 'by' | 'reason'>,
): Promise<Membership | Refusal<LeaveRefusal>> {
  const { id, role, networkId } = membership
  if (role === 'officer') {
    const officers = await lockOfficers(tx, networkId, context.today)
    if (officers.length === 1 && officers[0]?.id === id) return refuse('last-officer')
  }
  if (!(await recordEnd(tx, id, { at: context.now, on: context.today, by, reason })))
    return refuse('already-over')
  await writeJournal(tx, context, by === 'left' ? 'membership.left' : 'membership.ended', id, {
    person: membership.personId,
    organisation: membership.organisationId,
    role,
  })
  await enqueue(tx, tellMembershipEnd, { membership: id })
  return membership
}
