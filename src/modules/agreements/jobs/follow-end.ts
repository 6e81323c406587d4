import type { Job } from '../../../platform/jobs/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { endMoved } from '../data/agreements.store.ts'
import type { AgreementId } from '../domain/agreement.ts'

/**
 * What a module does when an act moved the end of an agreement, or of one of its places: a denunciation, its withdrawal, a
 * termination, a correction. It reads the agreement as it stands, so that a second call changes nothing. Put together in
 * `src/jobs.ts`. An end that comes by itself is no act: the module looks at it each night.
 */
export type EndFollower = (services: Services, agreement: AgreementId) => Promise<void>

/** Tells each of them, once the act is committed. */
export function followEnd(followers: readonly EndFollower[]): Job<{ agreement: AgreementId }> {
  return {
    ...endMoved,
    async work(services, { agreement }) {
      for (const follow of followers) await follow(services, agreement)
    },
  }
}
