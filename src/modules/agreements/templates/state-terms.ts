import type { Terms } from '../domain/terms.ts'

/** What the three agreements of the State (001, 003, 004) say alike. AGR-12. */
export const STATE_TERMS = {
  entry: 'last_signature',
  initialYears: 3,
  denunciation: { anyTime: true, months: 3, from: 'sending', channel: 'registered_letter' },
  amendmentRequest: null,
  amendmentEffect: 'first_day_of_month_after_last_signature',
  formalNotice: null,
  dispute: { amicableDays: 30, from: 'receipt', court: 'tribunaux compétents de Paris' },
  labelLoss: null,
  placeUpdate: null,
  committee: { perYear: 1, decision: 'unanimity', minutesValidatedBy: 'all_parties' },
  governance: { perYear: 1 },
  communication: { existence: 'unwritten' },
} as const satisfies Partial<Terms>

export const YEARLY_TACIT_RENEWAL = { mode: 'tacit', years: 1, max: null } as const
