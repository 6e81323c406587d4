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
  | 'end_of_period_of_notice'
  | 'subtract_months'
  | 'search_latest_start'
  | 'label_follows_agreement'

/** Why a value of the state is what it is. AGR-76. */
export interface Explanation {
  /** Where the value stands in the state: `period.lastDay`, `nextDeadlines.agreement_end`, `labels.EPN-7`. */
  readonly path: string
  readonly article: string | null
  readonly rule: string
  /** The act that started it, and its day. */
  readonly trigger: { readonly name: string; readonly day: Day } | null
  readonly inputs: Readonly<Record<string, string | number>>
  readonly arithmetic: Arithmetic
  readonly result: string
  /** The default reading applied: a parameter of the interpretation profile (AGR-77). */
  readonly reading?: Reading
}

export type Derivation = Omit<Explanation, 'path' | 'result'>
export type ExplainedState = Omit<AgreementState, 'explanation'>

/** One entry for the status, and one for every day and every label of the state. */
export function explain(course: Course, state: ExplainedState, onDate: Day): Explanation[] {
  const entries = [entry('status', state.status, ofStatus(course, state, onDate))]
  const { grid } = course
  const { period, enteredIntoForceOn, lastDayInForce, amendmentRequestDeadline } = state
  if (grid === null || period === null || enteredIntoForceOn === null) return entries
  entries.push(
    entry('enteredIntoForceOn', enteredIntoForceOn, ofEntry(course)),
    entry('period.start', period.start, ofPeriodStart(course, period)),
    entry('period.lastDay', period.lastDay, ofPeriodEnd(course, grid, period)),
  )
  if (lastDayInForce !== null) entries.push(entry('lastDayInForce', lastDayInForce, ofEnd(course, grid)))
  if (amendmentRequestDeadline !== null) {
    entries.push(entry('amendmentRequestDeadline', amendmentRequestDeadline, ofRequestLimit(course, period)))
  }
  for (const deadline of state.nextDeadlines) {
    entries.push(
      entry(`nextDeadlines.${deadline.kind}`, deadline.day, ofDeadline(course, grid, period, deadline)),
    )
  }
  for (const { place, status } of state.labels) {
    entries.push(entry(`labels.${place}`, status, ofLabel(course)))
  }
  return entries
}

function entry(path: string, result: string, described: Derivation): Explanation {
  return { path, ...described, result }
}
