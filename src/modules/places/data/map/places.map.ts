import { createHash } from 'node:crypto'
import Supercluster, { type PointFeature } from 'supercluster'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { departmentOfPlace } from '../../domain/hours/place-clock.ts'
import { type Box, holds, type Territory, territories } from '../../domain/map/map-box.ts'
import type { PlaceId } from '../../domain/place.ts'
import { lendingMark } from '../equipment/offered.queries.ts'
import { directoryVersion, keptBy } from '../places.version.ts'
import { placesFound } from '../search/found-places.ts'
import { bearersOf, labelBearers } from '../search/label-bearers.queries.ts'
import { filterKey, labelsIn, type PlaceFilter } from '../search/places.filter.ts'
import { gazetteer } from '../search/places.gazetteer.ts'

/** What the map draws at one point: a place, places at the same address, or a group to come closer to. */
export interface Mark {
  longitude: number
  latitude: number
  count: number
  /** The largest town among theirs: a name people know. */
  town: string
  /** The place, when it stands alone. */
  place: PlaceId | null
  /** The zoom at which the group parts; null for a place or for places at the same point. */
  opensAt: number | null
}

export interface MapIndex {
  /** What holds the places shown first: those of the territory that has most of them. Null without any place. */
  box: Box | null
  territories: readonly (Territory & { count: number })[]
  /** Places that have a point on the ground. */
  located: number
  spots: readonly PointFeature<Spot>[]
  clusters: Clusters
}

/** Places at one point. */
export interface Spot {
  count: number
  town: string
  population: number
  place: PlaceId | null
  /** INSEE code of the commune as it is today, and the number of its département; empty when nobody said. */
  commune: string
  department: string
}

type Clusters = Supercluster<Spot, Spot>

/** Pixels within which places make a group: leaves room for a name under each mark. */
const RADIUS = 60
/** From this zoom on, only places at the very same point stay together (DIR-67). */
const LAST_GROUPS = 16
const MOST_MARKS = 300

/** What changes the map of a filter: the version of the directory, who bears the labels today, who lends, whose name was found. */
export async function mapVersion(db: Database, filter: PlaceFilter): Promise<string> {
  const version = await directoryVersion(db, filter.network)
  const bearing = labelsIn(filter).length === 0 ? '' : `-${await bearersToday(db, filter)}`
  return `${version}${bearing}${lendingMark(filter)}${tiedMark(filter)}`
}

/** Places found by the name of somebody tied to them: whom one may no longer find is another map. DIR-78. */
function tiedMark({ reading }: PlaceFilter): string {
  return (reading?.tied ?? []).map((id) => `-${id.slice(-12)}`).join('')
}

/** Every located place of the filter, ready to be grouped at any zoom. The box of the filter plays no part. */
export async function mapIndex(db: Database, filter: PlaceFilter): Promise<MapIndex> {
  const bearing = labelsIn(filter).length === 0 ? '' : await bearersToday(db, filter)
  return indexOf(db, filter.network, filter, bearing)
}

/** The marks of a view, the largest first when there are too many. */
export function marksIn({ clusters }: MapIndex, { west, south, east, north }: Box, zoom: number): Mark[] {
  return clusters
    .getClusters([west, south, east, north], Math.floor(zoom))
    .map((feature): Mark => {
      const [longitude = 0, latitude = 0] = feature.geometry.coordinates.map((degrees) =>
        Number(degrees.toFixed(5)),
      )
      const { count, town, place } = feature.properties
      const group = 'cluster_id' in feature.properties ? feature.properties.cluster_id : null
      const opensAt = group === null ? null : clusters.getClusterExpansionZoom(group)
      return { longitude, latitude, count, town, place: group === null ? place : null, opensAt }
    })
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_MARKS)
}

// Six maps are kept: about 40 MB each when a network has 100,000 places.
const indexOf = keptBy(directoryVersion, buildIndex, {
  key: (filter, bearing) => `${filterKey(filter)} ${bearing}`,
  most: 6,
})

