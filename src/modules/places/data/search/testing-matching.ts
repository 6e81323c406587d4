import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DB } from '../../../../platform/db/schema.generated.ts'
import { departmentRanges } from '../../domain/search/department-ranges.ts'
import { FACET_NAMES, type Facet } from '../../domain/search/facets.ts'
import type { SearchReading } from '../../domain/search/search.ts'
import type { Department, Town } from '../../domain/search/search-towns.ts'
import type { Service } from '../../domain/vocabulary.ts'
import { openKeys } from '../hours/open-hours.queries.ts'
import { placeColumns } from '../place-columns.ts'
import { hasWords, inBox, isNear, oneOf, type PlaceFilter, type Places, published } from './places.filter.ts'
import type { GroundParts } from './places.gazetteer.ts'

type Condition = ExpressionBuilder<Places, 'p'>

/**
 * The published places that a filter finds, as `p`, said a second time in SQL: what the index finds is held to it. Spelling
 * is not forgiven here.
 */
export function matching(db: Database, filter: PlaceFilter): SelectQueryBuilder<Places, 'p', object> {
  const { network, reading, labels, typologies, sources, ground, lock, updatedSince, open, box } = filter
  let query = published(db, network)
  if (reading) query = query.where((is) => is.and([said(is, reading), ...wordsOf(is, db, filter, reading)]))
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

/** Places that bear one of the labels today. */
function bearers(db: Database, { network, labels, today }: PlaceFilter) {
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
