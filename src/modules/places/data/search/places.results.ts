import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import type { HolidayBook } from '../../domain/hours/holiday-book.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { Asked } from '../../domain/search/asked.ts'
import { FACET_NAMES, type Facet } from '../../domain/search/facets.ts'
import type { ListCursor } from '../../domain/search/list-cursor.ts'
import { groundOf, type SearchReading } from '../../domain/search/search.ts'
import { countByEquipment, type EquipmentCount, placesLending } from '../equipment/offered.queries.ts'
import { holidayBook } from '../hours/holidays.store.ts'
import { workOutHours } from '../hours/hours.store.ts'
import { type PlaceSummary, type ShownLabel, shownLabels } from '../places.queries.ts'
import { directoryVersion, keptBy } from '../places.version.ts'
import { type TerritoryCount, territoryCountsOf } from '../territories/territory-counts.ts'
import { openAt, withChoices, withoutChoices } from './chosen-in-words.ts'
import { type Basis, basisOf, find, rowsFound } from './found.ts'
import {
  countsOf,
  type LabelCount,
  labelCountsOf,
  type ServiceCount,
  unknownHoursOf,
} from './places.counts.ts'
import { everything, type PlaceFilter } from './places.filter.ts'
import { centreOfAsked, groundsOf } from './places.ground.ts'
import { turnAsked, turnTo } from './places.list.ts'
import { nearestPlaces, understand } from './places.search.ts'
import { type ValueCounts, valuesOf } from './places.values.ts'

export interface Results {
  filter: PlaceFilter
  /** How the text was read; null when none was typed. */
  reading: SearchReading | null
  total: number
  places: readonly PlaceSummary[]
  /** Where the pages beside this one begin; null: there is none on that side. */
  previous: ListCursor | null
  next: ListCursor | null
  labels: ReadonlyMap<PlaceId, readonly ShownLabel[]>
  byService: readonly ServiceCount[]
  byLabel: readonly LabelCount[]
  byTerritory: readonly TerritoryCount[]
  byEquipment: readonly EquipmentCount[]
  /** Beside each value of the other filters, how many places would be listed if it were the one chosen. */
  byValue: ValueCounts
  /** A radius was asked around nothing that has a point. */
  lacksCentre: boolean
  /** With a filter on hours: the places left out because nobody knows theirs (DIR-53). */
  unknownHours: number
  /** The days off that hours are read with. */
  book: HolidayBook
  /** When nothing was found. */
  instead: Instead | null
}

export interface Instead {
  /** How many would be found without one of the conditions; only those that would find some. */
  without: readonly { condition: Condition; count: number }[]
  nearest: readonly PlaceSummary[]
}

/** `words`: all the text says but the place on the ground. `text`: all of it. */
export type Condition =
  | Facet
  | 'labels'
  | 'typologies'
  | 'sources'
  | 'equipment'
  | 'grounds'
  | 'radius'
  | 'open'
  | 'booking'
  | 'accessibility'
  | 'updatedSince'
  | 'box'
  | 'words'
  | 'text'

/** The filter that answers what was asked, its text understood. */
export async function filterOf(context: Context, asked: Asked): Promise<PlaceFilter> {
  return (await read(context, asked)).filter
}

async function read(context: Context, asked: Asked) {
  const { db, network, today } = context
  await newHours(db, network.id, today, asked.open.length > 0)
  const filter: PlaceFilter = {
    ...everything(network.id, today),
    ...pick(asked),
    lending: await placesLending(db, network.id, asked.equipment),
    open: asked.open.map((open) => openAt(open, context.now)),
  }
  const basis = asked.text ? await basisOf(db, filter) : undefined
  const { reading, forgiving, isAnswered } = basis
    ? await understand(db, filter, asked, basis)
    : { reading: null, forgiving: false, isAnswered: true }
  const centre = await centreOfAsked(db, asked, reading)
  const isAround = asked.radius !== null && centre !== null
  const tellsDistance = isAround || asked.position !== null || asked.sort === 'distance'
  const ground = await groundsOf(db, network.id, isAround ? centre.others : asked.grounds)
  return {
    basis,
    isAnswered,
    near: centre?.point ?? null,
    lacksCentre: asked.radius !== null && centre === null,
    filter: {
      ...withChoices(filter, reading?.choices ?? [], context.now),
      reading: isAround && reading && centre.isOfText ? { ...reading, towns: [], postalCode: null } : reading,
      forgiving,
      ground,
      centre: tellsDistance && centre ? centre.point : null,
      radius: isAround ? asked.radius : null,
    },
  }
}

