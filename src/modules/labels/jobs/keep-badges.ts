import type { Job } from '../../../platform/jobs/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { awardsToKeep } from '../data/badges/badges.store.ts'
import { keepBadgesQueue } from '../use-cases/badges/change-keys.ts'
import { keepBadge } from '../use-cases/badges/keep-badge.ts'
import type { LabelFollower } from './label-followers.ts'

/**
 * Badges follow their labels: given when one is borne, given anew when the agreement's period is renewed, revoked for good
 * once it is withdrawn. What comes by the calendar is no act: the night looks at it. Run twice, it changes nothing. LAB-47.
 */
export const keepBadges: Job = {
  ...keepBadgesQueue,
  schedule: '23 4 * * *',
  async work(services) {
    for (const award of await awardsToKeep(services.db, services.clock.today())) await keep(services, award)
  },
}

/** An act moved a label: its badge follows without waiting for the night. LAB-35. */
export const badgeFollows: LabelFollower = async (services, { award }) => {
  await keep(services, award)
}

async function keep({ db, config, clock }: Services, award: Parameters<typeof keepBadge>[2]): Promise<void> {
  await keepBadge(db, { config, today: clock.today(), now: clock.now() }, award)
}
