import { isId } from '../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { findPlaces, touchPlace } from '../../places/index.ts'
import { answerOffer, findOffer, type OfferId, offerSame, withdrawOffer } from '../data/offers.store.ts'
import { placeUri } from '../domain/acceptable.ts'
import type { Peer } from '../domain/peer.ts'

interface HeardSame {
  uri: string
  otherUri: string
  otherName: string
  same: boolean
}

/** A head that reads us found that one of our places is another network's too: kept for our officers to answer. DIR-89. */
export async function hearSame(
  context: Context,
  reader: Peer,
  own: string,
  { uri, otherUri, otherName, same }: HeardSame,
): Promise<null | Refusal<'no-such-place'>> {
  const place = uri.slice(`${own}/lieux/`.length)
  if (!isId<'place'>(place) || uri !== placeUri(own, place)) return refuse('no-such-place')
  return inTransaction(context.db, async (tx): Promise<null | Refusal<'no-such-place'>> => {
    const [found] = await findPlaces(tx, context.network.id, [place])
    if (!found) return refuse('no-such-place')
    const pair = { peer: reader.id, place, otherUri, at: context.now }
    if (same) await offerSame(tx, { ...pair, network: context.network.id, otherName })
    else await withdrawOffer(tx, pair)
    await writeJournal(tx, context, 'federation.same-heard', place, { from: reader.name, otherUri, same })
    return null
  })
}

/** Our answer goes with the next reading of the place: accepted, or refused. */
export async function answerSame(
  context: Context,
  id: OfferId,
  accepted: boolean,
): Promise<null | Refusal<'no-such-offer'>> {
  return inTransaction(context.db, async (tx): Promise<null | Refusal<'no-such-offer'>> => {
    const offer = await findOffer(tx, context.network.id, id)
    if (!offer) return refuse('no-such-offer')
    const by = personOf(context.actor)?.personId ?? null
    await answerOffer(tx, id, { accepted, at: context.now, by })
    await touchPlace(tx, context.network.id, offer.placeId)
    const details = { otherUri: offer.otherUri, accepted }
    await writeJournal(tx, context, 'federation.same-answered', offer.placeId, details)
    return null
  })
}
