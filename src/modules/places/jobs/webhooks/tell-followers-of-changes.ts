import type { Job } from '../../../../platform/jobs/jobs.ts'
import { tellFollowers } from '../../use-cases/webhooks/tell-followers.ts'

/** Each minute; what one process tells, another leaves (`takeTurn`), and what was received is not told again. */
export const tellFollowersOfChanges: Job = {
  name: 'places/tell-followers-of-changes',
  schedule: '* * * * *',
  work: (services) => tellFollowers(services),
}
