import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { departmentNumber } from '../../domain/departments.ts'
import type { DeclaredLabel } from '../../domain/federation/declared-label.ts'
import type { Place, PlaceId } from '../../domain/place.ts'
import { looksPersonal } from '../../domain/standard/mail-and-web.ts'
import { fromFields } from '../../domain/standard/standard.ts'
import type { StandardRow } from '../../domain/standard/standard-columns.ts'
import { type ChangePoint, changesSince, noteLabelChanges, type PlaceChange } from '../api/changes.queries.ts'
import { isReusable } from '../exports/exported-places.queries.ts'
import { lastWords } from '../freshness/confirmations.store.ts'
import { placeOf } from '../places.queries.ts'

/** One of our places, as another network is told of it. */
export interface LeavingPlace {
  id: PlaceId
  /** Grows with each change: a later one is a larger number. */
  number: number
  /** Null: it is published. `withdrawn`: nobody sees it any more, or its sources forbid that it goes further. */
  gone: 'closed' | 'withdrawn' | 'moved' | null
  /** The place it was joined to, or its address in the network that took it over. */
  movedTo: { place: PlaceId } | { uri: string } | null
  /** Null: it is gone. */
  row: StandardRow | null
  labels: readonly DeclaredLabel[]
  /** `50`, `2A`, `974`; null: its address does not say. */
  department: string | null
  /** The licences its sources gave; empty: none said. */
  licences: readonly string[]
  /** Its address at home, when that is another network. */
  originUri: string | null
  /** The last day on which the place itself spoke. */
  confirmedOn: Day | null
}

/** What changed after a point, in the order in which it was seen: nothing is missed or told twice. DIR-88. */
export async function placesChangedAfter(
  db: Database,
  network: NetworkId,
  today: Day,
  { after, limit }: { after: ChangePoint | null; limit: number },
): Promise<LeavingPlace[]> {
  await noteLabelChanges(db, network, today)
  const changes = await changesSince(db, network, after, limit)
  const ids = changes.map(({ id }) => id)
  const [held, labels, words] = await Promise.all([
    heldAmong(db, network, ids),
    labelsOf(db, network, ids, today),
    lastWords(db, ids, today),
  ])
  return changes.map((change) => ({
    ...told(change, held.get(change.id)),
    labels: labels.get(change.id) ?? [],
    confirmedOn: words.get(change.id) ?? null,
  }))
}

type Held = Awaited<ReturnType<typeof heldRows>>[number]

async function heldAmong(db: Database, network: NetworkId, ids: readonly PlaceId[]) {
  const rows = ids.length === 0 ? [] : await heldRows(db, network, ids)
  return new Map(rows.map((row) => [row.id, row]))
}

function heldRows(db: Database, network: NetworkId, ids: readonly PlaceId[]) {
  return db
    .selectFrom('places.place as p')
    .where('p.network_id', '=', network)
    .where(sql<boolean>`p.id = any(${sql.val([...ids])}::uuid[])`)
    .selectAll('p')
    .select([
      isReusable.as('isReusable'),
      sql<string[]>`array(
        select distinct s.licence from places.external_ref r
        join places.source s on s.network_id = r.network_id and s.name = r.source
        where r.place_id = p.id and s.licence <> '' order by 1)`.as('licences'),
    ])
    .execute()
}

function told({ id, number, kind, mergedInto }: PlaceChange, held: Held | undefined) {
  const about = {
    ...{ id, number, row: null, originUri: held?.origin_uri ?? null, licences: held?.licences ?? [] },
    department: held ? departmentNumber({ inseeCode: held.insee_code, postalCode: held.postal_code }) : null,
  }
  if (mergedInto) return { ...about, gone: 'moved' as const, movedTo: { place: mergedInto } }
  if (held?.moved_to_uri) return { ...about, gone: 'moved' as const, movedTo: { uri: held.moved_to_uri } }
  if (kind === 'upsert' && held?.isReusable)
    return { ...about, gone: null, movedTo: null, row: rowOf(placeOf(held)) }
  return { ...about, gone: kind === 'closed' ? ('closed' as const) : ('withdrawn' as const), movedTo: null }
}

/** Somebody's own address is nobody's to tell (DIR-72). */
function rowOf(place: Place): StandardRow {
  const emails = place.emails.filter((email) => !looksPersonal(email))
  return fromFields(place.id, { ...place, emails })
}

/** The labels they bear today, with what will end them. */
async function labelsOf(
  db: Database,
  network: NetworkId,
  places: readonly PlaceId[],
  today: Day,
): Promise<ReadonlyMap<PlaceId, DeclaredLabel[]>> {
  if (places.length === 0) return new Map()
  const rows = await db
    .selectFrom('places.borne_label as borne')
    .select([
      'borne.place_id as place',
      'borne.code',
      'borne.name',
      'borne.level',
      'borne.from_day as from',
      'borne.until_day as until',
      sql<string | null>`coalesce(borne.proof_url, borne.slug)`.as('proof'),
    ])
    .where('borne.network_id', '=', network)
    .where(sql<boolean>`borne.place_id = any(${sql.val([...places])}::uuid[])`)
    .where('borne.from_day', '<=', today)
    .where((is) => is.or([is('borne.until_day', 'is', null), is('borne.until_day', '>', today)]))
    .orderBy('borne.code')
    .orderBy('borne.from_day')
    .execute()
  const byPlace = new Map<PlaceId, DeclaredLabel[]>()
  for (const { place, ...label } of rows) {
    const id = place as PlaceId
    byPlace.set(id, [...(byPlace.get(id) ?? []), label as DeclaredLabel])
  }
  return byPlace
}

/** What is told of the place changed, though the place did not: its readers are told of it anew. */
export function touchPlace(tx: Database, network: NetworkId, place: PlaceId): Promise<void> {
  return touch(tx, network, sql`(${place}::uuid)`)
}

/** The same, of all that a source named: its terms changed. DIR-86. */
export function touchPlacesOf(tx: Database, network: NetworkId, source: string): Promise<void> {
  return touch(
    tx,
    network,
    sql`(select place_id from places.external_ref where network_id = ${network} and source = ${source})`,
  )
}

async function touch(tx: Database, network: NetworkId, places: RawBuilder<unknown>): Promise<void> {
  await sql`
    with grown as (
      update places.directory_version set version = version + 1 where network_id = ${network} returning version
    )
    update places.place_change change set number = grown.version from grown where change.place_id in ${places}`.execute(
    tx,
  )
}
