import type { Position } from '../search/asked.ts'

/** From a point to another: kilometres as the crow flies, and one of eight winds. */
export interface Way {
  readonly kilometres: number
  readonly towards: Wind
}

export const WINDS = ['n', 'ne', 'e', 'se', 's', 'so', 'o', 'no'] as const
export type Wind = (typeof WINDS)[number]

const EARTH = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** What a plan says in words. DIR-76. */
export function wayBetween(from: Position, to: Position): Way {
  const [start, end] = [radians(from.latitude), radians(to.latitude)]
  const aside = radians(to.longitude - from.longitude)
  const half = Math.sin((end - start) / 2) ** 2 + Math.cos(start) * Math.cos(end) * Math.sin(aside / 2) ** 2
  const bearing = Math.atan2(
    Math.sin(aside) * Math.cos(end),
    Math.cos(start) * Math.sin(end) - Math.sin(start) * Math.cos(end) * Math.cos(aside),
  )
  const eighth = (Math.round((bearing * 4) / Math.PI) + 8) % 8
  return { kilometres: 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half))), towards: WINDS[eighth] ?? 'n' }
}
