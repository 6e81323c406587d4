import type { Day } from '../../../kernel/day.ts'
import type { Act } from './acts.ts'
import type { AmendmentRequest } from './amendment-requests.ts'
import { type AmendmentState, amendmentsOn, flagAmendments } from './amendments.ts'
import { labelsOn, type PlaceLabel } from './annex.ts'
import { type MinutesState, type MotionState, minutesOf, motionsOf } from './committees.ts'
import { type CommunicationState, communicationsOf } from './communications.ts'
import { type AmbiguousSum, type Course, endingOf, type Rejection, type WarningCode } from './course.ts'
import { amendmentRequestLimit, type Deadline, nextDeadlines } from './deadlines.ts'
import { flagLongNotices } from './denunciation.ts'
import { type DisputeState, disputesOn } from './disputes.ts'
import type { EndReason } from './ending.ts'
import { flagDelegations, missingSignatures } from './entry.ts'
import { type Explanation, explain } from './explanation.ts'
import type { Letter } from './letters.ts'
import { type FormalNoticeState, formalNoticesOn } from './notices.ts'
import { type Obligation, obligationsOn } from './obligations.ts'
import { type AgreementPeriod, periodAt } from './periods.ts'
import type { Readings } from './profile.ts'
import { type ReadingOptions, readActs } from './read-acts.ts'
import { flagDecisionNotSigned, flagRenewalsLeftOpen } from './renewal.ts'
import type { Party, Terms } from './terms.ts'

export type AgreementStatus =
  | 'draft'
  | 'awaiting_signatures'
  | 'declined'
  | 'in_force'
  | 'denunciation_pending'
  | 'ended'

/**
 * What the acts say of the agreement on one day. Every day in it is inclusive and explained. The lists are computed
 * when they are read, and a copy of the object does not have them. AGR-98, AGR-105.
 */
export interface AgreementState {
  readonly status: AgreementStatus
  /** Null until the status is `ended`. */
  readonly endReason: EndReason | null
  readonly inForce: boolean
  readonly enteredIntoForceOn: Day | null
  readonly missingSignatures: readonly Party[]
  readonly period: AgreementPeriod | null
  /** The last day of effect known; null while open-ended or never in force. */
  readonly lastDayInForce: Day | null
  readonly amendmentRequestDeadline: Day | null
  readonly amendments: readonly AmendmentState[]
  readonly amendmentRequests: readonly AmendmentRequest[]
  readonly letters: readonly Letter[]
  readonly formalNotices: readonly FormalNoticeState[]
  readonly disputes: readonly DisputeState[]
  readonly labels: readonly PlaceLabel[]
  readonly obligations: readonly Obligation[]
  readonly motions: readonly MotionState[]
  readonly minutes: readonly MinutesState[]
  readonly communications: readonly CommunicationState[]
  /** Soonest first, none once ended. */
  readonly nextDeadlines: readonly Deadline[]
  readonly rejectedActs: readonly Rejection[]
  readonly warnings: readonly WarningCode[]
  /** Days that the reading chosen refuses to compute; empty by the default reading. */
  readonly ambiguities: readonly AmbiguousSum[]
  /** The pinned terms with the amendments in effect on that day. AGR-60. */
  readonly termsInForce: Terms
  /** How each unclear clause was read. AGR-77. */
  readonly readings: Readings
  readonly explanation: readonly Explanation[]
}

export type StateOptions = ReadingOptions

type Life = Pick<
  AgreementState,
  'endReason' | 'inForce' | 'enteredIntoForceOn' | 'period' | 'lastDayInForce' | 'amendmentRequestDeadline'
>

const BEFORE_ENTRY: Life = {
  endReason: null,
  inForce: false,
  enteredIntoForceOn: null,
  period: null,
  lastDayInForce: null,
  amendmentRequestDeadline: null,
}

/**
 * The legal state of an agreement on `onDate`, from its pinned terms and its acts. Pure and total: acts that cannot
 * count are listed in `rejectedActs` with the reason. AGR-98 to AGR-101.
 */
