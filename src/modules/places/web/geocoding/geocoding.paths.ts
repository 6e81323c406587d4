import type { PlaceId } from '../../domain/place.ts'

export const geocodingRoutesOf = { points: '/lieux/points', point: '/lieux/points/:id' } as const

export const geocodingPaths = {
  points: (base: string) => `${base}/lieux/points`,
  point: (base: string, id: PlaceId) => `${base}/lieux/points/${id}`,
}
