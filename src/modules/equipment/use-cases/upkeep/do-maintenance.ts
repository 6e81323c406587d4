import { dayOf } from '../../../../kernel/instant.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addCost } from '../../data/incidents/costs.store.ts'
import { lockUnits, releaseRoot, withParts } from '../../data/occupancy.store.ts'
import { closeJob, type JobDone, openJob } from '../../data/upkeep/maintenance.store.ts'
import { recordedBy } from '../act-on-line.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import type { Workplace } from '../workplace.ts'
import type { Work } from './plan-maintenance.ts'
import { findUpkeep } from './upkeep-of.ts'

/**
 * The work is done: what was found, what was ticked, what it cost. The time kept for it is free at once, and the rhythm
 * counts again from that day. Refused while the unit is with a borrower. EQP-1001.
 */
export function doMaintenance(
  { context, inventory }: Workplace,
  work: Work,
  { result, ticked, costCents }: Pick<JobDone, 'result' | 'ticked'> & { costCents: number | null },
): Promise<null | Refused> {
  return inTransaction<null | Refused>(context.db, async (tx) => {
    await lockUnits(tx, await withParts(tx, work.unitId))
    const upkeep = await findUpkeep(tx, inventory.id, work, context.now)
    if (!upkeep) return refused('no_such_thing')
    if (upkeep.isOut) return refused('already_out')
    if (result.trim() === '') return refused('reason_missing')
    const today = dayOf(context.now, upkeep.zone)
    const id = await openJob(tx, { ...upkeep, due: upkeep.due ?? today })
    const known = ticked.filter((item) => upkeep.checklist.includes(item))
    const recorded = recordedBy(context)
    await closeJob(tx, id, { result, checklist: upkeep.checklist, ticked: known }, recorded)
    if (costCents !== null) {
      const cost = { label: upkeep.title, amountCents: costCents, bearer: 'owner' as const, day: today }
      await addCost(tx, { unitId: work.unitId, incidentId: null, jobId: id }, cost, context.now)
    }
    if (upkeep.rootId) await releaseRoot(tx, upkeep.rootId)
    await writeJournal(tx, context, 'maintenance.done', inventory.id, {
      plan: work.planId,
      unit: work.unitId,
    })
    return null
  })
}
