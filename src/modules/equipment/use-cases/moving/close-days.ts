import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import { findDesk } from '../../data/desks.store.ts'
import { findInventory } from '../../data/inventory.store.ts'
import type { DeskId, InventoryId } from '../../domain/equipment.ts'
import { overrideDays } from '../catalogue/keep-desks.ts'

/** A desk is closed on these days; false: no such desk within this reach. For those who hold its ids. EQP-306. */
export async function closeDays(
  context: Context,
  { inventoryId, deskId }: { inventoryId: InventoryId; deskId: DeskId },
  { days, reason }: { days: readonly [Day, ...Day[]]; reason: string },
): Promise<boolean> {
  const inventory = await findInventory(context.db, context.reach, inventoryId)
  const desk = inventory && (await findDesk(context.db, inventory.id, deskId))
  if (!desk) return false
  await overrideDays({ context, inventory, role: 'head' }, desk, { days, hours: [], reason })
  return true
}
