import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import { DirectoryIndex, type IndexedPlace, LISTS } from '../../domain/search/directory-index.ts'
import { placeColumns } from '../place-columns.ts'
import { directoryVersion } from '../places.version.ts'

const BATCH = 20_000
/** Beyond, the whole is read again: it costs less, and gives back the rows of places that are gone. */
const MOST_FOLLOWED = 20_000
/** Networks whose index a process keeps: the last asked. */
const MOST_NETWORKS = 50

interface Kept {
  index: DirectoryIndex
  /** Of the directory, when the index was last the same. */
  version: number
  /** One reader at a time moves it on. */
  following: Promise<void>
  answers: Map<string, Promise<unknown>>
}

const kept = new WeakMap<Database, Map<NetworkId, Promise<Kept>>>()

/** The index of a network as its directory stands at this request, and what was asked of it since its last change. */
export interface CurrentIndex {
  readonly index: DirectoryIndex
  /** The same answer for the same question, as long as the directory stays the same: the last `MOST_ANSWERS` are kept. */
  once<Answer>(question: string, answer: () => Promise<Answer>): Promise<Answer>
}

/**
 * The index follows the version of the directory (DIR-84): the first request of a process reads every place, the next ones
 * only those that changed since, numbered by the version in which they did.
 */
export async function directoryIndex(db: Database, network: NetworkId): Promise<CurrentIndex> {
  const networks = kept.get(db) ?? new Map<NetworkId, Promise<Kept>>()
  kept.set(db, networks)
  const known = networks.get(network) ?? readWhole(db, network)
  networks.delete(network)
  networks.set(network, known)
  known.catch(() => networks.delete(network))
  forgetOldest(networks, MOST_NETWORKS)
  const its = await known
  const version = await directoryVersion(db, network)
  if (version > its.version) {
    its.following = its.following.catch(() => {}).then(() => follow(db, network, its, version))
    await its.following
  }
  const { index, answers } = its
  return { index, once: (question, answer) => answeredOnce(answers, question, answer) }
}

const MOST_ANSWERS = 300

function answeredOnce<Answer>(
  answers: Map<string, Promise<unknown>>,
  question: string,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const known = answers.get(question) as Promise<Answer> | undefined
  const given = known ?? answer()
  answers.delete(question)
  answers.set(question, given)
  given.catch(() => answers.delete(question))
  forgetOldest(answers, MOST_ANSWERS)
  return given
}

/** A Map keeps the order of insertion, and each use inserts again: the first is the least used. */
function forgetOldest(known: Map<unknown, unknown>, most: number): void {
  if (known.size <= most) return
  for (const oldest of known.keys()) {
    known.delete(oldest)
    return
  }
}

/** The version is read before the places: a change in between is read again at the next request, never missed. */
async function readWhole(db: Database, network: NetworkId): Promise<Kept> {
  const index = new DirectoryIndex()
  const version = await directoryVersion(db, network)
  let after: PlaceId | null = null
  do {
    const places: readonly IndexedPlace[] = await readPlaces(db, batchAfter(network, after))
    for (const place of places) index.put(place)
    after = places.length === BATCH ? (places.at(-1)?.id ?? null) : null
  } while (after !== null)
  index.putOrder(await alphabet(db, network))
  await readHours(db, network, index, -1)
  return { index, version, following: Promise.resolve(), answers: new Map() }
}

async function follow(db: Database, network: NetworkId, its: Kept, version: number): Promise<void> {
  if (its.version >= version) return
  const { rows: changed } = await sql<{ id: PlaceId }>`
    select place_id as id from places.place_change
    where network_id = ${network} and number > ${its.version} limit ${MOST_FOLLOWED + 1}`.execute(db)
  const isFollowed = changed.length <= MOST_FOLLOWED && its.index.rows < 2 * its.index.all.size + BATCH
  if (!isFollowed) {
    const whole = await readWhole(db, network)
    Object.assign(its, { index: whole.index, version: whole.version, answers: new Map() })
    return
  }
  const ids = changed.map(({ id }) => id)
  const places = ids.length > 0 ? await readPlaces(db, sql`p.id = any(${sql.val(ids)}::uuid[])`, network) : []
  const shown = new Set(places.map(({ id }) => id))
  for (const id of ids) if (!shown.has(id)) its.index.drop(id)
  const isReordered = places.map((place) => its.index.put(place)).includes(true)
  if (isReordered) its.index.putOrder(await alphabet(db, network))
  await readHours(db, network, its.index, its.version)
  Object.assign(its, { version, answers: new Map() })
}

