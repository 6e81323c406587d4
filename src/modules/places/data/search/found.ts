import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Box } from '../../domain/map/map-box.ts'
import type { PlaceId } from '../../domain/place.ts'
import { boxAround, kilometres } from '../../domain/search/around.ts'
import type { Position } from '../../domain/search/asked.ts'
import { departmentRanges, isWithin } from '../../domain/search/department-ranges.ts'
import type { DirectoryIndex } from '../../domain/search/directory-index.ts'
import { FACET_NAMES, type Facet } from '../../domain/search/facets.ts'
import { RowSet } from '../../domain/search/row-set.ts'
import type { SearchReading } from '../../domain/search/search.ts'
import { openKeys } from '../hours/open-hours.queries.ts'
import { type CurrentIndex, directoryIndex } from './directory-index.store.ts'
import { bearersOf, type LabelBearers, labelBearers } from './label-bearers.queries.ts'
import { type PlaceFilter, published, soundingLike } from './places.filter.ts'
import { type GroundParts, NOWHERE } from './places.gazetteer.ts'
import { type SaidWords, saidWords } from './said-words.ts'

/** The conditions of a filter that counts leave out one at a time. */
export type FoundBy =
  | Facet
  | 'typologies'
  | 'labels'
  | 'sources'
  | 'booking'
  | 'accessibility'
  | 'ground'
  | 'lending'
  | 'open'
  | 'others'

/** The places that pass a filter: the list, the map, the counts, the exports and the API all ask it here. DIR-65. */
export interface Found {
  readonly filter: PlaceFilter
  readonly index: DirectoryIndex
  /** The rows that pass each condition that is asked. */
  readonly conditions: ReadonlyMap<FoundBy, RowSet>
  /** Where the words of the text stand in the places; null: there are none to look for. */
  readonly words: SaidWords | null
  readonly labels: readonly LabelBearers[]
}

/** The rows that pass every condition, or every one but one. */
export function rowsFound({ index, conditions }: Found, but?: FoundBy): RowSet {
  let rows = index.all
  for (const [name, passing] of conditions) if (name !== but) rows = rows.and(passing)
  return rows
}

/** What every question of one request is answered from. */
export interface Basis {
  readonly current: CurrentIndex
  readonly labels: readonly LabelBearers[]
}

export async function basisOf(
  db: Database,
  { network, today }: Pick<PlaceFilter, 'network' | 'today'>,
): Promise<Basis> {
  const [current, labels] = await Promise.all([directoryIndex(db, network), labelBearers(db, network, today)])
  return { current, labels }
}

export async function find(db: Database, filter: PlaceFilter, basis?: Basis): Promise<Found> {
  const { current, labels } = basis ?? (await basisOf(db, filter))
  const { index } = current
  const { reading, ground, lending, open } = filter
  const conditions = new Map<FoundBy, RowSet>()
  for (const facet of FACET_NAMES)
    if (filter[facet].length > 0) conditions.set(facet, index.offering(facet, filter[facet]))
  if (filter.typologies.length > 0)
    conditions.set('typologies', index.offering('typologies', filter.typologies))
  if (filter.sources.length > 0) conditions.set('sources', index.sources.rowsOf(filter.sources))
  if (filter.booking) conditions.set('booking', index.booking)
  if (filter.accessibility) conditions.set('accessibility', index.accessibility)
  if (filter.labels.length > 0) conditions.set('labels', index.rowsOf(bearersOf(labels, filter.labels)))
  if (ground) conditions.set('ground', await keptGround(current, ground))
  if (lending) conditions.set('lending', index.rowsOf(lending))
  if (open.length > 0) conditions.set('open', await openAt(db, current, filter))
  const words =
    reading && !filter.forgiving && reading.words.length > 0
      ? await saidWords(db, current, filter.network, reading.words, reading.inStreets)
      : null
  const others = await otherConditions(db, current, filter, labels, words)
  if (others) conditions.set('others', others)
  return { filter, index, conditions, words, labels }
}

/** Where it is, what it says, since when: conditions that no count leaves out. */
async function otherConditions(
  db: Database,
  current: CurrentIndex,
  filter: PlaceFilter,
  labels: readonly LabelBearers[],
  words: SaidWords | null,
): Promise<RowSet | null> {
  const { index } = current
  const sets: RowSet[] = []
  if (filter.lock) sets.push(await keptGround(current, filter.lock))
  if (filter.centre && filter.radius) sets.push(near(index, filter.centre, filter.radius))
  if (filter.box) sets.push(inBox(index, filter.box))
  if (filter.updatedSince) sets.push(index.rowsOf(await toldSince(db, filter.network, filter.updatedSince)))
  if (filter.reading)
    sets.push(
      ...(filter.forgiving
        ? [index.rowsOf(await alike(db, current, filter, filter.reading))]
        : await saidBy(db, current, filter, filter.reading, labels, words)),
    )
  return allOf(sets)
}

function allOf(sets: readonly RowSet[]): RowSet | null {
  return sets.length === 0 ? null : sets.reduce((all, one) => all.and(one))
}

