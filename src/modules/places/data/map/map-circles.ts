import { type Box, holds } from '../../domain/map/map-box.ts'
import type { Ground } from '../../domain/search/asked.ts'
import { epciList, groundName } from '../search/places.gazetteer.ts'
import type { MapIndex, Spot } from './places.map.ts'

/** The places of one part of France, as the map without a script draws them: at their middle. DIR-71. */
export interface Circle {
  ground: Ground
  name: string
  count: number
  longitude: number
  latitude: number
}

const LEVELS = ['departement', 'epci', 'commune'] as const

/**
 * The places of a view by département, else by EPCI, else by commune: the first that tells several of them apart.
 * Empty when they are all in one commune: its places are then drawn one by one.
 */
export function circlesIn({ spots }: MapIndex, box: Box): Circle[] {
  const seen = spots.filter(({ geometry: { coordinates } }) =>
    holds(box, coordinates[0] ?? 0, coordinates[1] ?? 0),
  )
  for (const level of LEVELS) {
    const groups = Map.groupBy(seen, ({ properties }) => codeOf(level, properties))
    if (groups.size > 1)
      return [...groups]
        .flatMap(([code, spots]) => circleOf(spots, code))
        .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
  }
  return []
}

/** `epci:200066389`; a commune that belongs to none stands for itself. */
function codeOf(level: (typeof LEVELS)[number], { commune, department }: Spot): string {
  if (level === 'departement' && department !== '') return `departement:${department}`
  const epci = level === 'epci' ? epciList().byCommune.get(commune)?.code : undefined
  return epci ? `epci:${epci}` : `commune:${commune}`
}

/** A code that nothing of France bears has no list to lead to: those places are in the list, not on this map. */
function circleOf(spots: MapIndex['spots'], key: string): Circle[] {
  const [kind = '', code = ''] = key.split(':')
  const ground = { kind, code } as Ground
  const name = groundName(ground)
  if (name === null) return []
  const count = spots.reduce((sum, { properties }) => sum + properties.count, 0)
  const middle = (axis: 0 | 1) =>
    spots.reduce(
      (sum, { geometry, properties }) => sum + (geometry.coordinates[axis] ?? 0) * properties.count,
      0,
    ) / count
  return [{ ground, name, count, longitude: middle(0), latitude: middle(1) }]
}
