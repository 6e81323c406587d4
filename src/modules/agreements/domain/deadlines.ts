import { addDays, addMonths, type Day, earliest } from '../../../kernel/day.ts'
import { type Course, endingOf } from './course.ts'
import { monthsBefore, shifted } from './delays.ts'
import { type AgreementPeriod, periodAfter } from './periods.ts'

export type DeadlineKind =
  | 'agreement_end'
  | 'period_end'
  | 'last_day_to_denounce_before_renewal'
  | 'last_day_to_request_amendment'

/** A day to come in the life of the agreement itself, inclusive. The duties of its parties are in the agenda. */
export interface Deadline {
  readonly kind: DeadlineKind
  readonly day: Day
  /** The last day of the period a limit is counted from. */
  readonly before?: Day
}

/**
 * The latest day a notice of `months` can start and still run out on or before `end`. Found by search: subtracting
 * the months is up to three days too early when a month is short. `lastDayOf` moves the day it runs out on, where
 * the profile says so. AGR-50.
 */
export function lastUsefulDay(end: Day, months: number, lastDayOf: (sum: Day) => Day = same): Day {
  const isInTime = (start: Day) => lastDayOf(addMonths(start, months)) <= end
  let found = addMonths(end, -months)
  while (!isInTime(found)) found = addDays(found, -1)
  for (let next = addDays(found, 1); isInTime(next); next = addDays(next, 1)) found = next
  return found
}

function same(day: Day): Day {
  return day
}

/** The last day on which an amendment request arrives in time; null without the clause. AGR-58, AGR-145. */
export function amendmentRequestLimit(course: Course, period: AgreementPeriod): Day | null {
  const clause = course.terms.amendmentRequest
  const end = endOfValidity(course, period)
  return clause === null || end === null ? null : monthsBefore(course, 'amendmentRequest', end, clause.months)
}

/** Under tacit renewal the earlier of the period's end and the known end; otherwise the known end. */
export function endOfValidity(course: Course, period: AgreementPeriod): Day | null {
  const { readings, grid } = course
  if (readings.requestLimitEnd === 'period_end') return grid?.tacit ? period.lastDay : (grid?.term ?? null)
  const lastDay = endingOf(course)?.lastDay ?? null
  return grid?.tacit ? earliest(period.lastDay, lastDay) : lastDay
}

/** What is to come from `onDate` on, soonest first, for an agreement in force in `period`. */
export function nextDeadlines(course: Course, period: AgreementPeriod, onDate: Day): Deadline[] {
  const ending = endingOf(course)
  const found: Deadline[] = []
  const add = (kind: DeadlineKind, day: Day | null) => {
    if (day !== null && day >= onDate) found.push({ kind, day })
  }
  add('agreement_end', ending?.lastDay ?? null)
  if (ending === null || ending.lastDay > period.lastDay) add('period_end', period.lastDay)
  const isLeaving = ending !== null && ending.reason !== 'expired'
  const limit = isLeaving ? null : lastDayToDenounce(course, period, onDate)
  if (limit) found.push(limit)
  add('last_day_to_request_amendment', amendmentRequestLimit(course, period))
  return found.sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** For the coming tacit renewal, or for the first after it that can still be prevented. */
function lastDayToDenounce(
  { grid, terms, readings }: Course,
  current: AgreementPeriod,
  onDate: Day,
): Deadline | null {
  if (grid === null || grid.tacit === null || terms.denunciation === null) return null
  const { months } = terms.denunciation
  let period: AgreementPeriod | null = current
  while (period !== null) {
    const next = periodAfter(grid, period)
    const found = next && lastUsefulDay(period.lastDay, months, (sum) => shifted(readings, sum))
    if (found !== null && found >= onDate) {
      return { kind: 'last_day_to_denounce_before_renewal', day: found, before: period.lastDay }
    }
    period = next
  }
  return null
}
