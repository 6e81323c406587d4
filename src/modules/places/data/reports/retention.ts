import { laterBy } from '../../../../kernel/instant.ts'
import type { RetentionRule } from '../../../../platform/privacy/retention.ts'
import { forgetMailboxes } from './reports.store.ts'

export const MAILBOX_DAYS = 90
const UNANSWERED_DAYS = 365
const SECONDS_A_DAY = 86_400

/** The address of whoever reported an error serves to answer them, and nothing else. DIR-74. */
export const reportRetention: readonly RetentionRule[] = [
  {
    name: 'places.report-mailboxes',
    sentence: `Courriel laissé avec un signalement d’erreur, ${MAILBOX_DAYS} jours après la réponse, ou un an après un signalement sans réponse`,
    apply({ db, clock }) {
      const daysAgo = (days: number) => laterBy(clock.now(), -days * SECONDS_A_DAY)
      return forgetMailboxes(db, {
        answeredBefore: daysAgo(MAILBOX_DAYS),
        sentBefore: daysAgo(UNANSWERED_DAYS),
      })
    },
  },
]
