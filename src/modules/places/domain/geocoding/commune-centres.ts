import type { Point } from './known-towns.ts'

/** `known`: its own; `postal`, `epci`: the mean of its neighbours by postal code or by EPCI, weighted by inhabitants. */
export interface Centre extends Point {
  basis: 'known' | 'postal' | 'epci'
}

export interface CommuneToPlace {
  code: string
  postalCodes: readonly string[]
  /** Null: of no EPCI. */
  epci: string | null
  population: number
}

/** Where each commune is, near enough to put its places on a map: those that nothing tells are absent. DIR-54. */
export function communeCentres(
  communes: readonly CommuneToPlace[],
  known: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Centre> {
  const means = new Map<string, Mean>()
  for (const commune of communes) {
    const point = known.get(commune.code)
    if (!point) continue
    for (const group of groupsOf(commune)) {
      const mean = means.get(group) ?? { latitude: 0, longitude: 0, weight: 0 }
      means.set(group, added(mean, point, Math.max(commune.population, 1)))
    }
  }
  const centres = new Map<string, Centre>()
  for (const commune of communes) {
    const centre = centreOf(commune, known, means)
    if (centre) centres.set(commune.code, centre)
  }
  return centres
}

interface Mean extends Point {
  weight: number
}

function added(mean: Mean, { latitude, longitude }: Point, weight: number): Mean {
  const total = mean.weight + weight
  return {
    latitude: (mean.latitude * mean.weight + latitude * weight) / total,
    longitude: (mean.longitude * mean.weight + longitude * weight) / total,
    weight: total,
  }
}

function groupsOf({ postalCodes, epci }: CommuneToPlace): string[] {
  return [...postalCodes.map((code) => `postal ${code}`), ...(epci ? [`epci ${epci}`] : [])]
}

function centreOf(
  commune: CommuneToPlace,
  known: ReadonlyMap<string, Point>,
  means: ReadonlyMap<string, Mean>,
): Centre | null {
  const own = known.get(commune.code)
  if (own) return { ...own, basis: 'known' }
  for (const group of groupsOf(commune)) {
    const mean = means.get(group)
    if (mean) {
      const { latitude, longitude } = mean
      return { latitude, longitude, basis: group.startsWith('postal') ? 'postal' : 'epci' }
    }
  }
  return null
}
