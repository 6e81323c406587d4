import type { Context } from '../../../platform/context.ts'
import { findInventory, type Inventory, listInventories } from '../data/inventory.store.ts'
import { findLine, type Line } from '../data/lines.store.ts'
import { rolesOf } from '../data/roles.store.ts'
import type { InventoryId, LineId } from '../domain/equipment.ts'
import type { InventoryRole } from '../domain/rights.ts'

/** An inventory as one of those who work for it sees it. */
export interface Workplace {
  readonly inventory: Inventory
  readonly role: InventoryRole
  /** For the acts: reaches the whole network, to be used about this inventory only. */
  readonly context: Context
}

/** Where an act is done: what the acts that ask for no role need of a workplace. */
export interface ActPlace {
  readonly context: Context
  readonly inventory: Pick<Inventory, 'id' | 'timeZone'>
}

/** The inventories in which the actor has something to do, by name. EQP-1501. */
export async function workplacesOf(context: Context): Promise<Workplace[]> {
  const { actor, db, network } = context
  if (actor.kind !== 'member') return []
  const roles = await rolesOf(db, actor)
  if (roles.size === 0) return []
  const within: Context = { ...context, reach: { kind: 'all', network: network.id } }
  const inventories = await listInventories(db, within.reach)
  return inventories.flatMap((inventory) => {
    const role = roles.get(inventory.id)
    return role ? [{ inventory, role, context: within }] : []
  })
}

/** Null: no such inventory, or nothing to do there, which look the same. */
export async function workplaceOf(context: Context, inventory: InventoryId): Promise<Workplace | null> {
  const { actor, db, network } = context
  if (actor.kind !== 'member') return null
  const role = (await rolesOf(db, actor)).get(inventory)
  if (!role) return null
  const within: Context = { ...context, reach: { kind: 'all', network: network.id } }
  const found = await findInventory(db, within.reach, inventory)
  return found && { inventory: found, role, context: within }
}

/** A loan of an inventory in which the actor has something to do; null otherwise. */
export async function lineAtWork(context: Context, id: LineId): Promise<(Workplace & { line: Line }) | null> {
  const { actor, db, network } = context
  if (actor.kind !== 'member') return null
  const line = await findLine(db, { kind: 'all', network: network.id }, id)
  const workplace = line && (await workplaceOf(context, line.inventoryId))
  return line && workplace && { ...workplace, line }
}
