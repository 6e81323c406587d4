import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId } from '../../domain/equipment.ts'

export type ConsumableId = Id<'consumable'>

export interface Consumable {
  readonly id: ConsumableId
  readonly name: string
  readonly stock: number
}

export interface ConsumableMove {
  readonly name: string
  /** Signed: what came in, or went out. */
  readonly quantity: number
  readonly reason: string
  readonly recordedAt: Instant
  readonly recordedBy: PersonId | null
}

export async function consumablesOf(db: Database, inventory: InventoryId): Promise<Consumable[]> {
  const { rows } = await sql<Consumable>`select id, name, stock from equipment.consumable
    where inventory_id = ${inventory} order by name collate public.french`.execute(db)
  return rows
}

/** The last moves, the newest first. */
export async function movesIn(db: Database, inventory: InventoryId, limit = 100): Promise<ConsumableMove[]> {
  const { rows } = await sql<ConsumableMove>`
    select n.name, v.quantity, v.reason, v.recorded_at as "recordedAt", v.recorded_by as "recordedBy"
    from equipment.consumable_move v join equipment.consumable n on n.id = v.consumable_id
    where n.inventory_id = ${inventory} order by v.recorded_at desc, v.id desc limit ${limit}`.execute(db)
  return rows
}

/** Throws `one_consumable_per_name`. */
export async function addConsumable(
  tx: Database,
  inventory: InventoryId,
  name: string,
): Promise<ConsumableId> {
  const id: ConsumableId = newId()
  await tx.insertInto('equipment.consumable').values({ id, inventory_id: inventory, name }).execute()
  return id
}

/** The trigger holds the row and adds it up: throws `stock_never_below_zero`. EQP-107. */
export async function addMove(
  tx: Database,
  consumable: ConsumableId,
  { quantity, reason }: { quantity: number; reason: string },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('equipment.consumable_move')
    .values({
      id: newId(),
      consumable_id: consumable,
      quantity,
      reason,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
}
