import type { Box } from '../map/map-box.ts'
import type { Position } from './asked.ts'

const KM_PER_DEGREE = 111.195
const EARTH_KM = 12_742

/** A rectangle that holds everything within so many kilometres. */
export function boxAround({ latitude, longitude }: Position, km: number): Box {
  const aside = km / (KM_PER_DEGREE * Math.max(Math.cos(radians(latitude)), 0.01))
  const above = km / KM_PER_DEGREE
  return {
    west: longitude - aside,
    south: latitude - above,
    east: longitude + aside,
    north: latitude + above,
  }
}

/** Kilometres on the great circle, as `distanceFrom` has the database say. */
export function kilometres(from: Position, latitude: number, longitude: number): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2
  const share =
    half(latitude - from.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(latitude)) * half(longitude - from.longitude)
  return EARTH_KM * Math.asin(Math.min(1, Math.sqrt(share)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
