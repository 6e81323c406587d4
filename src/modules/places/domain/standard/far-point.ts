import { metresBetween } from '../duplicates/likeness.ts'
import type { CentreOf } from '../geocoding/centre-of.ts'
import type { Findings } from '../imports/finding.ts'
import type { Coordinates } from './coordinates.ts'
import type { Locality } from './location.ts'
import type { StandardRow } from './standard-columns.ts'

const FARTHEST_KM = 25
/** Communes as wide as a département, or scattered over an archipelago. */
const FARTHEST_OF_WIDE_KM = 150
const WIDE = /^(973|987|988)/
/** Less than 16 km, whatever the direction: nearly every row, which is not measured further. */
const NEAR_DEGREES = 0.1

/**
 * A point far from the commune of its row is told, with both distances (DIR-21). It is kept: nothing
 * says whether the point, the commune or its code is wrong, and the standard takes the row.
 */
export function tellFarPoint(
  row: StandardRow,
  { latitude, longitude }: Coordinates,
  { inseeCode, commune }: Locality,
  centreOf: CentreOf,
  findings: Findings,
): void {
  if (latitude === null || longitude === null || inseeCode === null) return
  const centre = centreOf(inseeCode)
  if (centre === null) return
  const isNear =
    Math.abs(latitude - centre.latitude) < NEAR_DEGREES &&
    Math.abs(longitude - centre.longitude) < NEAR_DEGREES
  if (isNear) return
  const metres = metresBetween(centre, { latitude, longitude })
  const farthest = WIDE.test(inseeCode) ? FARTHEST_OF_WIDE_KM : FARTHEST_KM
  if (metres <= farthest * 1000) return
  findings.remark(
    'latitude',
    `${row.latitude.trim()} ${row.longitude.trim()}`,
    'point-far',
    `Point éloigné de la commune : il est à ${inKilometres(metres)} km du centre de ${commune}, pour ${farthest} km au plus. Vérifiez le point, la commune et son code.`,
  )
}

/** Rounded up, so that what is beyond the limit is never shown at it. */
function inKilometres(metres: number): number {
  return Math.ceil(metres / 1000)
}
