import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DB } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Box } from '../../domain/map/map-box.ts'
import type { PlaceId } from '../../domain/place.ts'
import { boxAround } from '../../domain/search/around.ts'
import { type Asked, askingNothing, type Position } from '../../domain/search/asked.ts'
import { departmentRanges } from '../../domain/search/department-ranges.ts'
import { FACET_NAMES, type Facet } from '../../domain/search/facets.ts'
import type { SearchReading } from '../../domain/search/search.ts'
import type { Department, Town } from '../../domain/search/search-towns.ts'
import type { Service } from '../../domain/vocabulary.ts'
import { type OpenAt, openKeys } from '../hours/open-hours.queries.ts'
import { placeColumns } from '../place-columns.ts'
import type { GroundParts } from './places.gazetteer.ts'

type Choices = Pick<
  Asked,
  Facet | 'labels' | 'typologies' | 'sources' | 'booking' | 'accessibility' | 'updatedSince' | 'sort' | 'box'
>

/** Which places to show: same meaning for the list, the map, the counts and the exports. Empty parts ask nothing. */
export interface PlaceFilter extends Choices {
  readonly network: NetworkId
  /** Labels are read live on this day: nothing has to run for one to disappear. */
  readonly today: Day
  readonly reading: SearchReading | null
  /** Forgives the spelling of the words: slower, for when nothing was found. */
  readonly forgiving: boolean
  /** Any of these parts of France; null: everywhere. */
  readonly ground: GroundParts | null
  /** Nothing outside it, whatever is asked: what a map on another site may show. DIR-85. */
  readonly lock: GroundParts | null
  /** Those that lend what was asked; null: nothing was. */
  readonly lending: readonly PlaceId[] | null
  /** From where distances are told. */
  readonly centre: Position | null
  /** Kilometres around the centre; null: however far. */
  readonly radius: number | null
  /** Any of these moments. */
  readonly open: readonly OpenAt[]
}

/** Tells apart the filters that do not depend on the day. Boxes seldom come back: they are left out. */
export function filterKey({ network, today, box, labels, ...kept }: PlaceFilter): string {
  return JSON.stringify(kept)
}

export function everything(network: NetworkId, today: Day): PlaceFilter {
  const { text, literally, grounds, equipment, position, page, ...nothing } = askingNothing
  return {
    ...nothing,
    network,
    today,
    reading: null,
    forgiving: false,
    ground: null,
    lock: null,
    lending: null,
    centre: null,
    open: [],
  }
}

type Places = DB & { p: DB['places.place'] }
type Condition = ExpressionBuilder<Places, 'p'>

/** Published places of the network that pass the filter, as `p`. */
export function matching(db: Database, filter: PlaceFilter): SelectQueryBuilder<Places, 'p', object> {
  const { network, reading, labels, typologies, sources, ground, lock, updatedSince, open, box } = filter
  let query = published(db, network)
  if (reading && filter.forgiving) query = query.where('p.id', 'in', soundingLike(db, network, reading))
  else if (reading)
    query = query.where((is) => is.and([said(is, reading), ...wordsOf(is, db, filter, reading)]))
  for (const facet of FACET_NAMES) if (filter[facet].length > 0) query = query.where(offersAny(facet, filter))
  if (typologies.length > 0) query = query.where(overlaps('typologies', typologies))
  if (sources.length > 0) query = query.where('p.source', 'in', [...sources])
  if (labels.length > 0) query = query.where('p.id', 'in', bearers(db, filter))
  if (ground) query = query.where((is) => within(is, ground))
  if (lock) query = query.where((is) => within(is, lock))
  if (filter.lending) query = query.where(oneOf(filter.lending))
  if (filter.booking) query = query.where('p.booking_url', 'is not', null)
  if (filter.accessibility) query = query.where('p.acces_libre_url', 'is not', null)
  if (updatedSince) query = query.where((is) => toldSince(is, updatedSince))
  if (open.length > 0) query = query.where(sql<boolean>`p.hours_key in (${openKeys(network, open)})`)
  if (filter.centre && filter.radius) query = query.where(isNear(filter.centre, filter.radius))
  return box ? query.where(inBox(box)) : query
}

function oneOf(ids: readonly PlaceId[]) {
  return sql<boolean>`p.id = any(${sql.val([...ids])}::uuid[])`
}

function offersAny(facet: Facet, filter: PlaceFilter) {
  return overlaps(placeColumns[facet], filter[facet])
}

function overlaps(column: string, values: readonly string[]) {
  return sql<boolean>`${sql.ref(`p.${column}`)} && ${sql.val([...values])}::text[]`
}

/** By the code of the commune; by the postal code alone where no source gave one. */
function within(is: Condition, { communes, departments, postalCodes }: GroundParts) {
  const parts = departments.map((code) => inDepartment({ code }))
  if (communes.length > 0) parts.push(sql<boolean>`p.insee_code = any(${sql.val([...communes])}::text[])`)
  if (postalCodes.length > 0)
    parts.push(sql<boolean>`p.postal_code = any(${sql.val([...postalCodes])}::text[])`)
  return parts.length > 0 ? is.or(parts) : sql<boolean>`false`
}

/** Changed by its source or by its keepers, or confirmed as it was. */
function toldSince(is: Condition, day: Day) {
  return is.exists(
    is
      .selectFrom('places.confirmation as said')
      .whereRef('said.place_id', '=', 'p.id')
      .where('said.on_day', '>=', day)
      .select('said.place_id'),
  )
}

/** Where a place is drawn: its own point, else the middle of its commune. */
function inBox({ west, south, east, north }: Box) {
  return sql<boolean>`(p.drawn_latitude between ${south} and ${north} and p.drawn_longitude between ${west} and ${east})`
}

