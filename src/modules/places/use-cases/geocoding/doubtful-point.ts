import { loadCentreFinder } from '../../data/geocoding/built-in-centres.ts'
import type { PlaceFields } from '../../domain/place.ts'
import { type FarPoint, farPoint } from '../../domain/standard/far-point.ts'

/** Is the point that somebody gave far from the commune of the place? It is kept, and they are told. DIR-21. */
export function doubtfulPoint(
  place: Pick<PlaceFields, 'latitude' | 'longitude' | 'inseeCode'>,
): FarPoint | null {
  return farPoint(place, loadCentreFinder())
}
