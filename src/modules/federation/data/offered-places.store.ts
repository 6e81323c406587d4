import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../../places/index.ts'
import type { PeerId } from '../domain/peer.ts'

/** A place that its home offers us to take over. DIR-89. */
export interface OfferedPlace {
  placeId: PlaceId
  uri: string
  homeName: string
  peerId: PeerId
  offeredAt: Instant
  accepted: boolean | null
}

/** What a source says of its own places: those it offers, and those it offers no more. */
export async function noteOffered(
  tx: Database,
  network: NetworkId,
  told: readonly { place: PlaceId; isOffered: boolean }[],
  at: Instant,
): Promise<void> {
  const over = told.flatMap(({ place, isOffered }) => (isOffered ? [] : [place]))
  const offered = told.flatMap(({ place, isOffered }) => (isOffered ? [place] : []))
  if (over.length > 0)
    await sql`delete from federation.offered_place where place_id = any(${sql.val(over)}::uuid[])`.execute(tx)
  if (offered.length > 0)
    await sql`
      insert into federation.offered_place (place_id, network_id, offered_at)
      select id, ${network}, ${at} from unnest(${sql.val(offered)}::uuid[]) id
      on conflict do nothing`.execute(tx)
}

/** Unanswered first. */
export function listOffered(db: Database, network: NetworkId): Promise<OfferedPlace[]> {
  return offeredPlaces(db, network)
    .orderBy(sql`o.accepted is not null`)
    .orderBy('o.offered_at', 'desc')
    .execute()
}

export async function findOffered(
  db: Database,
  network: NetworkId,
  place: PlaceId,
): Promise<OfferedPlace | null> {
  return (await offeredPlaces(db, network).where('c.place_id', '=', place).executeTakeFirst()) ?? null
}

/** Answered, and its home has not heard it yet. `ours`: the place of ours that it is shown as. */
export async function untoldAnswers(
  db: Database,
  network: NetworkId,
  peer: PeerId,
): Promise<{ placeId: PlaceId; uri: string; accepted: boolean; ours: PlaceId }[]> {
  const { rows } = await sql<{ placeId: PlaceId; uri: string; accepted: boolean; ours: PlaceId }>`
    select o.place_id as "placeId", c.uri, o.accepted, current.current_id as ours
    from federation.offered_place o
    join federation.copy c on c.place_id = o.place_id
    join places.current_place current on current.id = o.place_id
    where o.network_id = ${network} and c.peer_id = ${peer} and o.accepted is not null and o.told_at is null
    order by o.answered_at, o.place_id limit 50`.execute(db)
  return rows
}

/** False: it was answered already. */
export async function answerOffered(
  tx: Database,
  place: PlaceId,
  { accepted, at, by }: { accepted: boolean; at: Instant; by: PersonId | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('federation.offered_place')
    .set({ accepted, answered_at: at, answered_by: by })
    .where(isAbout(place))
    .where('accepted', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function markAnswerTold(db: Database, place: PlaceId, at: Instant): Promise<void> {
  await db.updateTable('federation.offered_place').set({ told_at: at }).where(isAbout(place)).execute()
}

function offeredPlaces(db: Database, network: NetworkId) {
  return db
    .selectFrom('federation.offered_place as o')
    .innerJoin('federation.copy as c', (join) => join.on(sql<boolean>`c.place_id = o.place_id`))
    .where('o.network_id', '=', network)
    .where('c.taken_over_at', 'is', null)
    .select([
      'c.place_id as placeId',
      'c.uri',
      'c.home_name as homeName',
      'c.peer_id as peerId',
      'o.offered_at as offeredAt',
      'o.accepted',
    ])
}

/** The table refers to the copy, which is known by its place. */
function isAbout(place: PlaceId) {
  return sql<boolean>`place_id = ${place}`
}
