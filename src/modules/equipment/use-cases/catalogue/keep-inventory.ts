import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { personWithin } from '../../../identity/index.ts'
import { type InventorySheet, saveInventory } from '../../data/catalogue/setup.store.ts'
import { giveRole, takeRole } from '../../data/roles.store.ts'
import type { InventoryRole } from '../../domain/rights.ts'
import type { Workplace } from '../workplace.ts'

/** Its name, whom to give a found thing back to, its zone and its holidays, and who sees it. EQP-101. */
export async function changeInventory(
  { context, inventory }: Workplace,
  sheet: InventorySheet,
): Promise<null | Refusal<'name_taken'>> {
  try {
    return await inTransaction(context.db, async (tx) => {
      await saveInventory(tx, inventory.id, sheet)
      await writeJournal(tx, context, 'inventory.changed', inventory.id)
      return null
    })
  } catch (error) {
    if (refusedBy(error) === 'one_inventory_per_name') return refuse('name_taken')
    throw error
  }
}

/** Somebody of the network has a job in the inventory; a second role replaces the first. EQP-1501. */
export function giveInventoryRole(
  { context, inventory }: Workplace,
  given: { personId: PersonId; role: InventoryRole },
): Promise<null | Refusal<'no_such_person'>> {
  return inTransaction<null | Refusal<'no_such_person'>>(context.db, async (tx) => {
    if (!(await isOfNetwork(context, given.personId))) return refuse('no_such_person')
    await giveRole(tx, inventory.id, given, context.now)
    await writeJournal(tx, context, 'inventory.role-given', inventory.id, {
      person: given.personId,
      role: given.role,
    })
    return null
  })
}

/** Nothing changes when they had none. */
export function takeInventoryRole(
  { context, inventory }: Workplace,
  person: PersonId,
): Promise<null | Refusal<'no_such_person'>> {
  return inTransaction<null | Refusal<'no_such_person'>>(context.db, async (tx) => {
    if (!(await takeRole(tx, inventory.id, person))) return refuse('no_such_person')
    await writeJournal(tx, context, 'inventory.role-taken', inventory.id, { person })
    return null
  })
}

async function isOfNetwork(context: Context, person: PersonId): Promise<boolean> {
  return (await personWithin(context.db, context.network.id, person)) !== null
}
