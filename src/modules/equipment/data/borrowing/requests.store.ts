import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../../platform/session/actor.ts'
import type {
  AgreementId,
  DeskId,
  InventoryId,
  LineId,
  ModelId,
  PlaceId,
  RequestId,
  UnitId,
} from '../../domain/equipment.ts'

export interface NewRequest {
  networkId: NetworkId
  inventoryId: InventoryId
  organisationId: OrganisationId
  placeId: PlaceId | null
  agreementId: AgreementId
  deskId: DeskId
  requestedBy: PersonId | null
  /** A manager who writes it down for the borrower. */
  enteredBy: PersonId | null
  actionKind: 'workshop' | 'event' | 'training' | 'loan_to_a_place' | 'other'
  actions: string
  audience: string
  expectedPeople: number | null
  usedAt: string
  isStoredSafely: boolean
  collector: { name: string; quality: string; phone: string }
  isInseparable: boolean
}

export async function addRequest(tx: Database, request: NewRequest, at: Instant): Promise<RequestId> {
  const id: RequestId = newId()
  await tx
    .insertInto('equipment.loan_request')
    .values({
      id,
      network_id: request.networkId,
      inventory_id: request.inventoryId,
      organisation_id: request.organisationId,
      place_id: request.placeId,
      agreement_id: request.agreementId,
      desk_id: request.deskId,
      requested_by: request.requestedBy,
      entered_by: request.enteredBy,
      action_kind: request.actionKind,
      actions: request.actions,
      audience: request.audience,
      expected_people: request.expectedPeople,
      used_at: request.usedAt,
      is_stored_safely: request.isStoredSafely,
      collector_name: request.collector.name,
      collector_quality: request.collector.quality,
      collector_phone: request.collector.phone,
      is_inseparable: request.isInseparable,
      created_at: at,
    })
    .execute()
  return id
}

/**
 * Writes over a draft of this reach, its lines emptied for those that follow; false when it was sent, has a story or waits
 * for something: then it stays as it is.
 */
export async function rewriteDraft(
  tx: Database,
  reach: Reach,
  id: RequestId,
  request: NewRequest,
): Promise<boolean> {
  if (reach.kind !== 'these' || reach.organisations.length === 0) return false
  const { numUpdatedRows } = await tx
    .updateTable('equipment.loan_request')
    .set({
      inventory_id: request.inventoryId,
      agreement_id: request.agreementId,
      desk_id: request.deskId,
      action_kind: request.actionKind,
      actions: request.actions,
      audience: request.audience,
      expected_people: request.expectedPeople,
      used_at: request.usedAt,
      is_stored_safely: request.isStoredSafely,
      collector_name: request.collector.name,
      collector_quality: request.collector.quality,
      collector_phone: request.collector.phone,
    })
    .where('id', '=', id)
    .where('network_id', '=', reach.network)
    .where('organisation_id', 'in', reach.organisations)
    .where('submitted_at', 'is', null)
    .where(
      sql<boolean>`not exists (select 1 from equipment.loan_line l where l.request_id = ${id} and (l.seq > 0
        or exists (select 1 from equipment.waitlist_entry e where e.line_id = l.id)))`,
    )
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx.deleteFrom('equipment.loan_line').where('request_id', '=', id).execute()
  return true
}

/** Throws `submitted_request_is_complete`. */
export async function markSubmitted(tx: Database, request: RequestId, at: Instant): Promise<void> {
  await tx
    .updateTable('equipment.loan_request')
    .set({ submitted_at: at })
    .where('id', '=', request)
    .where('submitted_at', 'is', null)
    .execute()
}

export async function addLine(
  tx: Database,
  line: {
    requestId: RequestId
    modelId: ModelId
    wantedUnitId: UnitId | null
    /** Of a draft: nothing is held by them. */
    hours?: { pickupAt: Instant; returnAt: Instant } | null
  },
  at: Instant,
): Promise<LineId> {
  const id: LineId = newId()
  await tx
    .insertInto('equipment.loan_line')
    .values({
      id,
      request_id: line.requestId,
      model_id: line.modelId,
      wanted_unit_id: line.wantedUnitId,
      pickup_at: line.hours?.pickupAt ?? null,
      return_at: line.hours?.returnAt ?? null,
      created_at: at,
    })
    .execute()
  return id
}
