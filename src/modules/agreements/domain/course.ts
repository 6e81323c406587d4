import type { Day } from '../../../kernel/day.ts'
import { type Act, nameOf } from './acts.ts'
import type { Amendments } from './amendments.ts'
import type { Annex } from './annex.ts'
import type { Committees } from './committees.ts'
import type { Communication } from './communications.ts'
import type { Denunciations } from './denunciation.ts'
import type { Dispute } from './disputes.ts'
import { type Ending, earliestEnding, noticeEnding, termEnding } from './ending.ts'
import type { Signing } from './entry.ts'
import type { Letter } from './letters.ts'
import type { FormalNotice } from './notices.ts'
import type { PeriodGrid } from './periods.ts'
import type { Readings } from './profile.ts'
import type { Ranked } from './reading-order.ts'
import type { Renewals } from './renewal.ts'
import type { Termination } from './termination.ts'
import type { Party, Terms } from './terms.ts'

/** Codes shown to the parties. The ones of AGR-108 keep the meaning given there; the last one is the product's own. */
export type WarningCode =
  | 'notice_runs_past_term'
  | 'wrong_channel'
  | 'no_denunciation_clause'
  | 'no_termination_clause'
  | 'renewal_incomplete'
  | 'renewal_after_expiry'
  | 'renewal_decided_not_signed'
  | 'amendment_effective_after_end'
  | 'premature_termination'
  | 'label_scope_interpreted'
  | 'receipt_presumed_from_first_presentation'
  | 'delegation_not_valid_on_signature_date'
  | 'activity_after_end'

export type RejectionReason =
  | 'unknown_party'
  | 'already_signed'
  | 'already_declined'
  | 'not_declined'
  | 'after_entry'
  | 'before_entry'
  | 'after_end'
  | 'delegation_not_valid'
  | 'no_delegation_to_ratify'
  /** No such letter had been deposited by that day. */
  | 'unknown_letter'
  | 'no_denunciation_clause'
  | 'no_termination_clause'
  | 'wrong_channel'
  | 'no_denunciation_to_withdraw'
  | 'withdrawal_not_agreed_by_all'
  | 'renewal_is_tacit'
  | 'renewal_without_duration'
  | 'renewal_durations_differ'
  | 'renewal_already_complete'
  | 'renewal_incomplete'
  | 'renewal_after_expiry'
  | 'amendment_already_complete'
  | 'amendment_effective_after_end'
  | 'amendment_request_late'
  | 'amended_terms_invalid'
  | 'new_last_day_already_past'
  | 'unknown_formal_notice'
  | 'remedy_too_late'
  | 'premature_termination'
  | 'scope_not_in_clause'
  | 'partial_without_places'
  | 'unknown_dispute'
  | 'already_settled'
  | 'unknown_place'
  | 'place_has_left'
  | 'unknown_meeting'
  | 'already_validated'
  | 'unknown_communication'
  | 'approval_not_required'
  | 'requester_cannot_answer'
  | 'unknown_reading'
  /** A sum of months whose day does not exist, where the profile refuses to guess. */
  | 'ambiguous_date'

/** What a rule makes of an act: why it has no effect, or null when it counts. */
export type Outcome = RejectionReason | null

/** An act refused, or recorded without contractual effect. `name` as in `nameOf`. */
export interface Rejection {
  readonly name: string
  readonly seq: number
  readonly reason: RejectionReason
}

/** A sum of months without an answer, by the reading `reject_ambiguous`. */
export interface AmbiguousSum {
  /** Path of the term that gives the months. */
  readonly term: string
  readonly from: Day
  readonly months: number
}

/**
 * What the acts read so far have established: one part for each rule, which reads the acts of its kind in order and
 * adds to its part. What stands here is what was known on the day of the act being read. Built and dropped within
 * one reading.
 */
export interface Course {
  /** The pinned terms, with the amendments in effect on the day being read. */
  terms: Terms
  readonly readings: Readings
  readonly signing: Signing
  entry: Day | null
  grid: PeriodGrid | null
  readonly renewals: Renewals
  readonly letters: Map<string, Letter>
  readonly denunciations: Denunciations
  readonly formalNotices: Map<string, FormalNotice>
  readonly terminations: Termination[]
  readonly amendments: Amendments
  readonly disputes: Map<string, Dispute>
  readonly annex: Annex
  readonly committees: Committees
  readonly communications: Map<string, Communication>
  readonly rejections: Rejection[]
  readonly warnings: Set<WarningCode>
  readonly ambiguities: AmbiguousSum[]
}

export function newCourse(terms: Terms, readings: Readings): Course {
  return {
    terms,
    readings,
    signing: { signatures: new Map(), decliners: new Set(), ratified: new Set() },
    entry: null,
    grid: null,
    renewals: { drafts: new Map(), decidedOn: null },
    letters: new Map(),
    denunciations: { standing: new Map(), governing: null },
    formalNotices: new Map(),
    terminations: [],
    amendments: { drafts: new Map(), requests: [], agreedEnd: null },
    disputes: new Map(),
    annex: new Map(),
    committees: { meetings: [], motions: new Map(), minutes: new Map() },
    communications: new Map(),
    rejections: [],
    warnings: new Set(),
    ambiguities: [],
  }
}

/** The end as known from the acts read so far; null before entry and while nothing ends the agreement. */
export function endingOf(course: Course): Ending | null {
  const { agreedEnd } = course.amendments
  const agreed = agreedEnd === null ? null : ({ lastDay: agreedEnd, reason: 'mutual' } as const)
  return earliestEnding(endingWithoutAgreement(course), agreed)
}

/** The same, as if no amendment had brought the end forward. */
export function endingWithoutAgreement({
  grid,
  denunciations,
  terminations,
  readings,
}: Course): Ending | null {
  if (grid === null) return null
  const { governing } = denunciations
  let ending = termEnding(grid)
  if (governing) ending = earliestEnding(ending, noticeEnding(grid, governing, readings))
  for (const { lastDay, scope } of terminations) {
    if (scope === 'full' && lastDay) ending = earliestEnding(ending, { lastDay, reason: 'terminated' })
  }
  return ending
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

/** A warning and the refusal of the same name. */
export function flagged<C extends RejectionReason & WarningCode>(course: Course, code: C): C {
  course.warnings.add(code)
  return code
}