/** A rectangle that the index answers, then the great circle. DIR-62. */
export function isNear(centre: Position, km: number) {
  return sql<boolean>`(${inBox(boxAround(centre, km))} and ${distanceFrom(centre)} <= ${km})`
}

/** Kilometres on the great circle from a point to where a place is drawn; null for a place that is nowhere. */
export function distanceFrom({ latitude, longitude }: Position) {
  return sql<number>`12742 * asin(least(1, sqrt(
    power(sin(radians(p.drawn_latitude - ${latitude}::float8) / 2), 2)
    + cos(radians(${latitude}::float8)) * cos(radians(p.drawn_latitude))
    * power(sin(radians(p.drawn_longitude - ${longitude}::float8) / 2), 2))))`
}

/** What the network shows to everyone, as `p`. */
export function published(db: Database, network: NetworkId): SelectQueryBuilder<Places, 'p', object> {
  return db
    .selectFrom('places.place as p')
    .where('p.network_id', '=', network)
    .where('p.status', '=', 'published')
}

/** The labels whose bearers the filter depends on: those chosen, and those the words name. They follow the day. */
export function labelsIn({ labels, reading }: PlaceFilter): readonly string[] {
  return [...labels, ...(reading?.labels ?? []).map(({ code }) => code)]
}

/** Places that bear one of the labels today. */
export function bearers(db: Database, { network, labels, today }: PlaceFilter) {
  return db
    .selectFrom('places.borne_label as shown')
    .where('shown.network_id', '=', network)
    .where((is) => is.or(labels.map((label) => borne(is, label))))
    .where('shown.from_day', '<=', today)
    .where((is) => is.or([is('shown.until_day', 'is', null), is('shown.until_day', '>', today)]))
    .select('shown.place_id')
}

/** `epn`: whatever the level; `villes-internet:4`: that one. */
function borne(is: ExpressionBuilder<DB & { shown: DB['places.borne_label'] }, 'shown'>, label: string) {
  const [code = '', level] = label.split(':')
  const named = is('shown.code', '=', code)
  return level === undefined ? named : is.and([named, sql<boolean>`shown.level::text = ${level}`])
}

/** All that was read in the text but the words left over. */
function said(is: Condition, { postalCode, department, towns, need }: SearchReading) {
  const parts = []
  if (postalCode) parts.push(is('p.postal_code', '=', postalCode))
  if (department) parts.push(inDepartment(department))
  if (towns.length > 0) parts.push(is.or([inTowns(towns), namedLike(towns)]))
  if (need) parts.push(is.or([offers(need.services), hasWords(need.said)]))
  return is.and(parts)
}

/** In the words of the place, in the name of a label it bears today, or in that of somebody tied to it. */
function wordsOf(
  is: Condition,
  db: Database,
  filter: PlaceFilter,
  { words, labels = [], tied = [], inStreets }: SearchReading,
) {
  if (words.length === 0) return []
  const ways: Expression<SqlBool>[] = [hasWords(words, inStreets)]
  if (labels.length > 0)
    ways.push(is('p.id', 'in', bearers(db, { ...filter, labels: labels.map(({ code }) => code) })))
  if (tied.length > 0) ways.push(oneOf(tied))
  return [is.or(ways)]
}

function offers(services: readonly Service[]) {
  return sql<boolean>`p.services && ${sql.val([...services])}::text[]`
}

function inTowns(towns: readonly Town[]) {
  return sql<boolean>`p.insee_code = any(${sql.val(towns.flatMap(({ codes }) => codes))}::text[])`
}

/** A place whose source gave no INSEE code is known by its commune's name alone. */
function namedLike(towns: readonly Town[]) {
  const names = [...new Set(towns.map(({ name }) => name))]
  return sql<boolean>`(p.insee_code is null and public.folded(p.commune) = any(select public.folded(unnest(${sql.val(names)}::text[]))))`
}

/** By the commune's code, else by the postal code: digits compare as text in any collation. */
function inDepartment({ code }: Pick<Department, 'code'>) {
  const { insee, postal } = departmentRanges(code)
  const [[first, last], [from, to]] = [insee, postal]
  return sql<boolean>`((p.insee_code >= ${first} and p.insee_code < ${last})
    or (p.insee_code is null and p.postal_code >= ${from} and p.postal_code < ${to}))`
}

/** All the words, the last one perhaps unfinished. Words are letters and digits only: nothing to escape. */
/** One word alone is looked for in what places say of themselves; in the names of streets only when `inStreets`. */
export function hasWords(words: readonly string[], inStreets = words.length > 1) {
  return sql<boolean>`p.search @@ ${textQuery(words, inStreets ? '' : 'ABC')}`
}

export function nameQuery(words: readonly string[]) {
  return textQuery(words, 'A')
}

function textQuery(words: readonly string[], weight: string) {
  const terms = words.map(
    (word, at) => `${word}:${at === words.length - 1 && word.length > 2 ? '*' : ''}${weight}`,
  )
  return sql`to_tsquery('public.fr', ${terms.map((term) => term.replace(/:$/, '')).join(' & ')})`
}

const MOST_ALIKE = 300

/**
 * Each word resembles one of the name or of the commune: answered by the trigram indexes. Only so many: they are
 * then sorted, and a misspelt word that resembles thousands of names is better typed again.
 */
export function soundingLike(db: Database, network: NetworkId, reading: SearchReading) {
  let alike = published(db, network)
    .where((is) => said(is, reading))
    .select('p.id')
    .limit(MOST_ALIKE)
  for (const word of reading.words) {
    alike = alike.where(
      sql<boolean>`(${word} <% public.folded(p.name) or ${word} <% public.folded(p.commune))`,
    )
  }
  return alike
}
