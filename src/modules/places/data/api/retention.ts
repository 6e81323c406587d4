import type { RetentionRule } from '../../../../platform/privacy/retention.ts'
import { forgetSent, SENT_DAYS } from './sent-requests.store.ts'

/** A program has long stopped to send the same thing again. */
export const apiRetention: readonly RetentionRule[] = [
  {
    name: 'places.sent-requests',
    sentence: `Demandes de programmes à l’annuaire, ${SENT_DAYS} jours après leur réponse`,
    apply: ({ db, clock }) => forgetSent(db, clock.now(), SENT_DAYS),
  },
]
