import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addDesk, addOpeningRules } from '../../data/desks.store.ts'
import { addInventory, addPolicy, type NewInventory } from '../../data/inventory.store.ts'
import type { DeskId, InventoryId } from '../../domain/equipment.ts'
import type { OpeningRule } from '../../domain/opening.ts'
import type { PolicyRules } from '../../domain/rules.ts'
import { recordedBy } from '../act-on-line.ts'

export interface Opening {
  inventory: NewInventory
  desk: { name: string; location: string }
  /** The week of the desk, from its first day. */
  week: readonly OpeningRule[]
  rules: PolicyRules
}

export type OpeningRefusal = 'no_such_thing' | 'name_taken' | 'hours_overlap'

/** An inventory with its first desk, its hours and its first rules: nothing can be lent without them. EQP-101. */
export async function openInventory(
  context: Context,
  { inventory, desk, week, rules }: Opening,
): Promise<{ inventoryId: InventoryId; deskId: DeskId } | Refusal<OpeningRefusal>> {
  if (context.reach.kind !== 'all') return refuse('no_such_thing')
  try {
    return await inTransaction(context.db, async (tx) => {
      const inventoryId = await addInventory(tx, context.network.id, inventory, context.now)
      const policy = { rules, effectiveOn: context.today, reason: 'Ouverture de l’inventaire' }
      await addPolicy(tx, inventoryId, policy, recordedBy(context))
      const deskId = await addDesk(tx, inventoryId, { ...desk, timeZone: inventory.timeZone }, context.now)
      if (week.length > 0) await addOpeningRules(tx, deskId, week)
      await writeJournal(tx, context, 'inventory.opened', inventoryId)
      return { inventoryId, deskId }
    })
  } catch (error) {
    const constraint = refusedBy(error)
    if (constraint === 'one_inventory_per_name') return refuse('name_taken')
    if (constraint === 'one_opening_rule_at_a_time') return refuse('hours_overlap')
    throw error
  }
}
