import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DeskId, InventoryId, ModelId, UnitId } from '../../domain/equipment.ts'

/** What its managers write about one unit. EQP-104, EQP-105. */
export interface UnitFacts {
  readonly assetNumber: string
  readonly serialNumber: string | null
  readonly notes: string
  readonly funding: string
  readonly acquiredOn: Day | null
  readonly acquisitionCents: number | null
  readonly kitId: UnitId | null
  readonly isCritical: boolean
  readonly lentAlone: boolean
}

export interface UnitFile extends UnitFacts {
  readonly homeDeskId: DeskId
  readonly isKit: boolean
}

/** Null when it is not of that inventory. */
export async function unitFile(db: Database, inventory: InventoryId, id: UnitId): Promise<UnitFile | null> {
  const row = await db
    .selectFrom('equipment.unit')
    .selectAll()
    .where('id', '=', id)
    .where('inventory_id', '=', inventory)
    .executeTakeFirst()
  return row
    ? {
        assetNumber: row.asset_number,
        serialNumber: row.serial_number,
        notes: row.notes,
        funding: row.funding,
        acquiredOn: row.acquired_on,
        acquisitionCents: row.acquisition_cents === null ? null : Number(row.acquisition_cents),
        kitId: row.kit_id,
        isCritical: row.is_critical,
        lentAlone: row.lent_alone,
        homeDeskId: row.home_desk_id,
        isKit: row.is_kit,
      }
    : null
}

/** Throws `one_unit_per_asset_number`, `one_unit_per_serial_number`, `kit_is_not_a_part` or `part_of_a_kit`. */
export async function saveUnit(tx: Database, id: UnitId, unit: UnitFacts): Promise<void> {
  await tx
    .updateTable('equipment.unit')
    .set({
      asset_number: unit.assetNumber,
      serial_number: unit.serialNumber,
      notes: unit.notes,
      funding: unit.funding,
      acquired_on: unit.acquiredOn,
      acquisition_cents: unit.acquisitionCents,
      kit_id: unit.kitId,
      is_critical: unit.isCritical,
      lent_alone: unit.lentAlone,
    })
    .where('id', '=', id)
    .execute()
}

/** Loans of a model that are asked, granted or out. */
export async function futureLoansOf(db: Database, model: ModelId): Promise<number> {
  const { rows } = await sql<{ loans: number }>`select count(*)::integer as loans from equipment.loan_line
    where model_id = ${model} and state in ('submitted', 'approved', 'prepared', 'displaced', 'out', 'partially_returned')
    `.execute(db)
  return rows[0]?.loans ?? 0
}

export type ListOf = { readonly modelId: ModelId } | { readonly kitId: UnitId }

export interface ListedAccessory {
  readonly id: string
  readonly label: string
  readonly expected: number
  readonly isCritical: boolean
}

const owned = (of: ListOf) =>
  'modelId' in of ? sql<boolean>`model_id = ${of.modelId}::uuid` : sql<boolean>`kit_id = ${of.kitId}::uuid`

/** In the order in which it is checked. EQP-106. */
export async function checklistOf(db: Database, of: ListOf): Promise<ListedAccessory[]> {
  const { rows } = await sql<ListedAccessory>`select id, label, expected, is_critical as "isCritical"
    from equipment.checklist_item where ${owned(of)} order by rank`.execute(db)
  return rows
}

export async function removeAccessory(tx: Database, of: ListOf, id: string): Promise<void> {
  await sql`delete from equipment.checklist_item where ${owned(of)} and id = ${id}::uuid`.execute(tx)
}

export async function countAccessory(tx: Database, of: ListOf, id: string, expected: number): Promise<void> {
  await sql`update equipment.checklist_item set expected = ${expected} where ${owned(of)} and id = ${id}::uuid`.execute(
    tx,
  )
}

/** One place up. Ranks are unique: it goes by a place that nobody has. */
export async function raiseAccessory(tx: Database, of: ListOf, id: string): Promise<void> {
  const { rows } = await sql<{ id: string; rank: number }>`select id, rank from equipment.checklist_item
    where ${owned(of)} order by rank for update`.execute(tx)
  const at = rows.findIndex((row) => row.id === id)
  const [own, above] = [rows[at], rows[at - 1]]
  if (!own || !above) return
  await sql`update equipment.checklist_item set rank = -1 where id = ${own.id}::uuid`.execute(tx)
  await sql`update equipment.checklist_item set rank = ${own.rank} where id = ${above.id}::uuid`.execute(tx)
  await sql`update equipment.checklist_item set rank = ${above.rank} where id = ${own.id}::uuid`.execute(tx)
}
