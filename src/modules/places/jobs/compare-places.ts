import type { Job } from '../../../platform/jobs/jobs.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { networksToCompare } from '../data/duplicates/pairs.store.ts'
import { compareNetwork } from '../use-cases/duplicates/compare-network.ts'
import { comparisonQueue } from '../use-cases/duplicates/comparison-queue.ts'

/**
 * Looks for duplicates: of one whole network when somebody asks, else around the places that changed since the last time,
 * whoever wrote them. What it finds replaces what it found: run twice, it changes nothing.
 */
export const comparePlaces: Job<{ network?: NetworkId }> = {
  ...comparisonQueue,
  schedule: '*/2 * * * *',
  async work({ db, clock }, { network }) {
    if (network) await compareNetwork(db, network, clock.now(), { whole: true })
    else for (const one of await networksToCompare(db)) await compareNetwork(db, one, clock.now())
  },
}
