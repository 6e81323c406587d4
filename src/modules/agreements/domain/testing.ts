import { day } from '../../../kernel/day.ts'
import type { LetterSentAct, RenewalAct, SignatureAct } from './acts.ts'
import type { AgreementState } from './state.ts'
import type { Party, Terms } from './terms.ts'

// Builders for tests: terms and acts of a fictional agreement between a Région and a commune.

export const TACIT_TERMS: Terms = {
  parties: ['region', 'commune'],
  entry: 'last_signature',
  initialYears: 3,
  renewal: { mode: 'tacit', years: 1, max: null },
  denunciation: { anyTime: true, months: 3, from: 'sending', channel: 'registered_letter' },
  amendmentRequest: { months: 3, beforeEnd: true, addressee: 'region', from: 'arrival' },
  amendmentEffect: 'first_day_of_month_after_last_signature',
  formalNotice: null,
  dispute: null,
  labelLoss: 'on_termination_all_places',
  placeUpdate: 'once_per_civil_semester',
  committee: null,
  articles: {
    entry: '8',
    initialYears: '8',
    renewal: '8',
    denunciation: '8',
    amendmentRequest: '11',
    labelLoss: '12',
  },
}

export const EXPRESS_TERMS: Terms = {
  ...TACIT_TERMS,
  renewal: { mode: 'express', years: null, max: null },
}

export const FIXED_TERMS: Terms = {
  ...TACIT_TERMS,
  renewal: { mode: 'none_unless_agreed', years: null, max: null },
  denunciation: null,
}

export function signature(party: Party, on: string, more: Partial<SignatureAct> = {}): SignatureAct {
  return { type: 'signature', party, occurredOn: day(on), ...more }
}

/** Every party of the terms signs on the same day. */
export function signedBy(terms: Terms, on: string): SignatureAct[] {
  return terms.parties.map((party) => signature(party, on))
}

export function denunciation(on: string, more: Partial<LetterSentAct> = {}): LetterSentAct {
  return {
    type: 'registered_letter_sent',
    purpose: 'denunciation',
    from: 'commune',
    occurredOn: day(on),
    ...more,
  }
}

export function renewal(party: Party, on: string, years: number | null, name = 'R1'): RenewalAct {
  return { type: 'renewal_signed', renewal: name, party, years, occurredOn: day(on) }
}

const MEMBERS = [
  'status',
  'endReason',
  'inForce',
  'enteredIntoForceOn',
  'missingSignatures',
  'period',
  'lastDayInForce',
  'amendmentRequestDeadline',
  'amendments',
  'amendmentRequests',
  'letters',
  'formalNotices',
  'disputes',
  'labels',
  'obligations',
  'motions',
  'minutes',
  'communications',
  'nextDeadlines',
  'rejectedActs',
  'warnings',
  'ambiguities',
  'termsInForce',
  'readings',
  'explanation',
] as const satisfies readonly (keyof AgreementState)[]

/** A plain copy of all that a state says, to compare two of them. */
export function whole(state: AgreementState): Pick<AgreementState, (typeof MEMBERS)[number]> {
  return Object.fromEntries(MEMBERS.map((member) => [member, state[member]])) as never
}
