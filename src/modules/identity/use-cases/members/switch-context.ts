import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member, Network, Person } from '../../../../platform/session/actor.ts'
import { chooseQuality } from '../../data/members/contexts.queries.ts'
import { findOwnMembership } from '../../data/members/members.queries.ts'
import { networkById } from '../../data/networks/networks.store.ts'
import type { Membership, MembershipId } from '../../domain/members/member.ts'

/** Acts, from now on, in another of one's own qualities; it may be of another network, where the way then leads. */
export function switchContext(
  context: Context,
  person: Person | Member,
  id: MembershipId,
): Promise<{ membership: Membership; network: Network } | Refusal<'no-such-membership'>> {
  return inTransaction<{ membership: Membership; network: Network } | Refusal<'no-such-membership'>>(
    context.db,
    async (tx) => {
      const membership = await findOwnMembership(tx, person.personId, id, context.today)
      const network = membership && (await networkById(tx, membership.networkId))
      if (!membership || !network) return refuse('no-such-membership')
      await chooseQuality(tx, person.sessionId, id)
      const { role, organisationId: organisation } = membership
      await writeJournal(tx, { ...context, network }, 'context.switched', id, { organisation, role })
      return { membership, network }
    },
  )
}
