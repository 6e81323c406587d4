import type { Terms } from '../domain/terms.ts'

// The terms of the three reference agreements whose clauses are not written yet (AGR-12). Each term is bound to the
// article of the original that writes it.

const DENUNCIATION = {
  anyTime: true,
  months: 3,
  from: 'sending',
  channel: 'registered_letter',
} as const

const PARIS_COURTS = { amicableDays: 30, from: 'receipt', court: 'tribunaux compétents de Paris' } as const

const UNANIMOUS_COMMITTEE = {
  perYear: 1,
  decision: 'unanimity',
  minutesValidatedBy: 'all_parties',
} as const

const STATE_AGREEMENT = {
  entry: 'last_signature',
  initialYears: 3,
  denunciation: DENUNCIATION,
  amendmentRequest: null,
  amendmentEffect: 'first_day_of_month_after_last_signature',
  formalNotice: null,
  dispute: PARIS_COURTS,
  labelLoss: null,
  placeUpdate: null,
  committee: UNANIMOUS_COMMITTEE,
} as const

/** Seed 001. */
export const CANOPE_TERMS: Terms = {
  ...STATE_AGREEMENT,
  parties: ['etat', 'canope'],
  renewal: { mode: 'express', years: null, max: null },
  articles: articles('10', '12', '13', '9'),
}

/** Seed 003. */
export const VILLES_INTERNET_TERMS: Terms = {
  ...STATE_AGREEMENT,
  parties: ['etat', 'villes-internet'],
  renewal: { mode: 'tacit', years: 1, max: null },
  articles: articles('XIII', 'XV', 'XVI', 'XII'),
}

/** Seed 004. */
export const CINOV_IT_TERMS: Terms = {
  ...STATE_AGREEMENT,
  parties: ['etat', 'cinov-it'],
  renewal: { mode: 'tacit', years: 1, max: null },
  articles: articles('10', '12', '13', '9'),
}

function articles(duration: string, amendments: string, disputes: string, committee: string) {
  return {
    entry: duration,
    initialYears: duration,
    renewal: duration,
    denunciation: duration,
    amendmentEffect: amendments,
    dispute: disputes,
    committee,
  }
}
