import { sql } from 'kysely'
import { type Day, latest } from '../../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import { oncePerText } from '../../../../kernel/once-per-text.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { type Exported, exportedRow } from '../../domain/exports/standard-export.ts'
import type { Place, PlaceId } from '../../domain/place.ts'
import { type StandardName, withLabels } from '../../domain/standard/standard-labels.ts'
import { placeColumns } from '../place-columns.ts'
import { placeOf, type ShownLabel, shownLabels } from '../places.queries.ts'
import { find, rowsFound } from '../search/found.ts'
import { oneOf, type PlaceFilter, published } from '../search/places.filter.ts'

/** One place that leaves the directory. */
export interface ExportedPlace {
  readonly place: Place
  /** As the national standard writes it, or what it lacks. */
  readonly standard: Exported
  readonly labels: readonly ShownLabel[]
}

/** Rows held at once: memory does not grow with the directory. */
const BATCH = 200

/** Labels are those of its network on that day. */
type Telling = Pick<PlaceFilter, 'network' | 'today'>

/**
 * The places that pass a filter, with the labels they bear on its day, a batch after another in the order of their ids.
 * Each batch is a query of its own: nothing is held while a slow reader takes the rows, and a place that nobody touches
 * meanwhile is given once.
 */
export async function* exportedPlaces(
  db: Database,
  filter: PlaceFilter,
  { after = null, batch = BATCH }: { after?: PlaceId | null; batch?: number } = {},
): AsyncGenerator<ExportedPlace[]> {
  const own = await standardNames(db, filter.network)
  const found = await find(db, filter)
  const rows = rowsFound(found)
  for (let last = after; ; ) {
    const ids = found.index.idsAfter(rows, last, batch)
    const places = await exportedBatch(db, filter, own, ids)
    if (places.length > 0) yield places
    last = ids.at(-1) ?? null
    if (ids.length < batch) return
  }
}

/** One page of them. */
export async function exportedPage(
  db: Database,
  filter: PlaceFilter,
  { after, limit }: { after: PlaceId | null; limit: number },
): Promise<ExportedPlace[]> {
  const page: ExportedPlace[] = []
  for await (const places of exportedPlaces(db, filter, { after, batch: limit })) {
    page.push(...places)
    if (page.length >= limit) break
  }
  return page.slice(0, limit)
}

/** What is sent of a place, or what it is sent by: the words it is found by would weigh as much as all the rest. */
const SENT = (
  [
    ...(['id', 'slug', 'status', 'version', 'created_at', 'point_precision', 'serves'] as const),
    ...Object.values(placeColumns),
  ] as const
).map((column) => `p.${column}` as const)

/** Published places among these ids, in the order of their ids. */
export async function exportedAmong(
  db: Database,
  telling: Telling,
  ids: readonly PlaceId[],
): Promise<ExportedPlace[]> {
  return exportedBatch(db, telling, await standardNames(db, telling.network), ids)
}

async function exportedBatch(
  db: Database,
  telling: Telling,
  own: OwnNames,
  ids: readonly PlaceId[],
): Promise<ExportedPlace[]> {
  if (ids.length === 0) return []
  const rows = await published(db, telling.network)
    .where(oneOf(ids))
    .where(isReusable)
    .select(SENT)
    .orderBy('p.id')
    .execute()
  return exported(db, telling, own, rows)
}

/** What came only from sources whose licence forbids it is shown here and sent nowhere. DIR-86. */
export const isReusable = sql<boolean>`not exists (
  select from places.external_ref r join places.source s on s.network_id = r.network_id and s.name = r.source
  where r.place_id = p.id having bool_or(not s.is_reusable) and not bool_or(s.is_reusable))`

type OwnNames = ReadonlyMap<string, StandardName>
interface Row extends Record<string, unknown> {
  id: PlaceId
  created_at: Instant
}

async function exported(
  db: Database,
  { network, today }: Telling,
  own: OwnNames,
  rows: readonly Row[],
): Promise<ExportedPlace[]> {
  const ids = rows.map(({ id }) => id)
  const [borne, changed] = await Promise.all([
    shownLabels(db, network, ids, today),
    labelChanges(db, network, ids, today),
  ])
  const names = [...own.values()]
  return rows.map((row) => {
    const place = placeOf(row)
    const labels = borne.get(place.id) ?? []
    const firstSeen = firstDayOf(row.created_at)
    // The day of a place is that of its last change, labels included. LAB-42.
    const updatedOn = latest(place.updatedOn ?? firstSeen, changed.get(place.id))
    const { row: bare, lacks } = exportedRow({ ...place, updatedOn }, firstSeen)
    const bears = labels.flatMap(({ code }) => own.get(code) ?? [])
    return { place, standard: { row: withLabels(bare, bears, names), lacks }, labels }
  })
}

/** An import gives one instant to thousands of places. */
const firstDayOf = oncePerText((instant) => dayOf(instant as Instant))

/** How the labels of the network are called in the national standard, by their codes. */
async function standardNames(db: Database, network: NetworkId): Promise<OwnNames> {
  const rows = await db
    .selectFrom('labels.standard_name')
    .select(['code', 'name', 'standard_label'])
    .where('network_id', '=', network)
    .execute()
  return new Map(
    rows.map(({ code, name, standard_label }) => [
      code ?? '',
      { name: name ?? '', standardLabel: standard_label },
    ]),
  )
}

/** The last day, up to that one, on which the labels of each of these places changed. */
async function labelChanges(
  db: Database,
  network: NetworkId,
  ids: readonly PlaceId[],
  until: Day,
): Promise<ReadonlyMap<PlaceId, Day>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('labels.label_change')
    .select((is) => ['place_id', is.fn.max('on_day').as('day')])
    .where('network_id', '=', network)
    .where('on_day', '<=', until)
    .where(sql<boolean>`place_id = any(${sql.val([...ids])}::uuid[])`)
    .groupBy('place_id')
    .execute()
  return new Map(rows.flatMap(({ place_id, day }) => (place_id && day ? [[place_id, day] as const] : [])))
}
