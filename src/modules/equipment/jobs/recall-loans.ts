import { systemContext } from '../../../platform/context.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { listNetworks, networkById } from '../../identity/index.ts'
import { linesOut } from '../data/moving/recalls.store.ts'
import { recallLine } from '../use-cases/moving/recall-line.ts'

/**
 * Each night, what is out past the end of its agreement is called back, and what no longer is is not. The agreement is read
 * each time: twice or late, the outcome is the same. EQP-204, L27.
 */
export const recallLoans: Job = {
  name: 'equipment/recall-loans',
  schedule: '40 4 * * *',
  async work(services) {
    for (const { id } of await listNetworks(services.db)) {
      const network = await networkById(services.db, id)
      if (!network) continue
      const context = systemContext(services, network)
      for (const line of await linesOut(services.db, network.id)) await recallLine(context, line)
    }
  },
}
