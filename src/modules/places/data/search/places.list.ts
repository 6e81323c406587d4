import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { PlaceId } from '../../domain/place.ts'
import { kilometres } from '../../domain/search/around.ts'
import type { AskedPage } from '../../domain/search/asked.ts'
import type { ListCursor } from '../../domain/search/list-cursor.ts'
import { type Ordering, pageOfRows, type Stretch } from '../../domain/search/page-order.ts'
import { type PlaceSummary, summaries } from '../places.queries.ts'
import { type Found, find, rowsFound } from './found.ts'
import type { PlaceFilter } from './places.filter.ts'
import { tierOf } from './said-words.ts'

/** A page of the list, and where those beside it begin; null: there is none on that side. */
export interface ListPage {
  readonly places: readonly PlaceSummary[]
  readonly previous: ListCursor | null
  readonly next: ListCursor | null
}

/** Which page: after a place, before one, or so many places from the first. */
export type Turn =
  | { readonly after: ListCursor }
  | { readonly before: ListCursor }
  | { readonly skip: number }

/** Old links number their pages: beyond the last, the last. */
export function turnAsked(page: AskedPage, total: number, size: number): Turn {
  if (typeof page !== 'number') return page
  return { skip: (Math.min(page, Math.max(1, Math.ceil(total / size))) - 1) * size }
}

/** The first places of a filter, in its order. */
export async function listPlaces(db: Database, filter: PlaceFilter, limit: number): Promise<PlaceSummary[]> {
  return listFound(db, await find(db, filter), limit)
}

export async function listFound(db: Database, found: Found, limit: number): Promise<PlaceSummary[]> {
  const rows = pageOfRows(rowsFound(found), orderingOf(found), {}, limit)
  return summaries(db, found.index.idsOf(rows), found.filter.centre)
}

/**
 * A page that goes on from a place, not from a number of places: whatever comes or goes meanwhile, nothing else is skipped
 * or told twice. DIR-66.
 */
export async function turnTo(db: Database, found: Found, turn: Turn, size: number): Promise<ListPage> {
  const ordering = orderingOf(found)
  const all = rowsFound(found)
  if ('before' in turn) {
    const before = await standingOf(db, found, turn.before, '>=')
    const rows = pageOfRows(all, ordering, { before }, size + 1)
    // What was before is gone, or fits on the first page: that one is shown whole.
    if (rows.length <= size) return turnTo(db, found, { skip: 0 }, size)
    return pageOf(db, found, ordering, rows.slice(1), { hasPrevious: true, hasNext: true })
  }
  const stretch: Stretch = 'after' in turn ? { after: await standingOf(db, found, turn.after, '>') } : {}
  const skip = 'skip' in turn ? turn.skip : 0
  const rows = pageOfRows(all, ordering, stretch, skip + size + 1).slice(skip)
  const hasPrevious = 'after' in turn || skip > 0
  return pageOf(db, found, ordering, rows.slice(0, size), { hasPrevious, hasNext: rows.length > size })
}

async function pageOf(
  db: Database,
  { index, filter }: Found,
  ordering: Ordering,
  rows: readonly number[],
  { hasPrevious, hasNext }: { hasPrevious: boolean; hasNext: boolean },
): Promise<ListPage> {
  const places = await summaries(db, index.idsOf(rows), filter.centre)
  const cursorAt = (place: PlaceSummary | undefined): ListCursor | null => {
    const row = place && index.rowOf(place.id)
    if (!place || row === undefined) return null
    const measure = ordering.measureOf(row)
    return {
      tier: ordering.tierOf(row),
      measure: Number.isFinite(measure) ? measure : null,
      name: place.name,
      id: place.id,
    }
  }
  return {
    places,
    previous: hasPrevious ? cursorAt(places[0]) : null,
    next: hasNext ? cursorAt(places.at(-1)) : null,
  }
}

/**
 * As asked; else by distance from the centre, the very name first: exact name, names that begin so, names that carry the
 * words, then the others, in the French alphabet; the id breaks ties. DIR-61.
 */
function orderingOf({ filter, index, words }: Found): Ordering {
  const { sort, centre } = filter
  const { latitude, longitude, rank } = index
  const tiers = sort === 'relevance' ? words : null
  const from = sort === 'relevance' || sort === 'distance' ? centre : null
  const distance = (row: number) => {
    const km = from ? kilometres(from, latitude[row] ?? Number.NaN, longitude[row] ?? Number.NaN) : 0
    return Number.isNaN(km) ? Number.POSITIVE_INFINITY : km
  }
  return {
    tierOf: (row) => (tiers ? tierOf(tiers, row) : 0),
    measureOf: sort === 'updated' ? (row) => index.ageOf(row) : distance,
    rankOf: (row) => rank[row] ?? 0,
  }
}

/** Where the place of a cursor stands today in the alphabet, be it there or not: at the first name that follows. */
async function standingOf(db: Database, { index, filter }: Found, cursor: ListCursor, from: '>' | '>=') {
  const { rows } = await sql<{ id: PlaceId }>`
    select p.id from places.place p
    where p.network_id = ${filter.network} and p.status = 'published'
      and (p.name collate public.french, p.id) ${from === '>' ? sql`>` : sql`>=`} (${cursor.name}, ${cursor.id}::uuid)
    order by p.name collate public.french, p.id limit 1`.execute(db)
  const row = rows[0] && index.rowOf(rows[0].id)
  return {
    tier: cursor.tier,
    measure: cursor.measure ?? Number.POSITIVE_INFINITY,
    rank: row === undefined ? Number.POSITIVE_INFINITY : (index.rank[row] ?? 0),
  }
}