/** Nobody waits for thousands of new hours who does not ask about any. */
const MOST_NEW_HOURS = 100

const newHours = keptBy(
  directoryVersion,
  (db, network, today: Day, isNeeded: boolean) =>
    workOutHours(db, network, today, isNeeded ? undefined : MOST_NEW_HOURS),
  { key: (today, isNeeded) => `${today} ${isNeeded}`, most: 4 },
)

/** The parts of what was asked that are conditions as they stand. */
function pick(asked: Asked) {
  const { labels, typologies, sources, booking, accessibility, updatedSince, sort, box } = asked
  const facets = Object.fromEntries(FACET_NAMES.map((facet) => [facet, asked[facet]])) as Pick<Asked, Facet>
  return { ...facets, labels, typologies, sources, booking, accessibility, updatedSince, sort, box }
}

/** One page of what was asked, with the counts beside each filter and, when it is empty, what to try instead. */
export async function searchDirectory(context: Context, asked: Asked, pageSize: number): Promise<Results> {
  const { db, network, today } = context
  const { filter, isAnswered, near, lacksCentre, ...given } = await read(context, asked)
  const basis = given.basis ?? (await basisOf(db, filter))
  const found = await find(db, filter, basis)
  const { total, byService } = countsOf(found)
  const [{ places, previous, next }, byTerritory, byEquipment, book] = await Promise.all([
    turnTo(db, found, turnAsked(asked.page, total, pageSize), pageSize),
    territoryCountsOf(db, found),
    countByEquipment(db, found),
    holidayBook(db, network.id),
  ])
  const instead = total > 0 ? null : await alternatives(db, { ...filter, centre: near }, isAnswered, basis)
  const shown = await shownLabels(
    db,
    network.id,
    [...places, ...(instead?.nearest ?? [])].map(({ id }) => id),
    today,
  )
  return {
    ...{ filter, reading: filter.reading, total, places, previous, next, labels: shown, byService },
    ...{ byLabel: labelCountsOf(found), byValue: valuesOf(found), byTerritory, byEquipment },
    ...{ lacksCentre, unknownHours: filter.open.length > 0 ? unknownHoursOf(found) : 0, book, instead },
  }
}

const NEAREST = 5

async function alternatives(
  db: Context['db'],
  filter: PlaceFilter,
  isAnswered: boolean,
  basis: Basis,
): Promise<Instead> {
  const without = await Promise.all(
    widerThan(filter, isAnswered).map(async ([condition, wider]) => ({
      condition,
      count: rowsFound(await find(db, wider, basis)).size,
    })),
  )
  return {
    without: without.filter(({ count }) => count > 0),
    nearest: await nearestPlaces(db, filter, NEAREST),
  }
}

/** The same question without one of its conditions, for each of them. DIR-64. */
function widerThan(filter: PlaceFilter, isAnswered: boolean): [Condition, PlaceFilter][] {
  const relaxed: [Condition, PlaceFilter][] = []
  const lists = [...FACET_NAMES, 'labels', 'typologies', 'sources', 'open'] as const
  for (const list of lists) if (filter[list].length > 0) relaxed.push([list, { ...filter, [list]: [] }])
  for (const flag of ['booking', 'accessibility'] as const)
    if (filter[flag]) relaxed.push([flag, { ...filter, [flag]: false }])
  if (filter.updatedSince) relaxed.push(['updatedSince', { ...filter, updatedSince: null }])
  if (filter.lending) relaxed.push(['equipment', { ...filter, lending: null }])
  if (filter.ground) relaxed.push(['grounds', { ...filter, ground: null }])
  if (filter.radius) relaxed.push(['radius', { ...filter, radius: null }])
  if (filter.box) relaxed.push(['box', { ...filter, box: null }])
  const { reading } = filter
  if (reading && groundOf(reading))
    relaxed.push(['words', { ...withoutChoices(filter, reading.choices), reading: onlyGround(reading) }])
  else if (reading && (relaxed.length > 0 || !isAnswered))
    relaxed.push(['text', { ...withoutChoices(filter, reading.choices), reading: null }])
  return relaxed
}

function onlyGround(reading: SearchReading): SearchReading {
  return { ...reading, need: null, choices: [], words: [] }
}
