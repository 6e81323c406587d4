import type { Context } from '../../../platform/context.ts'
import type { Box } from '../domain/map-box.ts'
import type { PlaceId } from '../domain/place.ts'
import { groundOf, type SearchReading } from '../domain/search.ts'
import type { Service } from '../domain/vocabulary.ts'
import { countByLabel, countPlaces, type LabelCount, type ServiceCount } from './places.counts.ts'
import type { PlaceFilter } from './places.filter.ts'
import { listPlaces, type PlaceSummary, type ShownLabel, shownLabels } from './places.queries.ts'
import { nearestPlaces, understand } from './places.search.ts'

/** What a person asks of the directory. */
export interface Asked {
  text: string
  /** The words themselves, without reading towns or needs in them. */
  literally: boolean
  services: readonly Service[]
  labels: readonly string[]
  box: Box | null
  /** From 1. */
  page: number
}

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
  /** When nothing was found. */
  instead: Instead | null
}

export interface Instead {
  /** How many would be found without one of the conditions; only those that would find some. */
  without: readonly { condition: Condition; count: number }[]
  nearest: readonly PlaceSummary[]
}

/** `words`: all the text says but the place on the ground. `text`: all of it. */
export type Condition = 'services' | 'labels' | 'box' | 'words' | 'text'

/** The filter that answers what was asked, its text understood. */
export async function filterOf(context: Context, asked: Asked): Promise<PlaceFilter> {
  return (await read(context, asked)).filter
}

async function read(
  { db, network, today }: Context,
  asked: Asked,
): Promise<{ filter: PlaceFilter; found: boolean }> {
  const { text, services, labels, box } = asked
  const filter = { network: network.id, today, reading: null, forgiving: false, services, labels, box }
  if (!text) return { filter, found: true }
  const { reading, forgiving, found } = await understand(db, filter, text, asked.literally)
  return { filter: { ...filter, reading, forgiving }, found }
}

/** One page of what was asked, with the counts beside each filter and, when it is empty, what to try instead. */
export async function searchDirectory(context: Context, asked: Asked, pageSize: number): Promise<Results> {
  const { db, network, today } = context
  const { filter, found } = await read(context, asked)
  const [{ total, byService }, byLabel] = await Promise.all([
    countPlaces(db, filter),
    countByLabel(db, filter),
  ])
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / pageSize)))
  const places = total > 0 ? await listPlaces(db, filter, pageSize, (page - 1) * pageSize) : []
  const instead = total > 0 ? null : await alternatives(db, filter, found)
  const shown = await shownLabels(
    db,
    network.id,
    [...places, ...(instead?.nearest ?? [])].map(({ id }) => id),
    today,
  )
  return { filter, reading: filter.reading, total, page, places, labels: shown, byService, byLabel, instead }
}

const NEAREST = 5

async function alternatives(db: Context['db'], filter: PlaceFilter, found: boolean): Promise<Instead> {
  const relaxed: [Condition, PlaceFilter][] = []
  if (filter.services.length > 0) relaxed.push(['services', { ...filter, services: [] }])
  if (filter.labels.length > 0) relaxed.push(['labels', { ...filter, labels: [] }])
  if (filter.box) relaxed.push(['box', { ...filter, box: null }])
  const { reading } = filter
  if (reading && groundOf(reading))
    relaxed.push(['words', { ...filter, reading: { ...reading, need: null, words: [] } }])
  else if (reading && (relaxed.length > 0 || !found)) relaxed.push(['text', { ...filter, reading: null }])
  const without = await Promise.all(
    relaxed.map(async ([condition, wider]) => ({ condition, count: (await countPlaces(db, wider)).total })),
  )
  return {
    without: without.filter(({ count }) => count > 0),
    nearest: await nearestPlaces(db, filter, NEAREST),
  }
}