async function buildIndex(
  db: Database,
  _network: NetworkId,
  filter: PlaceFilter,
  _bearing: string,
): Promise<MapIndex> {
  const places = await placesFound(db, { ...filter, box: null })
  const rows = await places
    .where('p.drawn_latitude', 'is not', null)
    .select([
      'p.id',
      'p.drawn_longitude as longitude',
      'p.drawn_latitude as latitude',
      'p.commune',
      'p.insee_code',
      'p.postal_code',
    ])
    .execute()
  const spots = new Map<number, PointFeature<Spot>>()
  for (const row of rows) {
    const longitude = row.longitude ?? 0
    const latitude = row.latitude ?? 0
    const at = pointKey(longitude, latitude)
    const spot = spots.get(at)
    if (spot) {
      spot.properties.count += 1
      spot.properties.place = null
    } else spots.set(at, spotAt([longitude, latitude], row))
  }
  const points = [...spots.values()]
  const seen = seenTerritories(points)
  const first = seen.toSorted((one, other) => other.count - one.count)[0]
  return {
    box: first ? around(points, first.box) : null,
    territories: seen,
    located: rows.length,
    spots: points,
    clusters: grouped(points),
  }
}

/** Five decimals of a degree, about a metre, as one whole number. */
function pointKey(longitude: number, latitude: number): number {
  return Math.round(longitude * 1e5) * 1e8 + Math.round(latitude * 1e5)
}

interface SpotRow {
  id: string
  commune: string
  insee_code: string | null
  postal_code: string | null
}

function spotAt(
  coordinates: [number, number],
  { id, commune, insee_code, postal_code }: SpotRow,
): PointFeature<Spot> {
  const known = insee_code ? gazetteer().byCode.get(insee_code) : undefined
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties: {
      count: 1,
      town: known?.name ?? commune,
      population: known?.population ?? 0,
      place: id as PlaceId,
      commune: known?.code ?? insee_code ?? '',
      department: departmentOfPlace({ inseeCode: insee_code, postalCode: postal_code }),
    },
  }
}

function grouped(points: PointFeature<Spot>[]): Clusters {
  return new Supercluster<Spot, Spot>({
    radius: RADIUS,
    extent: 256,
    maxZoom: LAST_GROUPS,
    // Of its own, the library copies the first of a group before it adds the others to it.
    reduce: (group, spot) => {
      group.count += spot.count
      if (spot.population <= group.population) return
      group.town = spot.town
      group.population = spot.population
    },
  }).load(points)
}

function seenTerritories(points: readonly PointFeature<Spot>[]): (Territory & { count: number })[] {
  const seen = territories.map((territory) => ({ ...territory, count: 0 }))
  for (const point of points)
    for (const territory of seen)
      if (isWithin(point, territory.box)) territory.count += point.properties.count
  return seen.filter(({ count }) => count > 0)
}

/** What holds them but for a few strays: one place recorded at the wrong end of the country must not set the view. */
function around(points: readonly PointFeature<Spot>[], limits: Box): Box {
  const inside = points.filter((point) => isWithin(point, limits))
  const [west, east] = ends(inside, 0)
  const [south, north] = ends(inside, 1)
  return { west, south, east, north }
}

const STRAYS = 0.003
const ENOUGH_TO_TELL = 12

/** Along the longitudes (0) or the latitudes (1). */
function ends(points: readonly PointFeature<Spot>[], axis: 0 | 1): [number, number] {
  const sorted = Float64Array.from(points, ({ geometry }) => geometry.coordinates[axis] ?? 0).sort()
  const aside = sorted.length < ENOUGH_TO_TELL ? 0 : Math.ceil(sorted.length * STRAYS)
  return [sorted[aside] ?? 0, sorted[sorted.length - 1 - aside] ?? 0]
}

function isWithin({ geometry: { coordinates } }: PointFeature<Spot>, box: Box): boolean {
  return holds(box, coordinates[0] ?? 0, coordinates[1] ?? 0)
}

/** Names the set of places that bear the labels today: another set is another map. */
async function bearersToday(db: Database, filter: PlaceFilter): Promise<string> {
  const borne = bearersOf(await labelBearers(db, filter.network, filter.today), labelsIn(filter))
  return createHash('sha256')
    .update([...new Set(borne)].sort().join())
    .digest('base64url')
    .slice(0, 22)
}
