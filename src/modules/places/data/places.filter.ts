import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { DB } from '../../../platform/db/schema.generated.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { Box } from '../domain/map-box.ts'
import type { SearchReading } from '../domain/search.ts'
import type { Department, Town } from '../domain/search-towns.ts'
import type { Service } from '../domain/vocabulary.ts'

/** Which places to show: same meaning for the list, the map and the counts. Empty parts ask nothing. */
export interface PlaceFilter {
  network: NetworkId
  /** Labels are read live on this day: nothing has to run for one to disappear. */
  today: Day
  reading: SearchReading | null
  /** Forgives the spelling of the words: slower, for when nothing was found. */
  forgiving: boolean
  /** Any of them. */
  services: readonly Service[]
  /** Any of these codes. */
  labels: readonly string[]
  box: Box | null
}

/** Tells apart the filters that do not depend on the day. */
export function filterKey({ reading, forgiving, services }: PlaceFilter): string {
  return JSON.stringify([reading, forgiving, services])
}

export function everything(network: NetworkId, today: Day): PlaceFilter {
  return { network, today, reading: null, forgiving: false, services: [], labels: [], box: null }
}

type Places = DB & { p: DB['places.place'] }
type Condition = ExpressionBuilder<Places, 'p'>

/** Published places of the network that pass the filter, as `p`. */
export function matching(db: Database, filter: PlaceFilter): SelectQueryBuilder<Places, 'p', object> {
  const { network, reading, services, labels, box } = filter
  let query = published(db, network)
  if (reading && filter.forgiving) query = query.where('p.id', 'in', soundingLike(db, network, reading))
  else if (reading) query = query.where((is) => is.and([said(is, reading), ...wordsOf(reading)]))
  if (services.length > 0) query = query.where(offers(services))
  if (labels.length > 0) query = query.where('p.id', 'in', bearers(db, filter))
  if (box) {
    query = query
      .where('p.latitude', '>=', box.south)
      .where('p.latitude', '<=', box.north)
      .where('p.longitude', '>=', box.west)
      .where('p.longitude', '<=', box.east)
  }
  return query
}

/** What the network shows to everyone, as `p`. */
export function published(db: Database, network: NetworkId): SelectQueryBuilder<Places, 'p', object> {
  return db
    .selectFrom('places.place as p')
    .where('p.network_id', '=', network)
    .where('p.status', '=', 'published')
}

/** Those whose name carries the words come first; then the French alphabet; the id breaks ties. */
export function inOrder<Row>(
  query: SelectQueryBuilder<Places, 'p', Row>,
  { reading, forgiving }: PlaceFilter,
) {
  const named = reading && reading.words.length > 0 && !forgiving ? nameQuery(reading.words) : null
  const ranked = named ? query.orderBy(sql`p.search @@ ${named}`, 'desc') : query
  return ranked.orderBy(sql`p.name collate public.french`).orderBy('p.id')
}

/** Places that bear one of the labels today. */
export function bearers(db: Database, { network, labels, today }: PlaceFilter) {
  return db
    .selectFrom('labels.shown_label as shown')
    .where('shown.network_id', '=', network)
    .where('shown.code', 'in', [...labels])
    .where('shown.from_day', '<=', today)
    .where((is) => is.or([is('shown.until_day', 'is', null), is('shown.until_day', '>', today)]))
    .select('shown.place_id')
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

function wordsOf({ words }: SearchReading) {
  return words.length > 0 ? [hasWords(words)] : []
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

/** Postal codes are digits: they compare as text in any collation. Corsica's begin with 20. */
function inDepartment({ code }: Department) {
  const start = /^2[AB]$/.test(code) ? '20' : code
  const end = String(Number(start) + 1).padStart(start.length, '0')
  return sql<boolean>`(p.postal_code >= ${start} and p.postal_code < ${end})`
}

/** All the words, the last one perhaps unfinished. Words are letters and digits only: nothing to escape. */
function hasWords(words: readonly string[]) {
  return sql<boolean>`p.search @@ ${textQuery(words, '')}`
}

function nameQuery(words: readonly string[]) {
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
function soundingLike(db: Database, network: NetworkId, reading: SearchReading) {
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
