import { oncePerText } from '../../../../kernel/once-per-text.ts'
import type { Communes } from '../communes.ts'
import { communeCentres } from './commune-centres.ts'
import type { Point } from './known-towns.ts'

/** The middle of a commune, by any INSEE code that it has or had; null: nothing tells it near enough. */
export type CentreOf = (inseeCode: string) => Point | null

/** As many as there are communes. */
const CENTRES_KEPT = 40_000

/**
 * Its own, else the mean of those that share a postal code with it. Not that of its EPCI, which may lie thirty
 * kilometres away: good enough to draw a place, not to doubt its point.
 */
export function centreFinder(communes: Communes, known: ReadonlyMap<string, Point>): CentreOf {
  return oncePerText((inseeCode) => {
    const commune = communes.byCode(inseeCode)?.commune
    if (!commune) return null
    const own = known.get(commune.code)
    if (own) return own
    const around = commune.postalCodes.flatMap((postalCode) => communes.byPostalCode(postalCode))
    const alike = [...new Set([commune, ...around])].map(({ code, postalCodes }) => ({
      ...{ code, postalCodes, epci: null, population: 1 },
    }))
    return communeCentres(alike, known).get(commune.code) ?? null
  }, CENTRES_KEPT)
}
