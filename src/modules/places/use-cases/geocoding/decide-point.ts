import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { decideProposal, openProposal } from '../../data/geocoding/geocoding.store.ts'
import { changePlace, lockPlace } from '../../data/life/place.store.ts'
import type { PlaceId } from '../../domain/place.ts'
import { authorship } from '../life/speaker.ts'

/** The point that the service proposed is where the place is, or is not. DIR-56. */
export async function decidePoint(
  context: Context,
  id: PlaceId,
  accepted: boolean,
): Promise<null | Refusal<'no-such-proposal'>> {
  return inTransaction(context.db, async (tx): Promise<null | Refusal<'no-such-proposal'>> => {
    const proposal = await openProposal(tx, context.network.id, id)
    const held = proposal && (await lockPlace(tx, context.network.id, id))
    if (!proposal || !held) return refuse('no-such-proposal')
    await decideProposal(tx, id, { accepted, at: context.now })
    if (accepted) {
      const { latitude, longitude } = proposal
      const point = { latitude, longitude, point_precision: 'street' }
      await changePlace(tx, held, point, authorship(context, 'located'))
    }
    await writeJournal(tx, context, 'place.located', id, { accepted, label: proposal.label })
    return null
  })
}
