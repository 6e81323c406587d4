import type { Job } from '../../../../platform/jobs/jobs.ts'
import type { KeepersProvider } from '../../use-cases/freshness/keepers.ts'
import { takeUpReports, tellReport, tellReporter } from '../reports/report-jobs.ts'
import { type ConfirmationFollower, followConfirmation } from './follow-confirmation.ts'
import { hideSilentPlaces } from './hide-silent-places.ts'
import { remindFreshness } from './remind-freshness.ts'

interface Others {
  /** What other modules know of who keeps a place. */
  keepers: readonly KeepersProvider[]
  /** What other modules do once a place spoke. */
  followers: readonly ConfirmationFollower[]
}

/** Every queue of the freshness of places, and of what is reported of them. */
export function freshnessJobs({ keepers, followers }: Others): readonly Job<never>[] {
  return [
    remindFreshness(keepers),
    hideSilentPlaces(keepers),
    followConfirmation(followers),
    tellReport(keepers),
    tellReporter,
    takeUpReports,
  ]
}
