import { addDays, addMonths, civil, type Day } from '../../../kernel/day.ts'
import { workingDayFrom } from '../../../kernel/working-day.ts'
import type { Course } from './course.ts'
import type { Readings } from './profile.ts'

// The delays of the clauses, under the readings of the agreement. The trigger day is not counted, and a delay ends
// with its last day (AGR-90).

/** Last day of a delay in days. */
export function daysAfter(readings: Readings, from: Day, days: number): Day {
  return shifted(readings, addDays(from, days))
}

/** Last day of a delay in months; null where the reading refuses a day that does not exist. */
export function monthsAfter(course: Course, term: string, from: Day, months: number): Day | null {
  const sum = unambiguous(course, term, from, months)
  return sum === null ? null : shifted(course.readings, sum)
}

/** So many months before a day: backward delays never move to a working day. AGR-58. */
export function monthsBefore(course: Course, term: string, end: Day, months: number): Day | null {
  return unambiguous(course, term, end, -months)
}

function unambiguous(course: Course, term: string, from: Day, months: number): Day | null {
  const sum = addMonths(from, months)
  if (course.readings.monthCount !== 'reject_ambiguous' || civil(sum).day === civil(from).day) return sum
  if (!course.ambiguities.some((known) => known.term === term && known.from === from)) {
    course.ambiguities.push({ term, from, months })
  }
  return null
}

/** The last day of a delay, moved to a working day where the profile says so. AGR-77. */
export function shifted({ weekendHolidayShift, holidayCalendar }: Readings, day: Day): Day {
  return weekendHolidayShift === 'next_working_day' ? workingDayFrom(day, holidayCalendar) : day
}
