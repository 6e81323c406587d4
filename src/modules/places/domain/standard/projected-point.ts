import { departmentOf, METROPOLE, territoryAt } from '../territories.ts'
import { projectionsOf } from './projections.ts'

export interface ProjectedPoint {
  readonly latitude: number
  readonly longitude: number
  /** « Lambert-93 ». */
  readonly projection: string
}

/**
 * Metres of a legal projection as degrees; null when no projection of that part of France gives a point of France. Which of the two
 * is the north is found by trying. DIR-21.
 */
export function projectedPoint(one: number, other: number, postalCode: string | null): ProjectedPoint | null {
  const department = postalCode === null ? METROPOLE : departmentOf(postalCode)
  for (const { name, reach, inverse } of projectionsOf(department)) {
    for (const [east, north] of [
      [other, one],
      [one, other],
    ] as const) {
      const { latitude, longitude } = inverse(east, north)
      const isWithin = latitude >= reach[0] && latitude <= reach[1]
      if (isWithin && territoryAt(latitude, longitude)) return { latitude, longitude, projection: name }
    }
  }
  return null
}
