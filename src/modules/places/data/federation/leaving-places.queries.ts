import { sql } from 'kysely'
import { type Day, latest } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { DeclaredLabel } from '../../domain/federation/declared-label.ts'
import type { Place, PlaceId } from '../../domain/place.ts'
import { looksPersonal } from '../../domain/standard/mail-and-web.ts'
import { fromFields } from '../../domain/standard/standard.ts'
import type { StandardRow } from '../../domain/standard/standard-columns.ts'
import { departmentOf } from '../../domain/territories.ts'
import { noteLabelChanges } from '../api/changes.queries.ts'
import { placeOf } from '../places.queries.ts'

/** Where a reader of our changes stands: the number of the last change it has, and its place. */
export interface ChangeMark {
  number: string
  place: PlaceId
}

/** One of our places, as another network is told of it. */
export interface LeavingPlace {
  id: PlaceId
  /** Grows with each change: a later one is a larger number. */
  number: string
  slug: string
  /** Null: it is published. `withdrawn`: nobody sees it any more. */
  gone: 'closed' | 'withdrawn' | 'moved' | null
  /** The place it was joined to, or its address in the network that took it over. */
  movedTo: { place: PlaceId } | { uri: string } | null
  /** Null: it is gone, or was never ours to tell. */
  row: StandardRow | null
  labels: readonly DeclaredLabel[]
  department: string
  /** Its address at home, when that is another network. */
  originUri: string | null
  confirmedOn: Day | null
}

/** What changed after a mark, in the order in which it was seen: nothing is missed or told twice. DIR-88. */
export async function placesChangedAfter(
  db: Database,
  network: NetworkId,
  today: Day,
  { after, limit }: { after: ChangeMark | null; limit: number },
): Promise<LeavingPlace[]> {
  await noteLabelChanges(db, network, today)
  const { number, place } = after ?? { number: '-1', place: '00000000-0000-0000-0000-000000000000' }
  const { rows } = await sql<{
    changed: PlaceId
    number: string
    held: object | null
    confirmed: Day | null
  }>`
    select change.place_id as changed, change.number::text as number,
      case when p.id is not null then to_jsonb(p) - 'search' end as held,
      (select max(on_day)::text from places.confirmation c where c.place_id = p.id and c.on_day <= ${today}) as confirmed
    from places.place_change change left join places.place p on p.id = change.place_id
    where change.network_id = ${network} and (change.number, change.place_id) > (${number}::bigint, ${place}::uuid)
    order by change.number, change.place_id
    limit ${limit}`.execute(db)
  const labels = await labelsOf(
    db,
    network,
    rows.map(({ changed }) => changed),
    today,
  )
  return rows.map(({ changed, number: counted, held, confirmed }) => {
    const about = { id: changed, number: counted, labels: labels.get(changed) ?? [], confirmedOn: confirmed }
    return { ...about, ...told(held as HeldPlace | null) }
  })
}

interface HeldPlace {
  id: PlaceId
  slug: string
  status: Place['status'] | 'merged'
  merged_into: PlaceId | null
  moved_to_uri: string | null
  origin_uri: string | null
  postal_code: string | null
}

function told(held: HeldPlace | null): Omit<LeavingPlace, 'id' | 'number' | 'labels' | 'confirmedOn'> {
  if (!held) return { slug: '', gone: 'withdrawn', movedTo: null, row: null, department: '', originUri: null }
  const about = { slug: held.slug, department: departmentOf(held.postal_code), originUri: held.origin_uri }
  if (held.merged_into) return { ...about, gone: 'moved', movedTo: { place: held.merged_into }, row: null }
  if (held.moved_to_uri) return { ...about, gone: 'moved', movedTo: { uri: held.moved_to_uri }, row: null }
  if (held.status === 'published') return { ...about, gone: null, movedTo: null, row: rowOf(placeOf(held)) }
  return { ...about, gone: held.status === 'closed' ? 'closed' : 'withdrawn', movedTo: null, row: null }
}

/** Somebody's own address is nobody's to tell (DIR-72). */
function rowOf(place: Place): StandardRow {
  const emails = place.emails.filter((email) => !looksPersonal(email))
  return fromFields(place.id, { ...place, emails, updatedOn: latest(place.updatedOn) })
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
export async function touchPlace(tx: Database, network: NetworkId, place: PlaceId): Promise<void> {
  await sql`
    with grown as (
      update places.directory_version set version = version + 1 where network_id = ${network} returning version
    )
    update places.place_change change set number = grown.version from grown where change.place_id = ${place}`.execute(
    tx,
  )
}
