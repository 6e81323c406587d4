import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { workOutHours } from '../../data/hours/hours.store.ts'
import { directoryVersion, keptBy } from '../../data/places.version.ts'
import type { PlaceFilter } from '../../data/search/places.filter.ts'
import type { GroundParts } from '../../data/search/places.gazetteer.ts'
import { groundsOf } from '../../data/search/places.ground.ts'
import { filterOf } from '../../data/search/places.results.ts'
import {
  centresOf,
  confirmedSince,
  countedPlaces,
  labelFigures,
  placePoints,
} from '../../data/statistics/figures.queries.ts'
import { groundsAround, townsWithin } from '../../data/statistics/grounds.ts'
import { semesterOf } from '../../domain/freshness/semester.ts'
import { askingNothing, type Ground } from '../../domain/search/asked.ts'
import { farFrom } from '../../domain/statistics/far-communes.ts'
import {
  FAR_KM,
  figuresOf,
  type GroundFigures,
  type PlaceFigures,
  type TerritoryFigures,
} from '../../domain/statistics/figures.ts'

type Asking = Pick<Context, 'db' | 'network' | 'today' | 'now'>

export interface ToldTerritory {
  figures: TerritoryFigures
  /** Codes of the communes without a place within `FAR_KM`, the most populated first. */
  far: readonly string[]
  /** How many places each smaller territory has, by `groundKey`. */
  placesIn: ReadonlyMap<string, number>
}

/** `epci:200067205`; `network` for all of it. */
export function groundKey(ground: Ground | null): string {
  return ground ? `${ground.kind}:${ground.code}` : 'network'
}

/**
 * What the places of a territory amount to today; null: of the whole network. Its places are those that the list with
 * the same address shows: both ask one predicate. DIR-81.
 */
export async function territoryFigures(context: Context, ground: Ground | null): Promise<ToldTerritory> {
  const { db, network, today } = context
  await workOutHours(db, network.id, today)
  const filter = await filterOf(context, { ...askingNothing, grounds: ground ? [ground] : [] })
  const [{ figures, placesIn }, { labels, labelled }, confirmed] = await Promise.all([
    keptPlaceFigures(db, network.id, filter),
    labelFigures(db, filter),
    confirmedSince(db, filter, semesterOf(today).start),
  ])
  const { far, ...population } = await keptGroundFigures(
    db,
    network.id,
    groundKey(ground),
    await partsOf(context, ground, placesIn),
  )
  return {
    figures: {
      ...figures,
      ...population,
      labels,
      labelled,
      confirmed: confirmed.length,
      farCommunes: far.length,
    },
    far,
    placesIn,
  }
}

/** A whole network stands in the départements where it has places. */
export async function partsOf(
  { db, network }: Pick<Asking, 'db' | 'network'>,
  ground: Ground | null,
  placesIn: ReadonlyMap<string, number>,
): Promise<GroundParts> {
  const known = ground && (await groundsOf(db, network.id, [ground]))
  if (known) return known
  const departments = [...placesIn.keys()].flatMap((key) => /^departement:(.+)$/.exec(key)?.[1] ?? [])
  return { communes: [], departments, postalCodes: [] }
}

async function placeFigures(
  db: Database,
  _network: unknown,
  filter: PlaceFilter,
): Promise<{ figures: PlaceFigures; placesIn: ReadonlyMap<string, number> }> {
  const places = await countedPlaces(db, filter)
  const placesIn = new Map<string, number>()
  for (const place of places)
    for (const ground of groundsAround(place)) {
      const key = groundKey(ground)
      placesIn.set(key, (placesIn.get(key) ?? 0) + 1)
    }
  return { figures: figuresOf(places), placesIn }
}

/** As long as no place changes: labels and confirmations, which change without them, are read each time. */
const keptPlaceFigures = keptBy(directoryVersion, placeFigures, {
  key: (filter: PlaceFilter) => JSON.stringify([filter.ground, filter.today]),
  most: 200,
})

async function groundFigures(
  db: Database,
  network: Context['network']['id'],
  _key: string,
  parts: GroundParts,
): Promise<GroundFigures> {
  const towns = townsWithin(parts)
  const centres = await centresOf(
    db,
    towns.map(({ code }) => code),
  )
  const alone = new Set(farFrom(centres, await placePoints(db, network), FAR_KM).map(({ code }) => code))
  return {
    communes: towns.length,
    inhabitants: towns.reduce((sum, { population }) => sum + population, 0),
    far: towns
      .filter(({ code }) => alone.has(code))
      .sort((one, other) => other.population - one.population)
      .map(({ code }) => code),
  }
}

const keptGroundFigures = keptBy(directoryVersion, groundFigures, {
  key: (key: string, parts: GroundParts) => `${key} ${parts.departments.join(',')} ${parts.communes.length}`,
  most: 200,
})
