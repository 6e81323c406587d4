import type { Day } from '../../../kernel/day.ts'
import { type Act, nameOf, type SignatureAct } from './acts.ts'
import type { Denunciation } from './denunciation.ts'
import { denunciationEnding, type Ending, earliestEnding, termEnding } from './ending.ts'
import type { Letter } from './letters.ts'
import type { PeriodGrid } from './periods.ts'
import type { Ranked } from './reading-order.ts'
import type { RenewalDraft } from './renewal.ts'
import type { Party, Terms } from './terms.ts'

/** Codes shown to the parties. The ones of AGR-108 keep the meaning given there. */
export type WarningCode =
  | 'notice_runs_past_term'
  | 'wrong_channel'
  | 'no_denunciation_clause'
  | 'renewal_incomplete'
  | 'renewal_after_expiry'
  | 'renewal_decided_not_signed'
  | 'receipt_presumed_from_first_presentation'
  | 'delegation_not_valid_on_signature_date'

export type RejectionReason =
  | 'unknown_party'
  | 'already_signed'
  | 'already_declined'
  | 'after_entry'
  | 'before_entry'
  | 'after_end'
  /** No such letter had been deposited by that day. */
  | 'unknown_letter'
  | 'no_denunciation_clause'
  | 'wrong_channel'
  | 'no_denunciation_to_withdraw'
  | 'withdrawal_not_agreed_by_all'
  | 'renewal_is_tacit'
  | 'renewal_without_duration'
  | 'renewal_durations_differ'
  | 'renewal_already_complete'
  | 'renewal_incomplete'
  | 'renewal_after_expiry'

/** What a rule makes of an act: why it has no effect, or null when it counts. */
export type Outcome = RejectionReason | null

/** An act refused, or recorded without contractual effect. `name` as in `nameOf`. */
export interface Rejection {
  readonly name: string
  readonly seq: number
  readonly reason: RejectionReason
}

/**
 * What the acts read so far have established. Each rule reads the acts of its kind in order and adds to it, so what
 * stands here is what was known on the day of the act being read. Built and dropped within one reading.
 */
export interface Course {
  readonly terms: Terms
  /** Those that stand, in the order they were given. */
  readonly signatures: Map<Party, Ranked<SignatureAct>>
  readonly decliners: Set<Party>
  entry: Day | null
  grid: PeriodGrid | null
  readonly renewals: Map<string, RenewalDraft>
  /** Day of the committee's standing decision to renew, when it is favourable. */
  renewalDecidedOn: Day | null
  readonly letters: Map<string, Letter>
  readonly denunciations: Map<string, Denunciation>
  /** The standing denunciation whose notice runs out first. */
  governing: Denunciation | null
  readonly places: Set<string>
  readonly rejections: Rejection[]
  readonly warnings: Set<WarningCode>
  /** Names of the acts no rule reads yet. */
  readonly unread: string[]
}

export function newCourse(terms: Terms): Course {
  return {
    terms,
    signatures: new Map(),
    decliners: new Set(),
    entry: null,
    grid: null,
    renewals: new Map(),
    renewalDecidedOn: null,
    letters: new Map(),
    denunciations: new Map(),
    governing: null,
    places: new Set(),
    rejections: [],
    warnings: new Set(),
    unread: [],
  }
}

/** The end as known from the acts read so far; null before entry and while nothing ends the agreement. */
export function endingOf({ grid, governing, terms }: Course): Ending | null {
  if (grid === null) return null
  const noticeEnd = governing?.noticeEnd ?? null
  const anyTime = terms.denunciation?.anyTime ?? true
  const denounced = noticeEnd === null ? null : denunciationEnding(grid, noticeEnd, anyTime)
  return earliestEnding(termEnding(grid), denounced)
}

/** Why an act of that day has nothing to act upon, or null when the agreement is alive. AGR-100. */
export function outsideLife(course: Course, on: Day): 'before_entry' | 'after_end' | null {
  if (course.entry === null || on < course.entry) return 'before_entry'
  const ending = endingOf(course)
  return ending !== null && on > ending.lastDay ? 'after_end' : null
}

export function isParty(course: Course, party: Party): boolean {
  return course.terms.parties.includes(party)
}

export function reject(course: Course, { act, seq }: Ranked<Act>, reason: RejectionReason): void {
  course.rejections.push({ name: nameOf(act, seq), seq, reason })
}
