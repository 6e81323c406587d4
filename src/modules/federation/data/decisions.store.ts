import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { findPlaces, type PlaceId } from '../../places/index.ts'

/** Two places that this network reads as one, or no more, to be told to the home of the first. */
export interface Decision {
  /** The address of the network that is its home, and which we follow ourselves. */
  home: string
  uri: string
  otherUri: string
  otherName: string
  same: boolean
}

/** After so many tries, a home that refuses to listen is left alone. */
const MOST_TRIES = 50

/** What was decided and not told yet: fifty at a time. `ours` begins the addresses of our own places. */
export async function untoldDecisions(db: Database, network: NetworkId, ours: string): Promise<Decision[]> {
  const { rows } = await sql<{ home: string; uri: string; other: string; place: PlaceId; same: boolean }>`
    with group_member as (
      select k.current_id, coalesce(c.uri, ${`${ours}/lieux/`} || k.id) as uri, k.id as place, c.path, c.peer_id
      from places.current_place k
      left join federation.copy c on c.place_id = k.id and c.gone_at is null
      where k.current_id in (
        select f.current_id from federation.copy g join places.current_place f on f.id = g.place_id
        where g.network_id = ${network})
    ), decided as (
      select one.path[1] as home, one.uri, other.uri as other, other.place, true as same
      from group_member one
      join federation.peer p on p.id = one.peer_id and p.ended_at is null
      join group_member other on other.current_id = one.current_id and other.uri <> one.uri
      where cardinality(one.path) = 1
    )
    select d.* from decided d left join federation.told_same t
      on t.network_id = ${network} and t.uri = d.uri and t.other_uri = d.other
    where t.uri is null or not t.decided or (t.told_at is null and t.tries < ${MOST_TRIES})
    union all
    select c.path[1], t.uri, t.other_uri, c.place_id, false
    from federation.told_same t
    join federation.copy c on c.network_id = t.network_id and c.uri = t.uri
    join federation.peer p on p.id = c.peer_id and p.ended_at is null
    where t.network_id = ${network} and (t.decided or (t.told_at is null and t.tries < ${MOST_TRIES}))
      and not exists (select from decided d where d.uri = t.uri and d.other = t.other_uri)
    limit 50`.execute(db)
  const found = await findPlaces(
    db,
    network,
    rows.map(({ place }) => place),
  )
  const names = new Map(found.map(({ id, name, commune }) => [id, `${name}, ${commune}`]))
  return rows.map(({ home, uri, other, place, same }) => ({
    ...{ home, uri, otherUri: other, same },
    otherName: names.get(place) ?? other,
  }))
}

/** `at` null: it was tried, and nobody answered. */
export async function markTold(
  db: Database,
  network: NetworkId,
  { uri, otherUri, same }: Decision,
  at: Instant | null,
): Promise<void> {
  await sql`
    insert into federation.told_same as t (network_id, uri, other_uri, decided, told_at, tries)
    values (${network}, ${uri}, ${otherUri}, ${same}, ${at}, 1)
    on conflict (network_id, uri, other_uri) do update set decided = excluded.decided, told_at = excluded.told_at,
      tries = case when t.decided = excluded.decided then t.tries + 1 else 1 end`.execute(db)
}
