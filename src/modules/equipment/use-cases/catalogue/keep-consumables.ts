import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  addConsumable,
  addMove,
  type Consumable,
  consumablesOf,
} from '../../data/catalogue/consumables.store.ts'
import { recordedBy } from '../act-on-line.ts'
import type { ActPlace } from '../workplace.ts'

export type ConsumableRefusal = 'no_such_thing' | 'name_taken' | 'stock_too_low'

const BY_CONSTRAINT: Readonly<Record<string, ConsumableRefusal>> = {
  one_consumable_per_name: 'name_taken',
  stock_never_below_zero: 'stock_too_low',
}

/** Something that is given and does not come back, with what there is of it. EQP-107. */
export function openConsumable(
  place: ActPlace,
  { name, stock }: { name: string; stock: number },
): Promise<null | Refusal<ConsumableRefusal>> {
  return keep(place, 'consumable.added', async (tx) => {
    const id = await addConsumable(tx, place.inventory.id, name)
    const first = { quantity: stock, reason: 'Stock de départ' }
    if (stock > 0) await addMove(tx, id, first, recordedBy(place.context))
    return null
  })
}

/** In or out, with its reason. Two at once never take more than there is: the database counts. EQP-107. */
export function moveConsumable(
  place: ActPlace,
  id: string,
  move: { quantity: number; reason: string },
): Promise<null | Refusal<ConsumableRefusal>> {
  return keep(place, 'consumable.moved', async (tx) => {
    const found: Consumable | undefined = (await consumablesOf(tx, place.inventory.id)).find(
      (one) => one.id === id,
    )
    if (!found) return refuse('no_such_thing')
    await addMove(tx, found.id, move, recordedBy(place.context))
    return null
  })
}

async function keep(
  { context, inventory }: ActPlace,
  action: `${string}.${string}`,
  work: (tx: Database) => Promise<null | Refusal<ConsumableRefusal>>,
): Promise<null | Refusal<ConsumableRefusal>> {
  try {
    return await inTransaction<null | Refusal<ConsumableRefusal>>(context.db, async (tx) => {
      const problem = await work(tx)
      if (!problem) await writeJournal(tx, context, action, inventory.id)
      return problem
    })
  } catch (error) {
    const code = BY_CONSTRAINT[refusedBy(error) ?? '']
    if (!code) throw error
    return refuse(code)
  }
}