export function stateOn(
  terms: Terms,
  acts: readonly Act[],
  onDate: Day,
  options: StateOptions = {},
): AgreementState {
  const course = readActs(terms, acts, onDate, options)
  const status = statusOn(course, onDate)
  flagAll(course, onDate)
  return new StateRead(course, onDate, status, lifeOn(course, status, onDate))
}

/** The lists are getters of a class: made anew for each state, they would cost more than the reading of the acts. */
class StateRead implements AgreementState {
  readonly #course: Course
  readonly #onDate: Day
  readonly status: AgreementStatus
  readonly endReason: EndReason | null
  readonly inForce: boolean
  readonly enteredIntoForceOn: Day | null
  readonly period: AgreementPeriod | null
  readonly lastDayInForce: Day | null
  readonly amendmentRequestDeadline: Day | null
  readonly missingSignatures: readonly Party[]
  readonly rejectedActs: readonly Rejection[]
  readonly warnings: readonly WarningCode[]

  constructor(course: Course, onDate: Day, status: AgreementStatus, life: Life) {
    this.#course = course
    this.#onDate = onDate
    this.status = status
    this.endReason = life.endReason
    this.inForce = life.inForce
    this.enteredIntoForceOn = life.enteredIntoForceOn
    this.period = life.period
    this.lastDayInForce = life.lastDayInForce
    this.amendmentRequestDeadline = life.amendmentRequestDeadline
    this.missingSignatures = missingSignatures(course)
    this.rejectedActs = course.rejections
    this.warnings = Array.from(course.warnings)
  }

  get ambiguities() {
    return this.#course.ambiguities
  }
  get termsInForce() {
    return this.#course.terms
  }
  get readings() {
    return this.#course.readings
  }
  get amendmentRequests() {
    return this.#course.amendments.requests
  }
  get amendments() {
    return amendmentsOn(this.#course, this.#onDate)
  }
  get letters() {
    return [...this.#course.letters.values()]
  }
  get formalNotices() {
    return formalNoticesOn(this.#course, this.#onDate)
  }
  get disputes() {
    return disputesOn(this.#course, this.#onDate)
  }
  get labels() {
    return this.enteredIntoForceOn === null ? [] : labelsOn(this.#course, this.#onDate)
  }
  get obligations() {
    return obligationsOn(this.#course, this.#onDate)
  }
  get motions() {
    return motionsOf(this.#course)
  }
  get minutes() {
    return minutesOf(this.#course)
  }
  get communications() {
    return communicationsOf(this.#course)
  }
  get nextDeadlines() {
    return this.inForce && this.period ? nextDeadlines(this.#course, this.period, this.#onDate) : []
  }
  get explanation() {
    return explain(this.#course, this, this.#onDate)
  }
}

/** AGR-34, AGR-100. */
function statusOn(course: Course, onDate: Day): AgreementStatus {
  const { entry, signing, denunciations } = course
  if (entry === null || onDate < entry) {
    if (signing.decliners.size > 0) return 'declined'
    return signing.signatures.size === 0 ? 'draft' : 'awaiting_signatures'
  }
  const ending = endingOf(course)
  if (ending !== null && onDate > ending.lastDay) return 'ended'
  return denunciations.governing === null ? 'in_force' : 'denunciation_pending'
}

function flagAll(course: Course, onDate: Day): void {
  flagDelegations(course)
  flagLongNotices(course)
  flagDecisionNotSigned(course)
  flagRenewalsLeftOpen(course, onDate)
  flagAmendments(course)
}

/** After the end the period is the last one reached, its nominal last day unchanged. AGR-100. */
function lifeOn(course: Course, status: AgreementStatus, onDate: Day): Life {
  const { grid, entry } = course
  if (grid === null || entry === null || onDate < entry) return BEFORE_ENTRY
  const ended = status === 'ended'
  const ending = endingOf(course)
  const period = periodAt(grid, ended && ending ? ending.lastDay : onDate)
  return {
    endReason: ended && ending ? ending.reason : null,
    inForce: !ended,
    enteredIntoForceOn: entry,
    period,
    lastDayInForce: ending?.lastDay ?? null,
    amendmentRequestDeadline: amendmentRequestLimit(course, period),
  }
}