/** One set for each part of what was read. */
async function saidBy(
  db: Database,
  current: CurrentIndex,
  { network }: PlaceFilter,
  reading: SearchReading,
  labels: readonly LabelBearers[],
  words: SaidWords | null,
): Promise<RowSet[]> {
  const { index } = current
  const { postalCode, department, towns, need } = reading
  const sets: RowSet[] = []
  if (postalCode) sets.push(index.postal.rowsOf([postalCode]))
  if (department) sets.push(await keptGround(current, { ...NOWHERE, departments: [department.code] }))
  if (towns.length > 0) {
    const coded = index.insee.rowsOf(towns.flatMap(({ codes }) => codes))
    const names = await foldedNames(db, current, [...new Set(towns.map(({ name }) => name))])
    sets.push(coded.or(index.communes.rowsOf(names)))
  }
  if (need) {
    const said = await saidWords(db, current, network, need.said)
    sets.push(index.offering('services', need.services).or(said.all))
  }
  if (words) {
    const named = (reading.labels ?? []).map(({ code }) => code)
    const tied = index.rowsOf(reading.tied ?? [])
    sets.push(words.all.or(tied).or(index.rowsOf(bearersOf(labels, named))))
  }
  return sets
}

function keptGround({ index, once }: CurrentIndex, ground: GroundParts): Promise<RowSet> {
  return once(`ground ${JSON.stringify(ground)}`, async () => onGround(index, ground))
}

export function onGround(index: DirectoryIndex, { communes, departments, postalCodes }: GroundParts): RowSet {
  const sets = departments.map((code) => inDepartment(index, code))
  if (communes.length > 0) sets.push(index.insee.rowsOf(communes))
  if (postalCodes.length > 0) sets.push(index.postal.rowsOf(postalCodes))
  return sets.reduce((all, one) => all.or(one), new RowSet())
}

function inDepartment(index: DirectoryIndex, code: string): RowSet {
  const { insee, postal } = departmentRanges(code)
  const byPostal = index.postal.rowsWhere((text) => isWithin(text, postal))
  const uncoded = index.insee.rowsOf([''])
  return index.insee.rowsWhere((text) => isWithin(text, insee)).or(byPostal.and(uncoded))
}

function inBox({ latitude, longitude, rows }: DirectoryIndex, { west, south, east, north }: Box): RowSet {
  const inside = new RowSet(rows)
  for (let row = 0; row < rows; row += 1) {
    const [up, along] = [latitude[row] ?? Number.NaN, longitude[row] ?? Number.NaN]
    if (up >= south && up <= north && along >= west && along <= east) inside.add(row)
  }
  return inside
}

function near(index: DirectoryIndex, centre: Position, km: number): RowSet {
  const { latitude, longitude } = index
  return RowSet.of(
    [...inBox(index, boxAround(centre, km))].filter(
      (row) => kilometres(centre, latitude[row] ?? Number.NaN, longitude[row] ?? Number.NaN) <= km,
    ),
  )
}

/** The places whose hours are among those that are open at one of the moments: the database is asked about hours alone. */
function openAt(
  db: Database,
  { index, once }: CurrentIndex,
  { network, open }: PlaceFilter,
): Promise<RowSet> {
  return once(`open ${JSON.stringify(open)}`, async () => {
    const { rows } = await sql<{ keys: string | null }>`
      select string_agg(key::text, ',') as keys from (${openKeys(network, open)}) found`.execute(db)
    return index.hours.rowsOf(rows[0]?.keys?.split(',') ?? [])
  })
}

/** Where the text says, the places whose names sound like its other words. */
function alike(
  db: Database,
  current: CurrentIndex,
  filter: PlaceFilter,
  reading: SearchReading,
): Promise<PlaceId[]> {
  const { text, labels, tied, ...asked } = reading
  return current.once(`alike ${JSON.stringify(asked)}`, async () => {
    const there = allOf(await saidBy(db, current, filter, reading, [], null))
    const among = there && current.index.idsOf(there)
    const rows = await soundingLike(db, filter.network, reading.words, among).execute()
    return rows.map(({ id }) => id)
  })
}

/**
 * Changed by their sources or by their keepers, or confirmed as they were. Confirmations are no change of the directory:
 * asked each time.
 */
async function toldSince(db: Database, network: NetworkId, day: Day): Promise<PlaceId[]> {
  const rows = await published(db, network)
    .where((is) =>
      is.exists(
        is
          .selectFrom('places.confirmation as said')
          .whereRef('said.place_id', '=', 'p.id')
          .where('said.on_day', '>=', day)
          .select('said.place_id'),
      ),
    )
    .select('p.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Names as the database folds them; only places without an INSEE code are found by theirs. */
async function foldedNames(
  db: Database,
  { index, once }: CurrentIndex,
  names: readonly string[],
): Promise<string[]> {
  if (index.communes.isEmpty) return []
  return once(`folded ${names.join('|')}`, async () => {
    const { rows } = await sql<{ name: string }>`
      select public.folded(name) as name from unnest(${sql.val([...names])}::text[]) as name`.execute(db)
    return rows.map(({ name }) => name)
  })
}
