import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addPolicy, findInventory } from '../../data/inventory.store.ts'
import type { InventoryId } from '../../domain/equipment.ts'
import type { PolicyRules } from '../../domain/rules.ts'
import { recordedBy } from '../act-on-line.ts'

export type PolicyRefusal = 'no_such_thing' | 'reason_missing' | 'changed_meanwhile'

/** A new version of the rules of an inventory; loans decided before keep theirs. EQP-101. */
export async function changePolicy(
  context: Context,
  inventoryId: InventoryId,
  policy: { rules: PolicyRules; effectiveOn: Day; reason: string },
): Promise<{ version: number } | Refusal<PolicyRefusal>> {
  if (policy.reason.trim() === '') return refuse('reason_missing')
  try {
    return await inTransaction<{ version: number } | Refusal<PolicyRefusal>>(context.db, async (tx) => {
      const inventory = context.reach.kind === 'all' && (await findInventory(tx, context.reach, inventoryId))
      if (!inventory) return refuse('no_such_thing')
      const version = await addPolicy(tx, inventoryId, policy, recordedBy(context))
      await writeJournal(tx, context, 'inventory.ruled', inventoryId, { version, ...policy.rules })
      return { version }
    })
  } catch (error) {
    if (refusedBy(error) === 'policy_version_pkey') return refuse('changed_meanwhile')
    throw error
  }
}
