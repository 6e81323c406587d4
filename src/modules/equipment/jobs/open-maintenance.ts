import { dayOf } from '../../../kernel/instant.ts'
import { systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { listNetworks, networkById } from '../../identity/index.ts'
import { listInventories } from '../data/inventory.store.ts'
import { openJob } from '../data/upkeep/maintenance.store.ts'
import { dueUpkeep } from '../use-cases/upkeep/upkeep-of.ts'

/**
 * Opens the jobs of the days to come, so that each has its number and its window. Twice or late, each unit has one open job
 * by plan (`one_open_job_per_plan`); what is due, and what it stops, is read from the plans and waits for nobody. EQP-1001.
 */
export const openMaintenance: Job = {
  name: 'equipment/open-maintenance',
  schedule: '35 4 * * *',
  async work(services) {
    for (const { id } of await listNetworks(services.db)) {
      const network = await networkById(services.db, id)
      if (!network) continue
      const context = systemContext(services, network)
      for (const inventory of await listInventories(context.db, context.reach)) {
        const upkeep = await dueUpkeep(context.db, { inventory: inventory.id }, context.now)
        const toOpen = upkeep.filter(({ standing, jobId }) => standing !== 'later' && jobId === null)
        await inTransaction(context.db, async (tx) => {
          for (const one of toOpen)
            await openJob(tx, { ...one, due: one.due ?? dayOf(context.now, one.zone) })
        })
      }
    }
  },
}
