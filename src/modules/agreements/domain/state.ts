import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Act } from './acts.ts'
import { type Course, endingOf, type Rejection, type WarningCode } from './course.ts'
import { amendmentRequestLimit, type Deadline, nextDeadlines } from './deadlines.ts'
import { flagLongNotices } from './denunciation.ts'
import type { EndReason } from './ending.ts'
import { flagDelegations, missingSignatures } from './entry.ts'
import { type Explanation, explain } from './explanation.ts'
import { labelsOf, type PlaceLabel } from './labels.ts'
import { type AgreementPeriod, periodAt } from './periods.ts'
import { readActs } from './read-acts.ts'
import { flagDecisionNotSigned, flagRenewalsLeftOpen } from './renewal.ts'
import type { Party, Terms } from './terms.ts'

export type AgreementStatus =
  | 'draft'
  | 'awaiting_signatures'
  | 'declined'
  | 'in_force'
  | 'denunciation_pending'
  | 'ended'

/** What the acts say of the agreement on one day. Every day in it is inclusive and explained. AGR-105. */
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
  readonly labels: readonly PlaceLabel[]
  /** Soonest first, none once ended. Computed when it is read. */
  readonly nextDeadlines: readonly Deadline[]
  readonly rejectedActs: readonly Rejection[]
  readonly warnings: readonly WarningCode[]
  /** Names of the acts whose rule is not available: while there are any, the rest of the state may be wrong. */
  readonly unreadActs: readonly string[]
  /** Terms that create duties no rule follows yet. */
  readonly unreadTerms: readonly (keyof Terms)[]
  /** Computed when it is read. */
  readonly explanation: readonly Explanation[]
}

export interface StateOptions {
  /** Only what was recorded by then; an act without `recordedAt` has always been known. */
  readonly knownAt?: Instant
}

type Life = Pick<
  AgreementState,
  | 'endReason'
  | 'inForce'
  | 'enteredIntoForceOn'
  | 'period'
  | 'lastDayInForce'
  | 'amendmentRequestDeadline'
  | 'labels'
  | 'unreadTerms'
>

const BEFORE_ENTRY: Life = {
  endReason: null,
  inForce: false,
  enteredIntoForceOn: null,
  period: null,
  lastDayInForce: null,
  amendmentRequestDeadline: null,
  labels: [],
  unreadTerms: [],
}

/**
 * The legal state of an agreement on `onDate`, from its pinned terms and its acts. Pure and total: acts that cannot
 * count are listed in `rejectedActs` with the reason. AGR-98 to AGR-101.
 */
export function stateOn(
  terms: Terms,
  acts: readonly Act[],
  onDate: Day,
  { knownAt }: StateOptions = {},
): AgreementState {
  const course = readActs(terms, acts, onDate, knownAt)
  const status = statusOn(course, onDate)
  flagAll(course, onDate)
  return {
    status,
    ...lifeOn(course, status, onDate),
    missingSignatures: missingSignatures(course),
    rejectedActs: course.rejections,
    warnings: Array.from(course.warnings),
    unreadActs: course.unread,
    get nextDeadlines() {
      return this.inForce && this.period ? nextDeadlines(course, this.period, onDate) : []
    },
    get explanation() {
      return explain(course, this, onDate)
    },
  }
}

/** AGR-34, AGR-100. */
function statusOn(course: Course, onDate: Day): AgreementStatus {
  const { entry, decliners, signatures, governing } = course
  if (entry === null || onDate < entry) {
    if (decliners.size > 0) return 'declined'
    return signatures.size === 0 ? 'draft' : 'awaiting_signatures'
  }
  const ending = endingOf(course)
  if (ending !== null && onDate > ending.lastDay) return 'ended'
  return governing === null ? 'in_force' : 'denunciation_pending'
}

function flagAll(course: Course, onDate: Day): void {
  flagDelegations(course)
  flagLongNotices(course)
  flagDecisionNotSigned(course)
  flagRenewalsLeftOpen(course, onDate)
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
    labels: labelsOf(course, ended),
    unreadTerms: unreadTerms(course),
  }
}

function unreadTerms({ terms, places }: Course): (keyof Terms)[] {
  const unread: (keyof Terms)[] = []
  if (terms.placeUpdate !== null && places.size > 0) unread.push('placeUpdate')
  if (terms.committee !== null) unread.push('committee')
  return unread
}