function batchAfter(network: NetworkId, after: PlaceId | null): RawBuilder<boolean> {
  return sql`p.network_id = ${network} and (${after}::uuid is null or p.id > ${after}::uuid)`
}

const SEPARATOR = '\u001f'
const JOINT = '\u001e'

/** Columns, each as one text: a hundred thousand rows of ten lists are read several times faster than one by one. */
async function readPlaces(
  db: Database,
  which: RawBuilder<unknown>,
  network?: NetworkId,
): Promise<IndexedPlace[]> {
  const lists = sql.join(
    LISTS.map((name) => sql`array_to_string(p.${sql.ref(placeColumns[name])}, ',')`),
    sql` || ${JOINT} || `,
  )
  const columns = {
    id: sql`p.id::text`,
    lists,
    source: sql`coalesce(p.source, '')`,
    insee: sql`coalesce(p.insee_code, '')`,
    postal: sql`coalesce(p.postal_code, '')`,
    hours: sql`coalesce(p.hours_key::text, '')`,
    commune: sql`case when p.insee_code is null then public.folded(p.commune) else '' end`,
    booking: sql`case when p.booking_url is null then '' else '1' end`,
    accessibility: sql`case when p.acces_libre_url is null then '' else '1' end`,
    latitude: sql`coalesce(p.drawn_latitude::text, '')`,
    longitude: sql`coalesce(p.drawn_longitude::text, '')`,
    updated: sql`coalesce((p.updated_on - date '1970-01-01')::text, '')`,
    name: sql`hashtext(p.name)::text`,
  }
  const names = Object.keys(columns) as (keyof typeof columns)[]
  const told = names.map((name) => sql`${columns[name]} as ${sql.ref(name)}`)
  const joined = names.map((name) => sql`string_agg(${sql.ref(name)}, ${SEPARATOR}) as ${sql.ref(name)}`)
  const own = network ? sql`p.network_id = ${network} and ${which}` : which
  const { rows } = await sql<Record<keyof typeof columns, string | null>>`
    select ${sql.join(joined)} from (
      select ${sql.join(told)} from places.place p where ${own} and p.status = 'published'
      order by p.id limit ${BATCH}) told`.execute(db)
  const [row] = rows
  if (!row || row.id === null) return []
  const read = (name: keyof typeof columns) => (row[name] ?? '').split(SEPARATOR)
  const split = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<
    keyof typeof columns,
    string[]
  >
  const listsOf = reader()
  return split.id.map((id, at) => ({
    ...placeAt(id as PlaceId, at, split),
    lists: listsOf(split.lists[at] ?? ''),
  }))
}

/** Most places say the same lists as another: each set of them is read once. */
function reader(): (text: string) => readonly (readonly string[])[] {
  const known = new Map<string, readonly (readonly string[])[]>()
  return (text) => {
    const lists = known.get(text) ?? text.split(JOINT).map((list) => (list === '' ? [] : list.split(',')))
    known.set(text, lists)
    return lists
  }
}

function placeAt(
  id: PlaceId,
  at: number,
  split: Readonly<Record<string, readonly string[]>>,
): Omit<IndexedPlace, 'lists'> {
  const text = (name: string) => split[name]?.[at] ?? ''
  return {
    id,
    source: text('source'),
    insee: text('insee'),
    postal: text('postal'),
    hours: text('hours'),
    commune: text('commune'),
    hasBooking: text('booking') !== '',
    hasAccessibility: text('accessibility') !== '',
    point:
      text('latitude') === ''
        ? null
        : { latitude: Number(text('latitude')), longitude: Number(text('longitude')) },
    updated: text('updated') === '' ? null : Number(text('updated')),
    nameDigest: Number(text('name')),
  }
}

/** The ids of the published places in the French alphabet: one index says it. */
async function alphabet(db: Database, network: NetworkId): Promise<PlaceId[]> {
  const { rows } = await sql<{ ids: string | null }>`
    select string_agg(id::text, ',') as ids from (
      select p.id from places.place p where p.network_id = ${network} and p.status = 'published'
      order by p.name collate public.french, p.id) ordered`.execute(db)
  return (rows[0]?.ids ?? '').split(',') as PlaceId[]
}

async function readHours(
  db: Database,
  network: NetworkId,
  index: DirectoryIndex,
  since: number,
): Promise<void> {
  const rows = await db
    .selectFrom('places.hours')
    .where('network_id', '=', network)
    .where('number', '>', since)
    .select(['key', 'is_read', 'moments'])
    .execute()
  for (const { key, is_read, moments } of rows) index.putHours(key, { isRead: is_read, moments })
}
