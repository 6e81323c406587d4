import { sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../../places/index.ts'
import type { PeerId } from '../domain/peer.ts'

export type OfferId = Id<'same-offer'>

/** What a head that reads us found: one of our places and one of another network are the same. */
export interface SameOffer {
  id: OfferId
  placeId: PlaceId
  otherUri: string
  otherName: string
  offeredBy: string
  offeredAt: Instant
  accepted: boolean | null
}

/** Offered again, it is as it was, but that it is no more withdrawn. */
export async function offerSame(
  tx: Database,
  {
    network,
    peer,
    place,
    otherUri,
    otherName,
    at,
  }: {
    network: NetworkId
    peer: PeerId
    place: PlaceId
    otherUri: string
    otherName: string
    at: Instant
  },
): Promise<void> {
  await tx
    .insertInto('federation.same_offer')
    .values({
      ...{ id: newId(), network_id: network, peer_id: peer, place_id: place, offered_at: at },
      ...{ other_uri: otherUri, other_name: otherName },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['peer_id', 'place_id', 'other_uri'])
        .doUpdateSet({ other_name: otherName, withdrawn_at: null }),
    )
    .execute()
}

export async function withdrawOffer(
  tx: Database,
  { peer, place, otherUri, at }: { peer: PeerId; place: PlaceId; otherUri: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable('federation.same_offer')
    .set({ withdrawn_at: at })
    .where('peer_id', '=', peer)
    .where('place_id', '=', place)
    .where('other_uri', '=', otherUri)
    .execute()
}

/** Those that stand, unanswered first. */
export async function listOffers(db: Database, network: NetworkId): Promise<SameOffer[]> {
  return offers(db, network)
    .orderBy(sql`offer.accepted is not null`)
    .orderBy('offer.offered_at', 'desc')
    .execute()
}

export async function findOffer(db: Database, network: NetworkId, id: OfferId): Promise<SameOffer | null> {
  return (await offers(db, network).where('offer.id', '=', id).executeTakeFirst()) ?? null
}

function offers(db: Database, network: NetworkId) {
  return db
    .selectFrom('federation.same_offer as offer')
    .innerJoin('federation.peer as peer', 'peer.id', 'offer.peer_id')
    .where('offer.network_id', '=', network)
    .where('offer.withdrawn_at', 'is', null)
    .select([
      'offer.id',
      'offer.place_id as placeId',
      'offer.other_uri as otherUri',
      'offer.other_name as otherName',
      'peer.name as offeredBy',
      'offer.offered_at as offeredAt',
      'offer.accepted',
    ])
}

export async function answerOffer(
  tx: Database,
  id: OfferId,
  { accepted, at, by }: { accepted: boolean; at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('federation.same_offer')
    .set({ accepted, answered_at: at, answered_by: by })
    .where('id', '=', id)
    .execute()
}

/** What we answered of these places: the addresses that are the same, and those that are not. */
export async function answersOf(
  db: Database,
  places: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, { same: string[]; different: string[] }>> {
  if (places.length === 0) return new Map()
  const rows = await db
    .selectFrom('federation.same_offer')
    .select(['place_id as place', 'other_uri as uri', 'accepted'])
    .where(sql<boolean>`place_id = any(${sql.val([...places])}::uuid[])`)
    .where('accepted', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('other_uri')
    .execute()
  const answers = new Map<PlaceId, { same: string[]; different: string[] }>()
  for (const { place, uri, accepted } of rows) {
    const known = answers.get(place) ?? { same: [], different: [] }
    known[accepted ? 'same' : 'different'].push(uri)
    answers.set(place, known)
  }
  return answers
}
