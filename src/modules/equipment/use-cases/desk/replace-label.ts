import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { renewLabel } from '../../data/desk/unit-labels.store.ts'
import type { InventoryId, UnitId } from '../../domain/equipment.ts'

/** A label that is lost or torn off is replaced: whoever scans the old one is told so. False: no such unit. EQP-1301. */
export function replaceLabel(context: Context, inventory: InventoryId, unit: UnitId): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    if (!(await renewLabel(tx, inventory, unit, context.now))) return false
    await writeJournal(tx, context, 'unit.relabelled', unit, { inventory })
    return true
  })
}
