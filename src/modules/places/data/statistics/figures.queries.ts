import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { Position } from '../../domain/search/asked.ts'
import type { CountedPlace, LabelFigure } from '../../domain/statistics/figures.ts'
import { placesFound } from '../search/found-places.ts'
import { type PlaceFilter, published } from '../search/places.filter.ts'

export interface LocatedPlace extends CountedPlace {
  id: PlaceId
  inseeCode: string | null
  postalCode: string | null
}

/** The places of a list, with what statistics count of each: those that the list shows. Texts are told only as there or not. */
export async function countedPlaces(db: Database, filter: PlaceFilter): Promise<LocatedPlace[]> {
  const given = (column: string) => sql<string | null>`case when ${sql.ref(column)} <> '' then '…' end`
  const places = await placesFound(db, filter)
  const rows = await places
    .leftJoin('places.hours as hours', (join) =>
      join.onRef('hours.network_id', '=', 'p.network_id').onRef('hours.key', '=', 'p.hours_key'),
    )
    .select(['p.id', 'p.insee_code as inseeCode', 'p.postal_code as postalCode'])
    .select(['p.services', 'p.publics', 'p.fees', 'p.special_care as specialCare', 'p.itinerance'])
    .select(['p.access_modes as accessModes', 'p.support_modes as supportModes', 'p.latitude'])
    .select(['p.phone', 'p.emails', 'p.websites', 'p.point_precision as pointPrecision'])
    .select([
      given('p.opening_hours').as('openingHours'),
      given('p.summary').as('summary'),
      given('p.acces_libre_url').as('accesLibreUrl'),
      given('p.booking_url').as('bookingUrl'),
      sql<string>`coalesce(${given('p.address')}, '')`.as('address'),
      sql<string[] | null>`case when hours.is_read then hours.moments end`.as('moments'),
    ])
    .execute()
  return rows as LocatedPlace[]
}

/** How many places of a list bear each label today, level by level, and how many bear one at all. Read live (DIR-8). */
export async function labelFigures(
  db: Database,
  filter: PlaceFilter,
): Promise<{ labels: LabelFigure[]; labelled: number }> {
  const places = await placesFound(db, filter)
  const { rows } = await sql<Omit<LabelFigure, 'code'> & { code: string | null }>`
    with found as (${places.select('p.id')}),
    borne as (
      select shown.place_id, shown.code, shown.name, shown.level from places.borne_label shown
      join found on found.id = shown.place_id
      where shown.network_id = ${filter.network} and shown.from_day <= ${filter.today}
        and (shown.until_day is null or shown.until_day > ${filter.today}))
    select code, name, level, count(distinct place_id)::int as places from borne
    group by grouping sets ((code, name, level), ())
    order by grouping(code), name collate public.french, level`.execute(db)
  const labels = rows.flatMap(({ code, ...figure }) => (code === null ? [] : [{ code, ...figure }]))
  return { labels, labelled: rows.find(({ code }) => code === null)?.places ?? 0 }
}

/** The labels each place of a list bears today. */
export async function labelsByPlace(
  db: Database,
  { network, today }: Pick<PlaceFilter, 'network' | 'today'>,
): Promise<ReadonlyMap<PlaceId, { code: string; name: string; level: number | null }[]>> {
  const { rows } = await sql<{ placeId: PlaceId; code: string; name: string; level: number | null }>`
    select distinct shown.place_id as "placeId", shown.code, shown.name, shown.level
    from places.borne_label shown
    where shown.network_id = ${network} and shown.from_day <= ${today}
      and (shown.until_day is null or shown.until_day > ${today})`.execute(db)
  return Map.groupBy(rows, ({ placeId }) => placeId)
}

/** The published places whose keepers said since a day that their sheet is true. DIR-57. */
export async function confirmedSince(db: Database, filter: PlaceFilter, since: Day): Promise<PlaceId[]> {
  const places = await placesFound(db, filter)
  const rows = await places
    .where(
      sql<boolean>`exists (select from places.own_word said
        where said.place_id = p.id and said.on_day between ${since} and ${filter.today})`,
    )
    .select('p.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Where the network's places are drawn, to about a hundred metres: what a distance is measured to. */
export function placePoints(db: Database, network: NetworkId): Promise<Position[]> {
  return published(db, network)
    .where('p.drawn_latitude', 'is not', null)
    .select([
      sql<number>`round(p.drawn_latitude::numeric, 3)::float8`.as('latitude'),
      sql<number>`round(p.drawn_longitude::numeric, 3)::float8`.as('longitude'),
    ])
    .distinct()
    .execute()
}

/** The middles of these communes; one that nothing tells is absent. */
export function centresOf(db: Database, codes: readonly string[]): Promise<(Position & { code: string })[]> {
  if (codes.length === 0) return Promise.resolve([])
  return db
    .selectFrom('places.commune_centre')
    .select(['code', 'latitude', 'longitude'])
    .where(sql<boolean>`code = any(${sql.val([...codes])}::text[])`)
    .execute()
}
