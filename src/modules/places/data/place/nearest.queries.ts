import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Place, PlaceId } from '../../domain/place.ts'
import type { Position } from '../../domain/search/asked.ts'
import { findPlaces, type PlaceSummary } from '../places.queries.ts'
import { distanceFrom, isNear, published } from '../search/places.filter.ts'

export interface NearPlace extends PlaceSummary {
  /** Kilometres as the crow flies. */
  distance: number
}

/** Looked into one after the other, in kilometres: next door first, never the other end of the country. */
const AROUND = [10, 50] as const

/** The published places around a place, the closest first; none when nobody knows even its commune. DIR-55. */
export async function nearestOthers(
  db: Database,
  network: NetworkId,
  { id, drawnLatitude: latitude = null, drawnLongitude: longitude = null, pointPrecision }: Place,
  limit: number,
): Promise<NearPlace[]> {
  if (latitude === null || longitude === null) return []
  let found: NearPlace[] = []
  for (const radius of AROUND) {
    found = await within(db, network, { id, from: { latitude, longitude }, radius, limit })
    if (found.length === limit) break
  }
  const isFromCommune = pointPrecision === 'commune'
  return found.map((place) => ({ ...place, isApproximate: place.isApproximate || isFromCommune }))
}

async function within(
  db: Database,
  network: NetworkId,
  { id, from, radius, limit }: { id: PlaceId; from: Position; radius: number; limit: number },
): Promise<NearPlace[]> {
  const rows = await published(db, network)
    .where('p.id', '<>', id)
    .where(isNear(from, radius))
    .select(['p.id', distanceFrom(from).as('distance')])
    .orderBy('distance')
    .orderBy('p.id')
    .limit(limit)
    .execute()
  const known = new Map(
    (
      await findPlaces(
        db,
        network,
        rows.map((row) => row.id),
      )
    ).map((place) => [place.id, place]),
  )
  return rows.flatMap((row) => {
    const place = known.get(row.id)
    return place ? [{ ...place, distance: row.distance }] : []
  })
}
