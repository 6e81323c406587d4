import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Completeness, completenessOf } from '../../domain/life/completeness.ts'
import type { PlaceId, PlaceStatus } from '../../domain/place.ts'
import { fieldsOf, type PlaceRow } from './place.store.ts'
import { isKept } from './place-links.store.ts'

export const KEPT_PER_PAGE = 25

type Keeper = Pick<Context, 'db' | 'actor' | 'reach' | 'today'>

/** A place as those who keep it read it, whatever its status, duplicates included; null: not theirs. DIR-11. */
export async function keptPlace({ db, actor, reach, today }: Keeper, id: PlaceId): Promise<PlaceRow | null> {
  const row = await db
    .selectFrom('places.place as p')
    .selectAll('p')
    .where('p.id', '=', id)
    .where(isKept(actor, reach, today))
    .executeTakeFirst()
  return row ?? null
}

/** One line of « mes lieux ». */
export interface KeptPlace {
  id: PlaceId
  slug: string
  name: string
  commune: string
  status: PlaceStatus
  completeness: Completeness
  /** The last day on which somebody who keeps it said that it was right. */
  confirmedOn: Day | null
}

/** One page of the places that the reader keeps, by name; duplicates are read with the place they joined. */
export async function keptPlaces(
  { db, actor, reach, today }: Keeper,
  { q, page }: { q: string; page: number },
): Promise<{ places: KeptPlace[]; total: number }> {
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const found = db
    .selectFrom('places.place as p')
    .where(isKept(actor, reach, today))
    .where('p.status', '<>', 'merged')
    .$if(q !== '', (query) =>
      query.where(sql<boolean>`public.folded(p.name || ' ' || p.commune) like public.folded(${words})`),
    )
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('p')
    .select((is) =>
      is
        .selectFrom('places.confirmation as said')
        .whereRef('said.place_id', '=', 'p.id')
        .where('said.said_by', '=', 'owner')
        .select(({ fn }) => fn.max('said.on_day').as('day'))
        .as('confirmed_on'),
    )
    .orderBy(sql`p.name collate public.french`)
    .orderBy('p.id')
    .limit(KEPT_PER_PAGE)
    .offset((page - 1) * KEPT_PER_PAGE)
    .execute()
  const places = rows.map((row) => {
    const place = fieldsOf(row)
    return {
      ...{ id: place.id, slug: place.slug, name: place.name, commune: place.commune, status: place.status },
      completeness: completenessOf({ ...place, pointPrecision: row.point_precision }),
      confirmedOn: row.confirmed_on,
    }
  })
  return { places, total }
}

/** How many places each organisation runs today, counted when asked. DIR-10. */
export async function placesRunBy(
  db: Database,
  { network, today }: { network: string; today: Day },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ organisation: string; count: number }>`
    select coalesce(o.current_id, link.organisation_id) as organisation, count(distinct p.current_id)::integer as count
    from places.organisation_place link
      join places.current_place p on p.id = link.place_id
      join places.place shown on shown.id = p.current_id and shown.status = 'published'
      left join identity.current_organisation o on o.id = link.organisation_id
    where link.network_id = ${network} and link.role = 'operates'
      and link.from_day <= ${today} and (link.until_day is null or link.until_day > ${today})
    group by 1`.execute(db)
  return new Map(rows.map(({ organisation, count }) => [organisation, count]))
}
