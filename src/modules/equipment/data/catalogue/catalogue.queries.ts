import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DeskId, InventoryId, ModelId, UnitId } from '../../domain/equipment.ts'
import type { Lifecycle, NewModel } from './catalogue.store.ts'

export interface ModelSheet extends NewModel {
  readonly id: ModelId
  readonly units: number
  readonly inService: number
}

/** The models of an inventory, by name, with how many of each there are: one statement. EQP-103. */
export async function modelsOf(db: Database, inventory: InventoryId): Promise<ModelSheet[]> {
  const rows = await db
    .selectFrom('equipment.model as m')
    .selectAll('m')
    .select([
      sql<number>`(select count(*)::integer from equipment.unit u
        where u.model_id = m.id and u.lifecycle <> 'retired')`.as('units'),
      sql<number>`(select count(*)::integer from equipment.unit u
        where u.model_id = m.id and u.lifecycle = 'in_service')`.as('in_service'),
    ])
    .where('m.inventory_id', '=', inventory)
    .where('m.retired_at', 'is', null)
    .orderBy(sql`m.name collate public.french`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    maker: row.maker,
    category: row.category,
    description: row.description,
    prerequisites: row.prerequisites,
    software: row.software,
    caseGrams: row.case_weight_grams,
    caseLitres: row.case_volume_litres,
    replacementCents: row.replacement_cents === null ? null : Number(row.replacement_cents),
    prepMinutes: row.prep_minutes,
    turnaroundMinutes: row.turnaround_minutes,
    units: row.units,
    inService: row.in_service,
  }))
}

export interface UnitSheet {
  readonly id: UnitId
  readonly modelId: ModelId
  readonly modelName: string
  readonly assetNumber: string
  readonly serialNumber: string | null
  readonly homeDeskId: DeskId
  readonly isAnonymous: boolean
  readonly isKit: boolean
  readonly kitId: UnitId | null
  readonly isCritical: boolean
  readonly notes: string
  readonly lifecycle: Lifecycle
  readonly lifecycleSeq: number
}

/** The units of an inventory, by number. EQP-104. */
export async function unitsOf(db: Database, inventory: InventoryId): Promise<UnitSheet[]> {
  const rows = await db
    .selectFrom('equipment.unit as u')
    .innerJoin('equipment.model as m', 'm.id', 'u.model_id')
    .selectAll('u')
    .select('m.name as model_name')
    .where('u.inventory_id', '=', inventory)
    .orderBy(sql`u.asset_number collate public.french`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    modelId: row.model_id,
    modelName: row.model_name,
    assetNumber: row.asset_number,
    serialNumber: row.serial_number,
    homeDeskId: row.home_desk_id,
    isAnonymous: row.is_anonymous,
    isKit: row.is_kit,
    kitId: row.kit_id,
    isCritical: row.is_critical,
    notes: row.notes,
    lifecycle: row.lifecycle as Lifecycle,
    lifecycleSeq: row.lifecycle_seq,
  }))
}

export interface LifecycleLine {
  readonly lifecycle: Lifecycle
  readonly reason: string
  readonly occurredAt: Instant
}

/** Why a unit is or is not in service, the last event first. EQP-104. */
export async function lifecycleOf(db: Database, unit: UnitId): Promise<LifecycleLine[]> {
  const rows = await db
    .selectFrom('equipment.lifecycle_event')
    .select(['lifecycle', 'reason', 'occurred_at'])
    .where('unit_id', '=', unit)
    .orderBy('seq', 'desc')
    .execute()
  return rows.map((row) => ({
    lifecycle: row.lifecycle as Lifecycle,
    reason: row.reason,
    occurredAt: row.occurred_at,
  }))
}

/** Every field but the name of the inventory it is in. Throws `one_model_per_name`. */
export async function saveModel(tx: Database, id: ModelId, model: NewModel): Promise<void> {
  await tx
    .updateTable('equipment.model')
    .set({
      name: model.name,
      maker: model.maker,
      category: model.category,
      description: model.description,
      prerequisites: model.prerequisites,
      software: [...model.software],
      case_weight_grams: model.caseGrams,
      case_volume_litres: model.caseLitres,
      replacement_cents: model.replacementCents,
      prep_minutes: model.prepMinutes,
      turnaround_minutes: model.turnaroundMinutes,
    })
    .where('id', '=', id)
    .execute()
}

export async function markAnonymous(tx: Database, unit: UnitId): Promise<void> {
  await tx.updateTable('equipment.unit').set({ is_anonymous: true }).where('id', '=', unit).execute()
}
