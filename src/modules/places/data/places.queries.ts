import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { isId } from '../../../kernel/id.ts'
import { oncePerText } from '../../../kernel/once-per-text.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { Place, PlaceId } from '../domain/place.ts'
import type { Position } from '../domain/search/asked.ts'
import type { Service } from '../domain/vocabulary.ts'
import { distanceFrom } from './search/places.filter.ts'
import { communeName } from './search/places.gazetteer.ts'

/** What a list says of a place. */
export interface PlaceSummary {
  id: PlaceId
  slug: string
  name: string
  commune: string
  postalCode: string | null
  inseeCode: string | null
  address: string
  services: readonly Service[]
  openingHours: string | null
  latitude: number | null
  longitude: number | null
  /** Kilometres from the centre of the search; null: there is none, or the place is nowhere. */
  distance: number | null
  /** The point is the middle of its commune: its distance is told « environ ». DIR-55. */
  isApproximate: boolean
}

/** A label a place bears on the day asked. */
export interface ShownLabel {
  code: string
  name: string
  since: Day
  /** The end of the address of its public proof. */
  slug: string
  /** Where its proof is, when its home is another network. */
  proofUrl?: string | null
  /** Of a label that has some. */
  level?: number | null
  /** Its first day without it, when one is known. */
  until?: Day | null
}

const summary = [
  'p.id',
  'p.slug',
  'p.name',
  'p.commune',
  'p.insee_code as inseeCode',
  'p.postal_code as postalCode',
  'p.address',
  'p.services',
  'p.opening_hours as openingHours',
  'p.latitude',
  'p.longitude',
  sql<boolean>`p.point_precision is not distinct from 'commune'`.as('isApproximate'),
] as const

interface SummaryRow extends Omit<PlaceSummary, 'services'> {
  services: string[]
}

function summaryOf({ services, ...row }: SummaryRow): PlaceSummary {
  return { ...row, services: services as Service[], commune: communeName(row.commune, row.inseeCode) }
}

const noDistance = sql<number | null>`null::float8`

