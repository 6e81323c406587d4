import { newId } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import type { PlaceId } from '../places/index.ts'
import { putCopies } from './data/copies.store.ts'
import { noteOffered } from './data/offered-places.store.ts'
import { listOffers, offerSame } from './data/offers.store.ts'
import { addPeer } from './data/peers.store.ts'
import { offerPlace } from './data/transfers.store.ts'
import type { PeerId } from './domain/peer.ts'

/** A network that is followed, another that reads ours, a copy, an offer, and a place that goes each way: one of each. */
export async function aFollowedNetwork(context: Context, placeId: PlaceId) {
  const { db, network, now } = context
  const peer: PeerId = newId()
  const reader: PeerId = newId()
  for (const [id, direction] of [
    [peer, 'source'],
    [reader, 'reader'],
  ] as const) {
    const address = `https://${id}.example`
    const fields = { id, networkId: network.id, direction, name: 'Réseau voisin', address, departments: [] }
    await addPeer(db, { ...fields, fingerprint: 'a'.repeat(43) }, { at: now, by: null })
  }
  const uri = `https://${peer}.example/lieux/1`
  const told = { version: '1', path: [`https://${peer}.example`], homeName: 'Réseau voisin', licence: 'LO' }
  const answers = { confirmedOn: null, sameAs: [], differsFrom: [], movedTo: null }
  await putCopies(db, { network: network.id, peer, at: now }, [
    { placeId, uri, ...told, ...answers, isGone: false },
  ])
  await offerSame(db, {
    ...{ network: network.id, peer: reader, place: placeId, at: now },
    ...{ otherUri: 'https://ailleurs.example/lieux/1', otherName: 'Médiathèque, Gap' },
  })
  const [offer] = await listOffers(db, network.id)
  if (!offer) throw new Error('an offer was just made')
  await noteOffered(db, network.id, [{ place: placeId, isOffered: true }], now)
  const offered = { network: network.id, place: placeId, peer: reader, reason: 'Réforme', at: now, by: null }
  return { peer, copy: placeId, sameOffer: offer.id, transfer: await offerPlace(db, offered) }
}
