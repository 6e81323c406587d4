import { randomBytes } from 'node:crypto'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { InventoryId, UnitId } from '../../domain/equipment.ts'

/** A new code for a unit; the one before stays, and says that it was replaced. False: not of that inventory. EQP-1301. */
export async function renewLabel(
  tx: Database,
  inventory: InventoryId,
  unit: UnitId,
  at: Instant,
): Promise<boolean> {
  const held = await tx
    .selectFrom('equipment.unit')
    .select('id')
    .where('id', '=', unit)
    .where('inventory_id', '=', inventory)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!held) return false
  await tx
    .updateTable('equipment.unit_label')
    .set({ replaced_at: at })
    .where('unit_id', '=', unit)
    .where('replaced_at', 'is', null)
    .execute()
  await tx
    .insertInto('equipment.unit_label')
    .values({ token: randomBytes(18).toString('base64url'), unit_id: unit, issued_at: at })
    .execute()
  return true
}
