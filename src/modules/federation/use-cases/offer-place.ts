import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/db/constraints.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { mayLeave, type PlaceId, touchPlace } from '../../places/index.ts'
import { findPeer } from '../data/peers.store.ts'
import { endTransfer, holdOpenTransfer, offerPlace, type TransferId } from '../data/transfers.store.ts'
import type { PeerId } from '../domain/peer.ts'

export type TransferRefusal = 'not-to-give' | 'not-a-reader' | 'already-offered'

/** A place of ours is offered to a network that reads us: nothing changes until it accepts. Its feed says it. DIR-89. */
export async function offerOurPlace(
  context: Context,
  { place, peer, reason }: { place: PlaceId; peer: PeerId; reason: string },
): Promise<TransferId | Refusal<TransferRefusal>> {
  const { network, now, actor } = context
  try {
    return await inTransaction<TransferId | Refusal<TransferRefusal>>(context.db, async (tx) => {
      if (!(await mayLeave(tx, context, place))) return refuse('not-to-give')
      const reader = await findPeer(tx, network.id, peer)
      if (reader?.direction !== 'reader') return refuse('not-a-reader')
      const by = personOf(actor)?.personId ?? null
      const id = await offerPlace(tx, { network: network.id, place, peer, reason, at: now, by })
      await touchPlace(tx, network.id, place)
      await writeJournal(tx, context, 'federation.transfer-offered', place, { to: reader.name, reason })
      return id
    })
  } catch (error) {
    if (refusedBy(error) === 'one_open_transfer_per_place') return refuse('already-offered')
    throw error
  }
}

/** Until the other network accepts, the offer is withdrawn and nothing of it remains there. */
export async function withdrawTransfer(
  context: Context,
  id: TransferId,
): Promise<null | Refusal<'no-open-transfer'>> {
  return inTransaction<null | Refusal<'no-open-transfer'>>(context.db, async (tx) => {
    const held = await holdOpenTransfer(tx, context.network.id, id)
    if (!held) return refuse('no-open-transfer')
    await endTransfer(tx, id, { outcome: 'withdrawn', takenAs: null, at: context.now })
    await touchPlace(tx, context.network.id, held.placeId)
    await writeJournal(tx, context, 'federation.transfer-withdrawn', held.placeId, { to: held.peerName })
    return null
  })
}
