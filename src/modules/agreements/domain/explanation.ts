import type { Day } from '../../../kernel/day.ts'
import type { Course } from './course.ts'
import {
  ofDeadline,
  ofEnd,
  ofEntry,
  ofLabel,
  ofPeriodEnd,
  ofPeriodStart,
  ofRequestLimit,
  ofStatus,
} from './derivations.ts'
import {
  ofAmendment,
  ofAmicablePhase,
  ofCure,
  ofDayAfter,
  ofObligation,
  ofRequest,
  ofShiftedCure,
  ofTerminationRight,
  ofValidation,
} from './derivations-of-duties.ts'
import type { Reading } from './profile.ts'
import type { AgreementState } from './state.ts'

/** How a value was found. The French sentence of each is worded by the pages. */
export type Arithmetic =
  | 'status_on_day'
  | 'last_signature'
  | 'fixed_date_or_last_signature'
  | 'day_of_entry'
  | 'day_after'
  | 'last_day_of_term'
  | 'add_months'
  | 'add_days'
  | 'end_of_period_of_notice'
  | 'subtract_months'
  | 'search_latest_start'
  | 'label_follows_agreement'
  | 'label_falls_with_termination'
  | 'day_of_termination'
  | 'agreed_last_day'
  | 'first_day_of_next_month'
  | 'stated_by_amendment'
  | 'next_working_day'
  | 'last_day_of_window'
  | 'last_validation'

/** Why a value of the state is what it is. AGR-76. */
export interface Explanation {
  /** Where the value stands in the state: `period.lastDay`, `formalNotices.F1.cureLastDay`, `labels.EPN-7`. */
  readonly path: string
  readonly article: string | null
  readonly rule: string
  /** The act that started it, and its day. */
  readonly trigger: { readonly name: string; readonly day: Day } | null
  readonly inputs: Readonly<Record<string, string | number>>
  readonly arithmetic: Arithmetic
  readonly result: string
  /** The parameter of the interpretation profile that settles it, and the value it has here (AGR-77). */
  readonly reading?: Reading
  readonly chosen?: string | boolean
}

export type Derivation = Omit<Explanation, 'path' | 'result' | 'chosen'>
export type ExplainedState = Omit<AgreementState, 'explanation'>

type Entry = readonly [path: string, result: string | null, derivation: () => Derivation]

/** One entry for the status, and one for every day and every label of the state. */
export function explain(course: Course, state: ExplainedState, onDate: Day): Explanation[] {
  return [...ofLife(course, state, onDate), ...ofActs(course, state)].flatMap(([path, result, derive]) => {
    if (result === null) return []
    const derivation = derive()
    const { reading } = derivation
    const chosen = reading && course.readings[reading]
    return [{ path, ...derivation, result, ...(chosen !== undefined && chosen !== null && { chosen }) }]
  })
}

function ofLife(course: Course, state: ExplainedState, onDate: Day): Entry[] {
  const status: Entry = ['status', state.status, () => ofStatus(course, state, onDate)]
  const { grid } = course
  const { period, enteredIntoForceOn, lastDayInForce, amendmentRequestDeadline } = state
  if (grid === null || period === null || enteredIntoForceOn === null) return [status]
  return [
    status,
    ['enteredIntoForceOn', enteredIntoForceOn, () => ofEntry(course)],
    ['period.start', period.start, () => ofPeriodStart(course, period)],
    ['period.lastDay', period.lastDay, () => ofPeriodEnd(course, grid, period)],
    ['lastDayInForce', lastDayInForce, () => ofEnd(course, grid)],
    ['amendmentRequestDeadline', amendmentRequestDeadline, () => ofRequestLimit(course, period)],
    ...state.nextDeadlines.map(
      (deadline): Entry => [
        `nextDeadlines.${deadline.kind}`,
        deadline.day,
        () => ofDeadline(course, grid, period, deadline),
      ],
    ),
    ...state.labels.map(
      (label): Entry => [`labels.${label.place}`, label.status, () => ofLabel(course, label)],
    ),
    ...state.obligations.map(
      (duty): Entry => [
        ['obligations', duty.code, duty.place, duty.window, 'dueBy'].filter(Boolean).join('.'),
        duty.dueBy,
        () => ofObligation(course, duty),
      ],
    ),
  ]
}

function ofActs(course: Course, state: ExplainedState): Entry[] {
  const { amendments, amendmentRequests, formalNotices, disputes, minutes } = state
  return [
    ...amendments.map(
      (one): Entry => [`amendments.${one.id}.effectiveOn`, one.effectiveOn, () => ofAmendment(course, one)],
    ),
    ...amendmentRequests.map(
      (one): Entry => [`amendmentRequests.${one.name}.limit`, one.limit, () => ofRequest(course, one)],
    ),
    ...formalNotices.flatMap((one): Entry[] => {
      const path = `formalNotices.${one.id}`
      return [
        [`${path}.cureLastDay`, one.cureLastDay, () => ofCure(course, one)],
        [`${path}.cureLastDayIfShifted`, one.cureLastDayIfShifted, () => ofShiftedCure(course, one)],
        [
          `${path}.terminationAvailableFrom`,
          one.terminationAvailableFrom,
          () => ofTerminationRight(course, one),
        ],
      ]
    }),
    ...disputes.flatMap((one): Entry[] => [
      [`disputes.${one.id}.amicableLastDay`, one.amicableLastDay, () => ofAmicablePhase(course, one)],
      [
        `disputes.${one.id}.courtAvailableFrom`,
        one.courtAvailableFrom,
        () => ofDayAfter(course, 'dispute', 'AGR-65', one.amicableLastDay),
      ],
    ]),
    ...minutes.map(
      (one): Entry => [
        `minutes.${one.meeting}.validatedOn`,
        one.validatedOn,
        () => ofValidation(course, one),
      ],
    ),
  ]
}
