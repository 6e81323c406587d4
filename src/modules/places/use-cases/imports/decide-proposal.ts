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
import { lockPlace, type RowPatch } from '../../data/life/place.store.ts'
import { applyPatch, type Written } from '../life/write-change.ts'

/** The proposal that was decided, what became of the point, and whether it is to be looked at. */
export type DecidedProposal = Proposal & Pick<Written, 'point' | 'far'>

/**
 * Accepts or refuses what a source says of a field: accepted, the place says it, and its point leaves with its address;
 * refused, the same value is not proposed again. DIR-37, DIR-55.
 */
export function decideOnProposal(
  context: Context,
  id: ProposalId,
  decision: 'accepted' | 'refused',
): Promise<DecidedProposal | Refusal<'no-such-proposal' | 'decided-meanwhile'>> {
  return inTransaction<DecidedProposal | Refusal<'no-such-proposal' | 'decided-meanwhile'>>(
    context.db,
    async (tx) => {
      const { network, now } = context
      const proposal = await findProposal(tx, network.id, id)
      if (!proposal) return refuse('no-such-proposal')
      const by = personOf(context.actor)?.personId ?? null
      if (!(await decideProposal(tx, id, { decision, by, now }))) return refuse('decided-meanwhile')
      const held = decision === 'accepted' ? await lockPlace(tx, network.id, proposal.place.id) : null
      const told = {
        saidBy: 'staff' as const,
        by,
        at: now,
        act: 'proposal_accepted',
        proposedAt: proposal.madeAt,
      }
      const written = held && (await applyPatch(tx, context, held, patchOf(proposal), told))
      await writeJournal(tx, context, 'place.proposal-decided', proposal.place.id, {
        ...{ source: proposal.source, column: proposal.column, decision },
      })
      return { ...proposal, point: written?.point ?? null, far: written?.far ?? null }
    },
  )
}

/** A point is two columns. */
function patchOf({ column, value }: Proposal): RowPatch {
  if (column !== 'point') return { [column]: value }
  const [latitude = null, longitude = null] = Array.isArray(value) ? value : []
  return { latitude, longitude }
}
