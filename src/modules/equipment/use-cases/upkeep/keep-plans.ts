import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { releaseRoot } from '../../data/occupancy.store.ts'
import { addPlan, type NewPlan, type PlanId, retirePlan } from '../../data/upkeep/maintenance.store.ts'
import type { ActPlace } from '../workplace.ts'

/** A rhythm for every unit of a model, or for one of them. EQP-1001. */
export function openPlan({ context, inventory }: ActPlace, plan: NewPlan): Promise<PlanId> {
  return inTransaction(context.db, async (tx) => {
    const id = await addPlan(tx, inventory.id, plan, context.now)
    await writeJournal(tx, context, 'maintenance-plan.opened', inventory.id, { plan: id })
    return id
  })
}

/** Nothing is due under it any more, and the time kept for it is free again. What was done stays. */
export function endPlan(
  { context, inventory }: ActPlace,
  plan: PlanId,
): Promise<null | Refusal<'no_such_thing'>> {
  return inTransaction<null | Refusal<'no_such_thing'>>(context.db, async (tx) => {
    const retired = await retirePlan(tx, inventory.id, plan, context.now)
    if (!retired) return refuse('no_such_thing')
    for (const root of retired.roots) await releaseRoot(tx, root)
    await writeJournal(tx, context, 'maintenance-plan.ended', inventory.id, { plan })
    return null
  })
}
