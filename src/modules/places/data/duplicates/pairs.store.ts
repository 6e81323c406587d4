import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Band, Resemblance } from '../../domain/duplicates/score.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Two places that may be one: the lower id first. */
export interface PlacePair {
  readonly one: PlaceId
  readonly other: PlaceId
  readonly score: number
  readonly band: Band
  readonly why: Resemblance
  readonly departments: readonly string[]
  readonly sources: readonly string[]
}

/** Networks with places to compare again. */
export async function networksToCompare(db: Database): Promise<NetworkId[]> {
  const rows = await db.selectFrom('places.comparison_due').distinct().select('network_id').execute()
  return rows.map(({ network_id }) => network_id)
}

/** What is to be compared again, and the lines that say so: those written meanwhile stay for the next time. */
export async function placesDue(
  db: Database,
  network: NetworkId,
): Promise<{ places: ReadonlySet<PlaceId>; lines: readonly string[] }> {
  const { rows } = await sql<{ line: string; place: PlaceId; current: PlaceId }>`
    select d.id::text as line, p.id as place, coalesce(p.merged_into, p.id) as current
    from places.comparison_due d join places.place p on p.id = d.place_id
    where d.network_id = ${network}`.execute(db)
  return {
    places: new Set(rows.flatMap(({ place, current }) => [place, current])),
    lines: rows.map(({ line }) => line),
  }
}

/**
 * The pairs of these places, in the stead of those known before; with `around` null, all the pairs of the network. One
 * transaction: the queue is never seen half written.
 */
export async function replacePairs(
  tx: Database,
  network: NetworkId,
  {
    pairs,
    around,
    lines,
  }: {
    pairs: readonly PlacePair[]
    around: ReadonlySet<PlaceId> | null
    lines: readonly string[]
  },
  now: Instant,
): Promise<void> {
  const touched =
    around && sql`and (one_id = any(${[...around]}::uuid[]) or other_id = any(${[...around]}::uuid[]))`
  await sql`delete from places.duplicate_pair where network_id = ${network} ${touched ?? sql``}`.execute(tx)
  await sql`
    insert into places.duplicate_pair
      (network_id, one_id, other_id, score, band, why, departments, sources, found_at)
    select ${network}, p.one, p.other, p.score, p.band, p.why, p.departments, p.sources, ${now}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as p (one uuid, other uuid, score smallint, band text, why jsonb, departments text[], sources text[])
    on conflict (one_id, other_id) do nothing`.execute(tx)
  await sql`delete from places.comparison_due where id = any(${sql.val([...lines])}::bigint[])`.execute(tx)
}

/** What the queue is asked. Empty parts ask nothing; without a band, the certain and the probable ones. DIR-44. */
export interface QueueAsked {
  readonly band: Band | null
  readonly department: string | null
  readonly source: string | null
}

/** A pair as the queue shows it. */
export interface QueuedPair extends PlacePair {
  readonly total: number
  /** Somebody once said that they were two, and one of them changed since. DIR-46. */
  readonly wasDistinguished: boolean
}

/** Pairs that nobody has decided, the surest first. */
export async function queuedPairs(
  db: Database,
  network: NetworkId,
  asked: QueueAsked,
  { limit, offset }: { limit: number; offset: number },
): Promise<QueuedPair[]> {
  const { rows } = await sql<QueuedPair>`
    select q.one_id as one, q.other_id as other, q.score, q.band, q.why, q.departments, q.sources,
      (count(*) over ())::int as total,
      exists (select from places.distinction d where d.one_id = q.one_id and d.other_id = q.other_id)
        as "wasDistinguished"
    from places.duplicate_pair q
    where ${isOpen(network)} and ${isAsked(asked)}
    order by q.score desc, q.one_id, q.other_id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export interface QueueCounts {
  readonly bands: Readonly<Record<Band, number>>
  readonly departments: readonly { value: string; count: number }[]
  readonly sources: readonly { value: string; count: number }[]
}

/** How many pairs wait, by band; and within the bands asked, by département and by source. */
export async function countQueue(db: Database, network: NetworkId, asked: QueueAsked): Promise<QueueCounts> {
  const { rows } = await sql<{ kind: string; value: string; count: number }>`
    with open as (select q.* from places.duplicate_pair q where ${isOpen(network)})
    select 'band' as kind, band as value, count(*)::int as count from open
      where ${isAsked({ ...asked, band: 'any' }, sql.ref('open'))} group by band
    union all
    select 'department', d, count(*)::int from open, unnest(departments) d
      where ${isAsked({ ...asked, department: null }, sql.ref('open'))} group by d
    union all
    select 'source', s, count(*)::int from open, unnest(sources) s
      where ${isAsked({ ...asked, source: null }, sql.ref('open'))} group by s
    order by 1, 3 desc, 2`.execute(db)
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  const band = (value: Band) => of('band').find((row) => row.value === value)?.count ?? 0
  return {
    bands: { certain: band('certain'), probable: band('probable'), possible: band('possible') },
    departments: of('department'),
    sources: of('source'),
  }
}

/** Both stand, and nobody said that they are two. */
function isOpen(network: NetworkId) {
  return sql<SqlBool>`q.network_id = ${network}
    and (select count(*) from places.place p
      where p.id in (q.one_id, q.other_id) and p.status in ('published', 'draft', 'hidden')) = 2
    and not exists (select from places.standing_distinction d where d.one_id = q.one_id and d.other_id = q.other_id)`
}

function isAsked(
  { band, department, source }: Omit<QueueAsked, 'band'> & { band: Band | 'any' | null },
  q = sql.ref('q'),
) {
  const bands = band === 'any' ? ['certain', 'probable', 'possible'] : band ? [band] : ['certain', 'probable']
  return sql<SqlBool>`${q}.band = any(${bands}::text[])
    and (${department}::text is null or ${department} = any(${q}.departments))
    and (${source}::text is null or ${source} = any(${q}.sources))`
}

/** The pairs of one of these places that wait, of any band. */
export async function pairsAround(
  db: Database,
  network: NetworkId,
  places: readonly PlaceId[],
): Promise<PlacePair[]> {
  if (places.length === 0) return []
  const ids = sql`${sql.val([...places])}::uuid[]`
  const { rows } = await sql<PlacePair>`
    select q.one_id as one, q.other_id as other, q.score, q.band, q.why, q.departments, q.sources
    from places.duplicate_pair q
    where ${isOpen(network)} and (q.one_id = any(${ids}) or q.other_id = any(${ids}))
    order by q.score desc, q.one_id, q.other_id`.execute(db)
  return rows
}
