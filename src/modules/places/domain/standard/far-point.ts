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

/** A point that its commune makes doubtful: how far it lies from its centre, and how far it might. */
export interface FarPoint {
  /** Rounded up, so that what is beyond the limit is never shown at it. */
  readonly kilometres: number
  readonly farthest: number
}

/** Null: near enough, or nothing tells where the commune is. */
export function farPoint(
  { latitude, longitude, inseeCode }: Coordinates & Pick<Locality, 'inseeCode'>,
  centreOf: CentreOf,
): FarPoint | null {
  if (latitude === null || longitude === null || inseeCode === null) return null
  const centre = centreOf(inseeCode)
  if (centre === null) return null
  const isNear =
    Math.abs(latitude - centre.latitude) < NEAR_DEGREES &&
    Math.abs(longitude - centre.longitude) < NEAR_DEGREES
  if (isNear) return null
  const metres = metresBetween(centre, { latitude, longitude })
  const farthest = WIDE.test(inseeCode) ? FARTHEST_OF_WIDE_KM : FARTHEST_KM
  return metres > farthest * 1000 ? { kilometres: Math.ceil(metres / 1000), farthest } : null
}

/**
 * A point far from the commune of its row is told, with both distances (DIR-21). It is kept: nothing
 * says whether the point, the commune or its code is wrong, and the standard takes the row.
 */
export function tellFarPoint(
  row: StandardRow,
  point: Coordinates,
  { inseeCode, commune }: Locality,
  centreOf: CentreOf,
  findings: Findings,
): void {
  const far = farPoint({ ...point, inseeCode }, centreOf)
  if (!far) return
  findings.remark(
    'latitude',
    `${row.latitude.trim()} ${row.longitude.trim()}`,
    'point-far',
    `Point éloigné de la commune : il est à ${far.kilometres} km du centre de ${commune}, pour ${far.farthest} km au plus. Vérifiez le point, la commune et son code.`,
  )
}
