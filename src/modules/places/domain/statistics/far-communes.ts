import type { Position } from '../search/asked.ts'

const KM_PER_DEGREE = 111.195

/** The points that have none of `places` within `km` on the great circle. Points go in a grid: no pair is tried for nothing. */
export function farFrom<Point extends Position>(
  points: readonly Point[],
  places: readonly Position[],
  km: number,
): Point[] {
  const grid = new Map<string, Position[]>()
  const side = km / KM_PER_DEGREE
  const row = (latitude: number) => Math.floor(latitude / side)
  const column = (longitude: number) => Math.floor(longitude / side)
  for (const place of places) {
    const key = `${row(place.latitude)} ${column(place.longitude)}`
    const cell = grid.get(key)
    if (cell) cell.push(place)
    else grid.set(key, [place])
  }
  return points.filter((point) => {
    // Degrees of longitude are shorter away from the equator: more cells are looked at.
    const aside = Math.ceil(1 / Math.max(Math.cos((point.latitude * Math.PI) / 180), 0.01))
    for (let y = row(point.latitude) - 1; y <= row(point.latitude) + 1; y += 1)
      for (let x = column(point.longitude) - aside; x <= column(point.longitude) + aside; x += 1)
        if (grid.get(`${y} ${x}`)?.some((place) => kilometres(point, place) <= km)) return false
    return true
  })
}

/** On the great circle. */
export function kilometres(one: Position, other: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [up, aside] = [
    Math.sin(radians(other.latitude - one.latitude) / 2),
    Math.sin(radians(other.longitude - one.longitude) / 2),
  ]
  const share = up * up + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * aside * aside
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(share)))
}
