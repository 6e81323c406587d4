import { systemContext } from '../../../platform/context.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { networkById } from '../../identity/index.ts'
import { listDesks } from '../data/desks.store.ts'
import { inventoriesToReview } from '../data/moving/risks.queries.ts'
import type { InventoryId } from '../domain/equipment.ts'
import { reviewHours } from '../use-cases/moving/close-desk.ts'
import { reviewRisks } from '../use-cases/moving/review-risks.ts'
import { reviewing as queue } from './risk-queue.ts'

/**
 * Each night in every inventory, and in one of them when a unit goes out of service or a due date moves: the loans to come
 * whose unit may not be there, and the appointments that a desk no longer keeps. Read each time: twice or late, the outcome is the same. EQP-1102.
 */
export const reviewAllRisks: Job<{ inventory?: InventoryId }> = {
  ...queue,
  schedule: '50 4 * * *',
  async work(services, { inventory: only }) {
    for (const { inventory, network: id } of await inventoriesToReview(services.db)) {
      if (only && inventory !== only) continue
      const network = await networkById(services.db, id)
      if (!network) continue
      const context = systemContext(services, network)
      if (!only) for (const desk of await listDesks(context.db, inventory)) await reviewHours(context, desk)
      await reviewRisks(context, inventory)
    }
  },
}
