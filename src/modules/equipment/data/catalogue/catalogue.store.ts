import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId, ModelId, UnitId } from '../../domain/equipment.ts'

export interface NewModel {
  name: string
  maker: string
  category: string
  description: string
  prerequisites: string
  /** Programs installed on each unit, as borrowers read them. */
  software: readonly string[]
  /** Of the carrying case; null: nobody weighed or measured it. */
  caseGrams: number | null
  caseLitres: number | null
  replacementCents: number | null
  prepMinutes: number
  turnaroundMinutes: number
}

/** Throws the violation of `one_model_per_name`. */
export async function addModel(
  tx: Database,
  inventory: InventoryId,
  model: NewModel,
  at: Instant,
): Promise<ModelId> {
  const id: ModelId = newId()
  await tx
    .insertInto('equipment.model')
    .values({
      id,
      inventory_id: inventory,
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
      created_at: at,
    })
    .execute()
  return id
}

/** Directed: `substitute` may be lent instead of `model`. */
export async function addSubstitute(
  tx: Database,
  model: ModelId,
  substitute: ModelId,
  rank = 1,
): Promise<void> {
  await tx
    .insertInto('equipment.model_substitute')
    .values({ model_id: model, substitute_id: substitute, rank })
    .onConflict((on) => on.columns(['model_id', 'substitute_id']).doUpdateSet({ rank }))
    .execute()
}

export interface NewUnit {
  modelId: ModelId
  maker: string
  assetNumber: string
  serialNumber: string | null
  homeDeskId: DeskId
  isKit: boolean
  kitId: UnitId | null
  isCritical: boolean
  lentAlone: boolean
}

/** A unit in service with its label. Throws `one_unit_per_asset_number` or `one_unit_per_serial_number`. EQP-104. */
export async function addUnit(
  tx: Database,
  inventory: InventoryId,
  unit: NewUnit,
  recorded: { at: Instant; by: PersonId | null },
): Promise<UnitId> {
  const id: UnitId = newId()
  await tx
    .insertInto('equipment.unit')
    .values({
      id,
      inventory_id: inventory,
      model_id: unit.modelId,
      maker: unit.maker,
      asset_number: unit.assetNumber,
      serial_number: unit.serialNumber,
      home_desk_id: unit.homeDeskId,
      is_kit: unit.isKit,
      kit_id: unit.kitId,
      is_critical: unit.isCritical,
      lent_alone: unit.lentAlone,
      created_at: recorded.at,
    })
    .execute()
  await addLifecycle(tx, id, { lifecycle: 'in_service', reason: 'Entrée à l’inventaire', seq: 1 }, recorded)
  await tx
    .insertInto('equipment.unit_label')
    .values({ token: randomBytes(18).toString('base64url'), unit_id: id, issued_at: recorded.at })
    .execute()
  return id
}

export interface UnitOutline {
  readonly id: UnitId
  readonly modelId: ModelId
  readonly assetNumber: string
  readonly lifecycle: Lifecycle
  /** Rank of its last lifecycle event. */
  readonly lifecycleSeq: number
  readonly kitId: UnitId | null
  readonly isCritical: boolean
}

/** Null when it is not of that inventory. */
export async function findUnit(
  db: Database,
  inventory: InventoryId,
  id: UnitId,
): Promise<UnitOutline | null> {
  const row = await db
    .selectFrom('equipment.unit')
    .select(['id', 'model_id', 'asset_number', 'lifecycle', 'lifecycle_seq', 'kit_id', 'is_critical'])
    .where('id', '=', id)
    .where('inventory_id', '=', inventory)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        modelId: row.model_id,
        assetNumber: row.asset_number,
        lifecycle: row.lifecycle as Lifecycle,
        lifecycleSeq: row.lifecycle_seq,
        kitId: row.kit_id,
        isCritical: row.is_critical,
      }
    : null
}

export type Lifecycle = 'in_service' | 'quarantine' | 'in_repair' | 'lost' | 'stolen' | 'retired'

/** Throws `lifecycle_changed_meanwhile` or `one_lifecycle_event_per_seq` when another change came first. */
export async function addLifecycle(
  tx: Database,
  unit: UnitId,
  change: { lifecycle: Lifecycle; reason: string; seq: number },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('equipment.lifecycle_event')
    .values({
      id: newId(),
      unit_id: unit,
      seq: change.seq,
      lifecycle: change.lifecycle,
      reason: change.reason,
      occurred_at: recorded.at,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
}

/** Adds what goes along with a model, or with one kit, at the end of its list. EQP-106. */
export async function addChecklistItem(
  tx: Database,
  of: { modelId: ModelId } | { kitId: UnitId },
  item: { label: string; expected: number; isCritical: boolean },
): Promise<void> {
  const [model, kit] = 'modelId' in of ? [of.modelId, null] : [null, of.kitId]
  const last = await tx
    .selectFrom('equipment.checklist_item')
    .select((list) => list.fn.max('rank').as('rank'))
    .where(model ? sql<boolean>`model_id = ${model}` : sql<boolean>`kit_id = ${kit}`)
    .executeTakeFirst()
  await tx
    .insertInto('equipment.checklist_item')
    .values({
      id: newId(),
      model_id: model,
      kit_id: kit,
      rank: (last?.rank ?? 0) + 1,
      label: item.label,
      expected: item.expected,
      is_critical: item.isCritical,
    })
    .execute()
}
