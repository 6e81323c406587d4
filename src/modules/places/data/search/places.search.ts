import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { Asked } from '../../domain/search/asked.ts'
import {
  isInterpreted,
  labelsNamed,
  type NamedLabel,
  readAsWords,
  readSearch,
  type SearchReading,
  SHORTEST_NAME,
  withoutWords,
  withStreets,
} from '../../domain/search/search.ts'
import type { Town } from '../../domain/search/search-towns.ts'
import type { PlaceSummary } from '../places.queries.ts'
import { type Basis, find, rowsFound } from './found.ts'
import { everything, type PlaceFilter } from './places.filter.ts'
import { codesAround, gazetteer, townsOfPostal } from './places.gazetteer.ts'
import { listPlaces } from './places.list.ts'

export interface Understood {
  reading: SearchReading
  /** True when only other spellings of the words were found. */
  forgiving: boolean
  /** False when nothing in the network answers, whatever the other filters. */
  isAnswered: boolean
}

/**
 * Settles what a text means for this network: as it reads, else with its spelling forgiven, else word for word, else
 * without the words that no place says (DIR-61). `literally` skips the reading: the person asked for the words themselves.
 */
export async function understand(
  db: Database,
  filter: PlaceFilter,
  { text, literally }: Pick<Asked, 'text' | 'literally'>,
  basis: Basis,
): Promise<Understood> {
  const asRead = readSearch(text, gazetteer())
  const isLiteral = literally || !isInterpreted(asRead)
  const names = await labelNames(db, filter.network)
  for (const { read, forgiving } of attempts(asRead, isLiteral)) {
    const labels = labelsNamed(read.words, names)
    const tied = await placesOfName(db, filter, read.words)
    const reading = { ...read, ...withAny('labels', labels), ...withAny('tied', tied) }
    const asked = { ...everything(filter.network, filter.today), reading, forgiving }
    if (rowsFound(await find(db, asked, basis)).size > 0) return { reading, forgiving, isAnswered: true }
  }
  return { reading: isLiteral ? readAsWords(asRead) : asRead, forgiving: false, isAnswered: false }
}

interface Attempt {
  read: SearchReading
  forgiving: boolean
}

/** What the text may mean, the most likely first. */
function attempts(asRead: SearchReading, isLiteral: boolean): Attempt[] {
  const asWords = readAsWords(asRead)
  const exactly = (read: SearchReading | null): Attempt[] => (read ? [{ read, forgiving: false }] : [])
  const whole = (read: SearchReading): Attempt[] => [...exactly(read), ...exactly(withStreets(read))]
  const nearly = (read: SearchReading): Attempt[] =>
    read.words.length > 0 ? [{ read, forgiving: true }] : []
  if (isLiteral) return [...whole(asWords), ...nearly(asWords)]
  const rest = [...nearly(asRead), ...whole(asWords), ...nearly(asWords), ...exactly(withoutWords(asRead))]
  // « Maison des familles » is a name before it is a place where families are welcome.
  return asRead.choices.length > 0
    ? [...exactly(asWords), ...whole(asRead), ...rest]
    : [...whole(asRead), ...rest]
}

/**
 * Another text when the names that a search may say lead to other places: a tie that ended, a name taken back. No version
 * of the directory tells it.
 */
export async function nameMark(
  db: Database,
  filter: Pick<PlaceFilter, 'network' | 'today'>,
  text: string,
): Promise<string> {
  if (text.trim() === '') return ''
  const asRead = readSearch(text, gazetteer())
  const named = await Promise.all(
    [asRead, readAsWords(asRead)].map(({ words }) => placesOfName(db, filter, words)),
  )
  return createHash('sha256').update(named.join('|')).digest('base64url')
}

/** What labels are called in this network. */
async function labelNames(db: Database, network: NetworkId): Promise<NamedLabel[]> {
  const rows = await db
    .selectFrom('labels.standard_name')
    .where('network_id', '=', network)
    .select(['code', 'name'])
    .execute()
  return rows.flatMap(({ code, name }) => (code && name ? [{ code, name }] : []))
}

/** Read each time: a tie ends, a name is taken back, without any change of the directory. */
async function placesOfName(
  db: Database,
  { network, today }: Pick<PlaceFilter, 'network' | 'today'>,
  words: readonly string[],
): Promise<PlaceId[]> {
  if (words.join('').length < SHORTEST_NAME) return []
  const { rows } = await sql<{ id: PlaceId }>`
    select place as id from places.places_of_name(${network}, ${sql.val([...words])}::text[], ${today}) place
    order by place`.execute(db)
  return rows.map(({ id }) => id)
}

function withAny<Name extends string, One>(name: Name, list: readonly One[]) {
  return (list.length > 0 ? { [name]: list } : {}) as { [N in Name]?: readonly One[] }
}

/** The places closest to what was asked: by distance when a point is known; else same group of communes, else same département. */
export async function nearestPlaces(
  db: Database,
  filter: PlaceFilter,
  limit: number,
): Promise<PlaceSummary[]> {
  const { reading, centre } = filter
  if (centre) return listPlaces(db, { ...withoutGround(filter), sort: 'distance' }, limit)
  const towns = reading ? townsMeant(reading) : []
  const [first] = towns
  if (!reading || !first) return []
  const around = [{ ...first, codes: towns.flatMap(codesAround) }]
  const nearby = {
    ...filter,
    box: null,
    reading: { ...reading, postalCode: null, towns: around, words: [] },
    forgiving: false,
  }
  const close = await listPlaces(db, nearby, limit)
  if (close.length > 0) return close
  const department =
    [...gazetteer().departments.values()].find(({ code }) => code === first.department) ?? null
  return listPlaces(db, { ...nearby, reading: { ...nearby.reading, towns: [], department } }, limit)
}

/** The same need anywhere: what was left out first is where it was asked. */
function withoutGround(filter: PlaceFilter): PlaceFilter {
  const { reading } = filter
  const anywhere = reading && { ...reading, postalCode: null, department: null, towns: [], words: [] }
  return { ...filter, ground: null, radius: null, box: null, forgiving: false, reading: anywhere }
}

function townsMeant({ towns, postalCode }: SearchReading): readonly Town[] {
  return postalCode ? townsOfPostal(postalCode) : towns
}
