import type { Day } from '../../../kernel/day.ts'
import { lastUsefulDay } from './deadlines.ts'
import { shifted } from './delays.ts'
import type { AgreementState } from './state.ts'

/**
 * The last day a denunciation can be sent and stop the renewal that follows `periodEnd`; past or not. Null when the
 * agreement has no such clause, or does not renew by itself. AGR-50.
 */
export function lastDayBeforeRenewal(state: AgreementState, periodEnd: Day): Day | null {
  const { denunciation, renewal } = state.termsInForce
  if (denunciation === null || renewal.mode !== 'tacit') return null
  return lastUsefulDay(periodEnd, denunciation.months, (sum) => shifted(state.readings, sum))
}
