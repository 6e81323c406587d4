import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { lastPointTold } from '../../data/geocoding/point-told.queries.ts'
import type { PlaceRow, RowPatch } from '../../data/life/place.store.ts'
import { isElsewhere } from '../../domain/geocoding/moved-address.ts'
import type { FarPoint } from '../../domain/standard/far-point.ts'
import { doubtfulPoint } from './doubtful-point.ts'

/** What becomes of the point of a place whose address changes. */
export interface PointAfter {
  /** `kept`: somebody placed it by hand, and should look again. `dropped`: it was that of the former address. */
  readonly point: 'kept' | 'dropped' | null
  /** The point or the address was written, and one is far from the other. */
  readonly far: FarPoint | null
  readonly patch: RowPatch
}

/**
 * No pin stays at a former address, unless somebody put it there by hand, or a source gave it with the address that it
 * proposed then (`proposedAt`). Null: the address or the point says it all. DIR-55.
 */
export async function pointAfter(
  tx: Database,
  held: PlaceRow,
  patch: RowPatch,
  proposedAt?: Instant,
): Promise<PointAfter> {
  const after = { ...held, ...patch } as PlaceRow
  const hasMoved = after.latitude !== held.latitude || after.longitude !== held.longitude
  const isMoved = isElsewhere(held, after)
  const far = hasMoved || isMoved ? doubtfulPoint({ ...after, inseeCode: after.insee_code }) : null
  if (held.latitude === null || hasMoved || !isMoved) return { point: null, far, patch }
  const told = held.point_precision === 'exact' ? await lastPointTold(tx, held.id) : null
  if (told && isByHand(told)) return { point: 'kept', far, patch }
  if (told && proposedAt && isGivenSince(told, proposedAt)) return { point: null, far, patch }
  return { point: 'dropped', far: null, patch: { ...patch, latitude: null, longitude: null } }
}

type Told = NonNullable<Awaited<ReturnType<typeof lastPointTold>>>

/** Acts that give a point that nobody pointed at. */
const WORKED_OUT = new Set(['located', 'merged', 'unmerged'])

function isByHand({ saidBy, act }: Told): boolean {
  return saidBy !== 'source' && !WORKED_OUT.has(act)
}

function isGivenSince({ act, at }: Told, proposedAt: Instant): boolean {
  return act === 'imported' && at >= proposedAt
}
