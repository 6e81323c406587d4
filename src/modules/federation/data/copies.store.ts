import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../../places/index.ts'
import type { PeerId } from '../domain/peer.ts'

/** What is known of a place of another network, beside the place itself. */
export interface Copy {
  placeId: PlaceId
  uri: string
  /** Digits: numbers decide, never dates. */
  version: string
  path: readonly string[]
  homeName: string
  licence: string
  confirmedOn: Day | null
  /** What its home answered of places found to be the same: their addresses. */
  sameAs: readonly string[]
  differsFrom: readonly string[]
  /** Where its home said that it went. */
  movedTo: string | null
  /** It is ours since, and what its former home says of it changes nothing. */
  takenOverAt: Instant | null
}

/** Those of these addresses that are known here. */
export async function copiesOf(
  db: Database,
  network: NetworkId,
  uris: readonly string[],
): Promise<ReadonlyMap<string, Copy>> {
  if (uris.length === 0) return new Map()
  const rows = await db
    .selectFrom('federation.copy')
    .select([
      'place_id as placeId',
      'uri',
      sql<string>`version::text`.as('version'),
      'path',
      'home_name as homeName',
      'licence',
      'confirmed_on as confirmedOn',
      'same_as as sameAs',
      'differs_from as differsFrom',
      'moved_to as movedTo',
      'taken_over_at as takenOverAt',
    ])
    .where('network_id', '=', network)
    .where(sql<boolean>`uri = any(${sql.val([...uris])}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.uri, row]))
}

export async function copyOfPlace(db: Database, network: NetworkId, place: PlaceId): Promise<Copy | null> {
  const row = await db
    .selectFrom('federation.copy')
    .select([
      'place_id as placeId',
      'uri',
      sql<string>`version::text`.as('version'),
      'path',
      'home_name as homeName',
      'licence',
      'confirmed_on as confirmedOn',
      'same_as as sameAs',
      'differs_from as differsFrom',
      'moved_to as movedTo',
      'taken_over_at as takenOverAt',
    ])
    .where('network_id', '=', network)
    .where('place_id', '=', place)
    .where('taken_over_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Written anew at each change. */
export async function putCopies(
  tx: Database,
  { network, peer, at }: { network: NetworkId; peer: PeerId; at: Instant },
  copies: readonly (Omit<Copy, 'takenOverAt'> & { isGone: boolean })[],
): Promise<void> {
  if (copies.length === 0) return
  await tx
    .insertInto('federation.copy')
    .values(
      copies.map((copy) => ({
        ...{
          place_id: copy.placeId,
          network_id: network,
          peer_id: peer,
          uri: copy.uri,
          path: [...copy.path],
        },
        ...{
          home_name: copy.homeName,
          licence: copy.licence,
          confirmed_on: copy.confirmedOn,
          received_at: at,
        },
        version: sql<number>`${copy.version}::bigint`,
        ...{ same_as: [...copy.sameAs], differs_from: [...copy.differsFrom] },
        ...{ moved_to: copy.movedTo, gone_at: copy.isGone ? at : null },
      })),
    )
    .onConflict((conflict) =>
      conflict.column('place_id').doUpdateSet((is) => ({
        peer_id: is.ref('excluded.peer_id'),
        version: is.ref('excluded.version'),
        path: is.ref('excluded.path'),
        home_name: is.ref('excluded.home_name'),
        licence: is.ref('excluded.licence'),
        confirmed_on: is.ref('excluded.confirmed_on'),
        same_as: is.ref('excluded.same_as'),
        differs_from: is.ref('excluded.differs_from'),
        moved_to: is.ref('excluded.moved_to'),
        received_at: is.ref('excluded.received_at'),
        gone_at: is.ref('excluded.gone_at'),
      })),
    )
    .execute()
}

/** How many places each source brought that are still there. */
export async function countCopies(db: Database, network: NetworkId): Promise<ReadonlyMap<PeerId, number>> {
  const rows = await db
    .selectFrom('federation.copy')
    .where('network_id', '=', network)
    .where('gone_at', 'is', null)
    .groupBy('peer_id')
    .select((is) => ['peer_id as peer', is.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ peer, count }) => [peer, Number(count)]))
}

/** The places that a source brought and that are still there. */
export async function placesFrom(db: Database, peer: PeerId): Promise<PlaceId[]> {
  const rows = await db
    .selectFrom('federation.copy')
    .select('place_id as id')
    .where('peer_id', '=', peer)
    .where('gone_at', 'is', null)
    .orderBy('place_id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whatever comes next is newer: an origin restored from an older copy counts from further back. */
export async function forgetVersions(tx: Database, peer: PeerId): Promise<void> {
  await tx
    .updateTable('federation.copy')
    .set({ version: -1 })
    .where('peer_id', '=', peer)
    .where('taken_over_at', 'is', null)
    .execute()
}

/** It is ours from then on; `version`: what its former home said last. */
export async function markTakenOver(
  tx: Database,
  place: PlaceId,
  { version, at }: { version: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable('federation.copy')
    .set({ version: sql`${version}::bigint`, taken_over_at: at, gone_at: at, moved_to: null })
    .where('place_id', '=', place)
    .execute()
}

/** What these places of ours were, in the network that handed them over. */
export async function takenOverAmong(
  db: Database,
  places: readonly PlaceId[],
): Promise<{ uri: string; version: string; path: string[]; ours: PlaceId }[]> {
  if (places.length === 0) return []
  const { rows } = await sql<{ uri: string; version: string; path: string[]; ours: PlaceId }>`
    select c.uri, c.version::text as version, c.path, current.current_id as ours
    from federation.copy c join places.current_place current on current.id = c.place_id
    where c.place_id = any(${sql.val([...places])}::uuid[]) and c.taken_over_at is not null
    order by c.uri`.execute(db)
  return rows
}

/** The copies whose home said that they went to one of these addresses, which was not known then. */
export async function movedTo(
  db: Database,
  network: NetworkId,
  uris: readonly string[],
): Promise<{ placeId: PlaceId; movedTo: string }[]> {
  if (uris.length === 0) return []
  const { rows } = await sql<{ placeId: PlaceId; movedTo: string }>`
    select place_id as "placeId", moved_to as "movedTo" from federation.copy
    where network_id = ${network} and moved_to = any(${sql.val([...uris])}::text[])
    order by place_id`.execute(db)
  return rows
}

/** The copies a source changed last. */
export function latestFrom(
  db: Database,
  peer: PeerId,
): Promise<{ placeId: PlaceId; uri: string; homeName: string; receivedAt: Instant; isGone: boolean }[]> {
  return db
    .selectFrom('federation.copy')
    .select([
      'place_id as placeId',
      'uri',
      'home_name as homeName',
      'received_at as receivedAt',
      sql<boolean>`gone_at is not null`.as('isGone'),
    ])
    .where('peer_id', '=', peer)
    .orderBy('received_at', 'desc')
    .orderBy('place_id')
    .limit(20)
    .execute()
}

/** Copies that we show as one with another place, when their home answers that they are not. */
export async function refusedByHome(
  db: Database,
  network: NetworkId,
): Promise<{ placeId: PlaceId; uri: string; otherUri: string; homeName: string }[]> {
  const { rows } = await sql<{ placeId: PlaceId; uri: string; otherUri: string; homeName: string }>`
    select c.place_id as "placeId", c.uri, told.other_uri as "otherUri", c.home_name as "homeName"
    from federation.copy c
    join federation.told_same told on told.network_id = c.network_id and told.uri = c.uri and told.decided
    where c.network_id = ${network} and told.other_uri = any(c.differs_from)
    order by c.home_name collate public.french, c.uri limit 100`.execute(db)
  return rows
}
