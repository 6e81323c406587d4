import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

export type ExemptionId = Id<'exemption'>

/** A semester a place is let off. */
export interface Exemption {
  id: ExemptionId
  placeId: PlaceId
  /** Its first day. */
  semester: Day
  reason: string
  recordedAt: Instant
}

/** `one_exemption_per_semester` refuses a second one. */
export async function addExemption(
  tx: Database,
  exemption: Pick<Exemption, 'placeId' | 'semester' | 'reason' | 'recordedAt'> & {
    network: NetworkId
    by: PersonId | null
  },
): Promise<ExemptionId> {
  const id: ExemptionId = newId()
  const { placeId, semester, reason, recordedAt, network, by } = exemption
  await tx
    .insertInto('places.exemption')
    .values({
      ...{ id, network_id: network, place_id: placeId, semester, reason },
      ...{ recorded_at: recordedAt, recorded_by: by },
    })
    .execute()
  return id
}

/** False: it is not there, or was lifted before. */
export async function liftExemption(
  tx: Database,
  { network, place, semester, by, at }: LiftedExemption,
): Promise<boolean> {
  const lifted = await tx
    .updateTable('places.exemption')
    .set({ lifted_at: at, lifted_by: by })
    .where('network_id', '=', network)
    .where('place_id', '=', place)
    .where('semester', '=', semester)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return lifted.numUpdatedRows > 0n
}

export interface LiftedExemption {
  network: NetworkId
  place: PlaceId
  semester: Day
  by: PersonId | null
  at: Instant
}

/** Those that hold, of places already found within reach, whichever of its ids names a place. */
export async function exemptionsOf(db: Database, places: readonly PlaceId[]): Promise<Exemption[]> {
  if (places.length === 0) return []
  const rows = await db
    .selectFrom('places.exemption as e')
    .innerJoin('places.current_place as c', 'c.id', 'e.place_id')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'c.current_id')
    .select(['e.id', 'asked.id as asked_id', 'e.semester', 'e.reason', 'e.recorded_at'])
    .where('asked.id', 'in', [...places])
    .where('e.lifted_at', 'is', null)
    .orderBy('e.semester')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    placeId: row.asked_id as PlaceId,
    semester: row.semester,
    reason: row.reason,
    recordedAt: row.recorded_at,
  }))
}
