import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Verdict } from '../../domain/bulk/place-list.ts'
import type { SchemeId } from '../awards/awards.store.ts'
import type { PlaceListId } from './place-lists.store.ts'

type PlaceId = Id<'place'>

/** How a list counts: one statement for any number of lists. */
export interface ListCounts {
  readonly places: number
  readonly reserved: number
  readonly excluded: number
  readonly created: number
  /** How many places were told of the charter, then of the decision. */
  readonly charterTold: number
  readonly decisionTold: number
}

export async function countsOf(
  db: Database,
  lists: readonly PlaceListId[],
): Promise<ReadonlyMap<PlaceListId, ListCounts>> {
  if (lists.length === 0) return new Map()
  const { rows } = await sql<ListCounts & { list: PlaceListId }>`
    select list_id as list, count(*)::integer as places,
      (count(*) filter (where verdict = 'granted_with_reserve'))::integer as reserved,
      (count(*) filter (where verdict = 'excluded'))::integer as excluded,
      (count(*) filter (where origin = 'created'))::integer as created,
      count(charter_told_at)::integer as "charterTold", count(decision_told_at)::integer as "decisionTold"
    from labels.listed_place where list_id = any(${lists}::uuid[]) group by list_id`.execute(db)
  return new Map(rows.map(({ list, ...counts }) => [list, counts]))
}

export const NO_PLACE: ListCounts = {
  places: 0,
  reserved: 0,
  excluded: 0,
  created: 0,
  charterTold: 0,
  decisionTold: 0,
}

/** One line of a list, with the award it became. */
export interface ListedLine {
  readonly placeId: PlaceId
  readonly origin: 'chosen' | 'file' | 'created'
  readonly verdict: Verdict
  readonly reason: string
  readonly reserveUntil: Day | null
  readonly award: { readonly id: Id<'award'>; readonly number: string } | null
}

export const LINES_PAGE = 50

/** One page of a list: what was said against a place comes first, then in the order of their ids. */
export async function listedLines(
  db: Database,
  list: PlaceListId,
  page: number,
): Promise<{ lines: ListedLine[]; total: number }> {
  const rows = await db
    .selectFrom('labels.listed_place as p')
    .leftJoin('labels.award as a', (join) =>
      join.onRef('a.list_id', '=', 'p.list_id').onRef('a.place_id', '=', 'p.place_id'),
    )
    .select([
      'p.place_id',
      'p.origin',
      'p.verdict',
      'p.reason',
      'p.reserve_until',
      'a.id as award_id',
      'a.number',
      sql<number>`(count(*) over ())::integer`.as('total'),
    ])
    .where('p.list_id', '=', list)
    .orderBy(sql`p.verdict = 'granted'`)
    .orderBy('p.place_id')
    .limit(LINES_PAGE)
    .offset((page - 1) * LINES_PAGE)
    .execute()
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map((row) => ({
      placeId: row.place_id,
      origin: row.origin as ListedLine['origin'],
      verdict: row.verdict as Verdict,
      reason: row.reason,
      reserveUntil: row.reserve_until,
      award: row.award_id && row.number ? { id: row.award_id, number: row.number } : null,
    })),
  }
}

/** The places that other lists already propose for the label, and are not decided against. */
export async function placesProposed(db: Database, scheme: SchemeId): Promise<Set<PlaceId>> {
  const rows = await db
    .selectFrom('labels.listed_place as p')
    .innerJoin('labels.place_list as l', 'l.id', 'p.list_id')
    .leftJoin('labels.list_decision as d', 'd.list_id', 'l.id')
    .select('p.place_id')
    .where('l.scheme_id', '=', scheme)
    .where((where) => where.or([where('d.list_id', 'is', null), where('p.verdict', '<>', 'excluded')]))
    .execute()
  return new Set(rows.map(({ place_id }) => place_id))
}

/** The places that bear the label on a day, or will. */
export async function placesLabelled(db: Database, scheme: SchemeId, on: Day): Promise<Set<PlaceId>> {
  const rows = await db
    .selectFrom('labels.shown_label')
    .select('place_id')
    .where('scheme_id', '=', scheme)
    .where((where) => where.or([where('until_day', 'is', null), where('until_day', '>', on)]))
    .execute()
  return new Set(rows.flatMap(({ place_id }) => place_id ?? []))
}

/** The places that other agreements cover on a day. */
export async function placesOfOthers(
  db: Database,
  own: readonly Id<'agreement'>[],
  on: Day,
): Promise<Set<PlaceId>> {
  const { rows } = await sql<{ place_id: PlaceId }>`
    select distinct place_id from agreements.place_cover
    where agreement_id <> all(${own}::uuid[]) and from_day <= ${on} and (until_day is null or until_day > ${on})`.execute(
    db,
  )
  return new Set(rows.map(({ place_id }) => place_id))
}

/** The next places to tell of what was done, and what they were told nothing of yet. */
export async function placesToTell(
  db: Database,
  list: PlaceListId,
  told: 'charter_told_at' | 'decision_told_at',
  limit: number,
): Promise<Omit<ListedLine, 'award' | 'origin'>[]> {
  const rows = await db
    .selectFrom('labels.listed_place')
    .select(['place_id', 'verdict', 'reason', 'reserve_until'])
    .where('list_id', '=', list)
    .where(told, 'is', null)
    .orderBy('place_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    placeId: row.place_id,
    verdict: row.verdict as Verdict,
    reason: row.reason,
    reserveUntil: row.reserve_until,
  }))
}

export async function noteTold(
  tx: Database,
  list: PlaceListId,
  told: 'charter_told_at' | 'decision_told_at',
  places: readonly PlaceId[],
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('labels.listed_place')
    .set({ [told]: at })
    .where('list_id', '=', list)
    .where('place_id', 'in', [...places])
    .execute()
}

/** For jobs, which know the list alone. */
export async function networkOfList(db: Database, list: PlaceListId): Promise<Id<'network'> | null> {
  const row = await db
    .selectFrom('labels.place_list')
    .select('network_id')
    .where('id', '=', list)
    .executeTakeFirst()
  return row?.network_id ?? null
}

/** The places an agreement covers on a day; null when it lists none at all. */
export async function placesCovered(
  db: Database,
  agreement: Id<'agreement'>,
  on: Day,
): Promise<Set<PlaceId> | null> {
  const rows = await db
    .selectFrom('agreements.place_cover')
    .select([
      'place_id',
      sql<boolean>`coalesce(from_day <= ${on} and (until_day is null or until_day > ${on}), false)`.as(
        'open',
      ),
    ])
    .where('agreement_id', '=', agreement)
    .execute()
  if (rows.length === 0) return null
  return new Set(rows.flatMap(({ place_id, open }) => (open ? [place_id] : [])))
}
