import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'

export type RequestId = Id<'request'>

export const REQUEST_KINDS = ['access', 'rectification', 'erasure', 'objection', 'portability'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** What the network may answer; a person may also withdraw their request. */
export const OUTCOMES = ['granted', 'partly_granted', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number] | 'withdrawn'

const MONTHS_TO_ANSWER = 1
const MONTHS_MORE = 2
/** How long before the deadline the officers are reminded. */
export const REMINDER_DAYS = 7

/** The last day to answer: one month from the day of filing, or three once extended (art. 12, 3 GDPR). */
export function dueOn(filedOn: Day, { extended }: { extended: boolean }): Day {
  return addMonths(filedOn, extended ? MONTHS_TO_ANSWER + MONTHS_MORE : MONTHS_TO_ANSWER)
}

export type Urgency = 'late' | 'soon' | 'later'

export function urgencyOf(due: Day, today: Day): Urgency {
  if (due < today) return 'late'
  return due <= addDays(today, REMINDER_DAYS) ? 'soon' : 'later'
}
