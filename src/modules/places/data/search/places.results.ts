import { type Day, day as dayOfText } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { HolidayBook } from '../../domain/hours/holiday-book.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { Asked, OpenAsked, WeekMoment } from '../../domain/search/asked.ts'
import { FACET_NAMES, type Facet } from '../../domain/search/facets.ts'
import { groundOf, type SearchReading } from '../../domain/search/search.ts'
import { holidayBook } from '../hours/holidays.store.ts'
import { workOutHours } from '../hours/hours.store.ts'
import type { OpenAt } from '../hours/open-hours.queries.ts'
import { listPlaces, type PlaceSummary, type ShownLabel, shownLabels } from '../places.queries.ts'
import { directoryVersion, keptBy } from '../places.version.ts'
import {
  countByLabel,
  countPlaces,
  countUnknownHours,
  type LabelCount,
  type ServiceCount,
} from './places.counts.ts'
import { everything, type PlaceFilter } from './places.filter.ts'
import { centreOfAsked, groundsOf } from './places.ground.ts'
import { nearestPlaces, understand } from './places.search.ts'
import { countValues, type ValueCounts } from './places.values.ts'

export interface Results {
  filter: PlaceFilter
  /** How the text was read; null when none was typed. */
  reading: SearchReading | null
  total: number
  page: number
  places: readonly PlaceSummary[]
  labels: ReadonlyMap<PlaceId, readonly ShownLabel[]>
  byService: readonly ServiceCount[]
  byLabel: readonly LabelCount[]
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
    open: asked.open.map((open) => openAt(open, context.now)),
  }
  const { reading, forgiving, found } = asked.text
    ? await understand(db, filter, asked.text, asked.literally)
    : { reading: null, forgiving: false, found: true }
  const centre = await centreOfAsked(db, asked, reading)
  const isAround = asked.radius !== null && centre !== null
  const tellsDistance = isAround || asked.position !== null || asked.sort === 'distance'
  const ground = await groundsOf(db, network.id, isAround ? centre.others : asked.grounds)
  return {
    found,
    near: centre?.point ?? null,
    lacksCentre: asked.radius !== null && centre === null,
    filter: {
      ...filter,
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

/** To the minute: the same question within it is the same question. */
function openAt(open: OpenAsked, now: Instant): OpenAt {
  if (open === 'now') return { at: `${now.slice(0, 16)}:00Z` as Instant }
  if (open === 'evening' || open === 'saturday' || open === 'sunday') return { week: open as WeekMoment }
  const [on = '', hour = ''] = open.split('T')
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  return { on: dayOfText(on), minute: hours * 60 + minutes }
}

/** One page of what was asked, with the counts beside each filter and, when it is empty, what to try instead. */
export async function searchDirectory(context: Context, asked: Asked, pageSize: number): Promise<Results> {
  const { db, network, today } = context
  const { filter, found, near, lacksCentre } = await read(context, asked)
  const [{ total, byService }, byLabel, byValue, unknownHours] = await Promise.all([
    countPlaces(db, filter),
    countByLabel(db, filter),
    countValues(db, filter),
    filter.open.length > 0 ? countUnknownHours(db, filter) : 0,
  ])
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / pageSize)))
  const places = total > 0 ? await listPlaces(db, filter, pageSize, (page - 1) * pageSize) : []
  const instead = total > 0 ? null : await alternatives(db, { ...filter, centre: near }, found)
  const shown = await shownLabels(
    db,
    network.id,
    [...places, ...(instead?.nearest ?? [])].map(({ id }) => id),
    today,
  )
  const { reading } = filter
  const book = await holidayBook(db, network.id)
  return {
    ...{ filter, reading, total, page, places, labels: shown, byService, byLabel, byValue },
    ...{ lacksCentre, unknownHours, book, instead },
  }
}

const NEAREST = 5

async function alternatives(db: Context['db'], filter: PlaceFilter, found: boolean): Promise<Instead> {
  const without = await Promise.all(
    widerThan(filter, found).map(async ([condition, wider]) => ({
      condition,
      count: (await countPlaces(db, wider)).total,
    })),
  )
  return {
    without: without.filter(({ count }) => count > 0),
    nearest: await nearestPlaces(db, filter, NEAREST),
  }
}

/** The same question without one of its conditions, for each of them. DIR-64. */
function widerThan(filter: PlaceFilter, found: boolean): [Condition, PlaceFilter][] {
  const relaxed: [Condition, PlaceFilter][] = []
  const lists = [...FACET_NAMES, 'labels', 'typologies', 'sources', 'open'] as const
  for (const list of lists) if (filter[list].length > 0) relaxed.push([list, { ...filter, [list]: [] }])
  for (const flag of ['booking', 'accessibility'] as const)
    if (filter[flag]) relaxed.push([flag, { ...filter, [flag]: false }])
  if (filter.updatedSince) relaxed.push(['updatedSince', { ...filter, updatedSince: null }])
  if (filter.ground) relaxed.push(['grounds', { ...filter, ground: null }])
  if (filter.radius) relaxed.push(['radius', { ...filter, radius: null }])
  if (filter.box) relaxed.push(['box', { ...filter, box: null }])
  const { reading } = filter
  if (reading && groundOf(reading))
    relaxed.push(['words', { ...filter, reading: { ...reading, need: null, words: [] } }])
  else if (reading && (relaxed.length > 0 || !found)) relaxed.push(['text', { ...filter, reading: null }])
  return relaxed
}
