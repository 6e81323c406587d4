import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import {
  decideProposal,
  findProposal,
  type Proposal,
  type ProposalId,
} from '../../data/imports/proposals.store.ts'
import { changePlace, lockPlace, type RowPatch } from '../../data/life/place.store.ts'

/**
 * Accepts or refuses what a source says of a field: accepted, the place says it; refused, the same value is not proposed
 * again. DIR-37.
 */
export function decideOnProposal(
  context: Context,
  id: ProposalId,
  decision: 'accepted' | 'refused',
): Promise<Proposal | Refusal<'no-such-proposal' | 'decided-meanwhile'>> {
  return inTransaction<Proposal | Refusal<'no-such-proposal' | 'decided-meanwhile'>>(
    context.db,
    async (tx) => {
      const { network, now } = context
      const proposal = await findProposal(tx, network.id, id)
      if (!proposal) return refuse('no-such-proposal')
      const by = personOf(context.actor)?.personId ?? null
      if (!(await decideProposal(tx, id, { decision, by, now }))) return refuse('decided-meanwhile')
      const held = decision === 'accepted' ? await lockPlace(tx, network.id, proposal.place.id) : null
      if (held) {
        await changePlace(tx, held, patchOf(proposal), {
          saidBy: 'staff',
          by,
          at: now,
          act: 'proposal_accepted',
        })
      }
      await writeJournal(tx, context, 'place.proposal-decided', proposal.place.id, {
        ...{ source: proposal.source, column: proposal.column, decision },
      })
      return proposal
    },
  )
}

/** A point is two columns. */
function patchOf({ column, value }: Proposal): RowPatch {
  if (column !== 'point') return { [column]: value }
  const [latitude = null, longitude = null] = Array.isArray(value) ? value : []
  return { latitude, longitude }
}
