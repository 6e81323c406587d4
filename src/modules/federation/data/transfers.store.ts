import { sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../../agreements/index.ts'
import type { PlaceId } from '../../places/index.ts'
import type { PeerId } from '../domain/peer.ts'

export type TransferId = Id<'transfer'>

/** A place of ours offered to a network that reads us. DIR-89. */
export interface Transfer {
  id: TransferId
  placeId: PlaceId
  peerId: PeerId
  peerName: string
  reason: string
  offeredAt: Instant
  endedAt: Instant | null
  outcome: 'accepted' | 'refused' | 'withdrawn' | null
  /** Its address in the network that took it over. */
  takenAs: string | null
}

/** Throws `one_open_transfer_per_place`. */
export async function offerPlace(
  tx: Database,
  {
    network,
    place,
    peer,
    ...offer
  }: {
    network: NetworkId
    place: PlaceId
    peer: PeerId
    reason: string
    at: Instant
    by: PersonId | null
  },
): Promise<TransferId> {
  const id: TransferId = newId()
  await tx
    .insertInto('federation.transfer')
    .values({
      ...{ id, network_id: network, place_id: place, peer_id: peer },
      ...{ reason: offer.reason, offered_at: offer.at, offered_by: offer.by },
    })
    .execute()
  return id
}

/** Those that wait first, then the latest. */
export function listTransfers(db: Database, network: NetworkId): Promise<Transfer[]> {
  return transfers(db, network)
    .orderBy(sql`t.ended_at is not null`)
    .orderBy('t.offered_at', 'desc')
    .limit(100)
    .execute()
}

/** One that still waits, held until the end of the transaction. */
export async function holdOpenTransfer(
  tx: Database,
  network: NetworkId,
  id: TransferId,
): Promise<Transfer | null> {
  const row = await transfers(tx, network)
    .where('t.id', '=', id)
    .where('t.ended_at', 'is', null)
    .forUpdate('t')
    .executeTakeFirst()
  return row ?? null
}

/** The last offer of that place to that network, held. */
export async function holdTransferOf(
  tx: Database,
  network: NetworkId,
  { place, peer }: { place: PlaceId; peer: PeerId },
): Promise<Transfer | null> {
  const row = await transfers(tx, network)
    .where('t.place_id', '=', place)
    .where('t.peer_id', '=', peer)
    .orderBy('t.offered_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(1)
    .forUpdate('t')
    .executeTakeFirst()
  return row ?? null
}

function transfers(db: Database, network: NetworkId) {
  return db
    .selectFrom('federation.transfer as t')
    .innerJoin('federation.peer as peer', 'peer.id', 't.peer_id')
    .where('t.network_id', '=', network)
    .select([
      't.id',
      't.place_id as placeId',
      't.peer_id as peerId',
      'peer.name as peerName',
      't.reason',
      't.offered_at as offeredAt',
      't.ended_at as endedAt',
      sql<Transfer['outcome']>`t.outcome`.as('outcome'),
      't.taken_as as takenAs',
    ])
}

export async function endTransfer(
  tx: Database,
  id: TransferId,
  {
    outcome,
    takenAs,
    at,
  }: { outcome: NonNullable<Transfer['outcome']>; takenAs: string | null; at: Instant },
): Promise<void> {
  await tx
    .updateTable('federation.transfer')
    .set({ ended_at: at, outcome, taken_as: takenAs })
    .where('id', '=', id)
    .execute()
}

/** Which of these places are offered to that reader and wait for its answer. */
export async function offeredAmong(
  db: Database,
  peer: PeerId,
  places: readonly PlaceId[],
): Promise<ReadonlySet<PlaceId>> {
  if (places.length === 0) return new Set()
  const rows = await db
    .selectFrom('federation.transfer')
    .select('place_id as place')
    .where('peer_id', '=', peer)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`place_id = any(${sql.val([...places])}::uuid[])`)
    .execute()
  return new Set(rows.map(({ place }) => place))
}

/** The agreements that list a place, or a duplicate joined to it, on that day or later. */
export async function agreementsOver(db: Database, place: PlaceId, today: string): Promise<AgreementId[]> {
  const rows = await db
    .selectFrom('agreements.place_cover as cover')
    .innerJoin('places.current_place as current', 'current.id', 'cover.place_id')
    .where('current.current_id', '=', place)
    .where(sql<boolean>`cover.until_day is null or cover.until_day > ${today}`)
    .select('cover.agreement_id as id')
    .distinct()
    .orderBy('cover.agreement_id')
    .execute()
  return rows.map(({ id }) => id)
}
