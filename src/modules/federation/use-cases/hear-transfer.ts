import { isId } from '../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { handOver, touchPlace } from '../../places/index.ts'
import { endTransfer, holdTransferOf } from '../data/transfers.store.ts'
import { placeUri } from '../domain/acceptable.ts'
import type { Peer } from '../domain/peer.ts'

interface HeardTransfer {
  uri: string
  accepted: boolean
  /** Its address there. */
  takenAs: string
}

/**
 * A reader answers to the offer of a place. Accepted, ours leads to its own for ever; heard twice, it is as it was. An
 * answer to what was withdrawn, or never offered to it, is not heard. DIR-89.
 */
export async function hearTransfer(
  context: Context,
  reader: Pick<Peer, 'id' | 'name' | 'address'>,
  own: string,
  { uri, accepted, takenAs }: HeardTransfer,
): Promise<null | Refusal<'not-offered'>> {
  const place = uri.slice(`${own}/lieux/`.length)
  if (!isId<'place'>(place) || uri !== placeUri(own, place)) return refuse('not-offered')
  if (!takenAs.startsWith(`${reader.address}/lieux/`)) return refuse('not-offered')
  return inTransaction<null | Refusal<'not-offered'>>(context.db, async (tx) => {
    const { network, now } = context
    const held = await holdTransferOf(tx, network.id, { place, peer: reader.id })
    const outcome = accepted ? 'accepted' : 'refused'
    const isKnown = held?.outcome === outcome && held.takenAs === (accepted ? takenAs : null)
    if (!isKnown) {
      if (!held || held.endedAt !== null) return refuse('not-offered')
      if (accepted && !(await handOver(tx, context, place, takenAs))) return refuse('not-offered')
      await endTransfer(tx, held.id, { outcome, takenAs: accepted ? takenAs : null, at: now })
      if (!accepted) await touchPlace(tx, network.id, place)
    }
    const details = { from: reader.name, accepted, takenAs }
    await writeJournal(tx, context, 'federation.transfer-heard', place, details)
    return null
  })
}