/** These places in the order of their ids as given; distances from the centre, if there is one. */
export async function summaries(
  db: Database,
  ids: readonly PlaceId[],
  centre: Position | null,
): Promise<PlaceSummary[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('places.place as p')
    .where(sql<boolean>`p.id = any(${sql.val([...ids])}::uuid[])`)
    .where('p.status', '=', 'published')
    .select(summary)
    .select((centre ? distanceFrom(centre) : noDistance).as('distance'))
    .execute()
  const byId = new Map(rows.map((row) => [row.id, summaryOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/**
 * The places of the network that these ids name, in the order of the French alphabet. The id of a duplicate says the place
 * it was joined to, under the id asked. DIR-2, DIR-47.
 */
export async function findPlaces(
  db: Database,
  network: NetworkId,
  ids: readonly PlaceId[],
): Promise<PlaceSummary[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('places.place as p')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'p.id')
    .where('p.network_id', '=', network)
    .where('asked.id', 'in', [...ids])
    .select(summary)
    .select(sql<PlaceId>`asked.id`.as('id'))
    .select(noDistance.as('distance'))
    .orderBy(sql`p.name collate public.french`)
    .orderBy('asked.id')
    .execute()
  return rows.map(summaryOf)
}

/** A page found at its address; `movedTo` when the address is an old one; null when it leads nowhere. */
export type FoundPlace = { place: Place } | { movedTo: string } | null

/**
 * Published and closed places have a page; drafts and hidden ones do not exist for the public (DIR-7). An id, a former
 * address, and those of a duplicate lead to the place as it stands (DIR-2).
 */
export async function findPlace(db: Database, network: NetworkId, address: string): Promise<FoundPlace> {
  const row = await publicPages(db, network).where('p.slug', '=', address).selectAll().executeTakeFirst()
  if (row) return { place: placeOf(row) }
  const moved = await publicPages(db, network)
    .innerJoin('places.current_place as known', 'known.current_id', 'p.id')
    .where('known.id', 'in', knownAs(db, network, address))
    .select('p.slug')
    .executeTakeFirst()
  return moved ? { movedTo: moved.slug } : null
}

/** The place of a page whose address was pasted, whole or in part; null when it leads to none of the network's. */
export async function placeAtAddress(
  { db, network }: { db: Database; network: { id: NetworkId } },
  pasted: string,
): Promise<Place | null> {
  const slug =
    pasted
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  const found = await findPlace(db, network.id, slug)
  if (!found || 'place' in found) return found?.place ?? null
  const there = await findPlace(db, network.id, found.movedTo)
  return there && 'place' in there ? there.place : null
}

/** The places that bear, or once bore, this address; or this id. */
function knownAs(db: Database, network: NetworkId, address: string) {
  const former = db
    .selectFrom('places.former_slug as former')
    .where('former.network_id', '=', network)
    .where('former.slug', '=', address)
    .select('former.place_id as id')
  const itself = db
    .selectFrom('places.place as one')
    .where('one.network_id', '=', network)
    .where(isId<'place'>(address) ? 'one.id' : 'one.slug', '=', address as PlaceId)
    .select('one.id')
  return former.union(itself)
}

function publicPages(db: Database, network: NetworkId) {
  return db
    .selectFrom('places.place as p')
    .where('p.network_id', '=', network)
    .where('p.status', 'in', ['published', 'closed'])
}

/** `postal_code` → `postalCode`: the fields of a place are the camel-case names of its columns. */
export function placeOf(row: object): Place {
  const fields: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) fields[fieldOf(column)] = value
  const place = fields as unknown as Place
  place.commune = communeName(place.commune, place.inseeCode)
  return place
}

const fieldOf = oncePerText((column) =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
)

/** The labels these places bear today, by place. */
export async function shownLabels(
  db: Database,
  network: NetworkId,
  places: readonly PlaceId[],
  today: Day,
): Promise<ReadonlyMap<PlaceId, readonly ShownLabel[]>> {
  if (places.length === 0) return new Map()
  const { rows } = await sql<BorneLabel>`
    select * from places.labels_of_places(${network}, ${sql.val([...places])}::uuid[], ${today})`.execute(db)
  return Map.groupBy(
    rows.map(({ place_id, from_day, until_day, proof_url, slug, ...label }) => ({
      ...{ ...label, place: place_id, since: from_day, until: until_day },
      ...{ slug: slug ?? '', proofUrl: proof_url },
    })),
    ({ place }) => place,
  )
}

interface BorneLabel {
  place_id: PlaceId
  code: string
  name: string
  level: number | null
  from_day: Day
  until_day: Day | null
  slug: string | null
  proof_url: string | null
}

/** A label the place bore and does not bear today. No reason is public. LAB-34. */
export interface StoppedLabel {
  name: string
  since: Day
  /** The first day of what it is now. */
  until: Day
  outcome: 'withdrawn' | 'ended' | 'suspended'
  slug: string
}

/** Where each label that the place does not bear today stands, the latest stop first; one it bears again is left out. */
export async function stoppedLabels(
  db: Database,
  network: NetworkId,
  place: PlaceId,
  today: Day,
): Promise<StoppedLabel[]> {
  const rows = await db
    .selectFrom('labels.label_course as now')
    .innerJoin('labels.label_course as borne', 'borne.award_id', 'now.award_id')
    .where('now.network_id', '=', network)
    .where('now.place_id', '=', place)
    .where('now.status', '<>', 'active')
    .where('now.from_day', '<=', today)
    .where((is) => is.or([is('now.until_day', 'is', null), is('now.until_day', '>', today)]))
    .where('borne.status', '=', 'active')
    .whereRef('borne.from_day', '<', 'now.from_day')
    .groupBy(['now.award_id', 'now.code', 'now.name', 'now.status', 'now.from_day', 'now.slug'])
    .select((is) => [
      'now.code',
      'now.name',
      'now.status',
      'now.from_day',
      'now.slug',
      is.fn.min('borne.from_day').as('since'),
    ])
    .orderBy('now.from_day', 'desc')
    .execute()
  const borne = (await shownLabels(db, network, [place], today)).get(place) ?? []
  const seen = new Set(borne.map(({ code }) => code))
  return rows.flatMap((row) => {
    if (row.code === null || seen.has(row.code)) return []
    seen.add(row.code)
    return [
      {
        name: row.name ?? '',
        since: row.since as Day,
        until: row.from_day as Day,
        outcome: row.status as StoppedLabel['outcome'],
        slug: row.slug ?? '',
      },
    ]
  })
}
