import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { LineId, UnitId } from '../domain/equipment.ts'

/** What an emergency justified. 002 art. 4: an intervention to make safe, never a repair. */
export interface Emergency {
  readonly atStake: string
  readonly done: string
  readonly by: string
}

export interface NewIncident {
  readonly unitId: UnitId
  readonly lineId: LineId | null
  readonly kind: 'breakdown' | 'damage' | 'emergency_intervention'
  readonly account: string
  readonly discoveredAt: Instant
  /** Present if and only if it is an emergency intervention. */
  readonly emergency: Emergency | null
  readonly photos: readonly { readonly fileId: Id<'file'>; readonly alt: string }[]
}

/** An incident as it is declared, with its photos and the first line of its story. EQP-902. */
export async function addIncident(
  tx: Database,
  incident: NewIncident,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  const id = newId<'incident'>()
  await tx
    .insertInto('equipment.incident')
    .values({
      id,
      unit_id: incident.unitId,
      line_id: incident.lineId,
      kind: incident.kind,
      account: incident.account,
      discovered_at: incident.discoveredAt,
      reported_at: recorded.at,
      reported_by: recorded.by,
      emergency: incident.emergency && JSON.stringify(incident.emergency),
    })
    .execute()
  await tx
    .insertInto('equipment.incident_event')
    .values({
      id: newId(),
      incident_id: id,
      seq: 1,
      act: 'declared',
      to_state: 'declared',
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  for (const { fileId, alt } of incident.photos)
    await tx
      .insertInto('equipment.incident_photo')
      .values({ id: newId(), incident_id: id, file_id: fileId, alt })
      .execute()
}
