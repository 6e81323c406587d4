import { addDays, type Day, weekday } from '../../../../kernel/day.ts'
import { type DayHours, type HolidayCalendarOf, hoursOn, type KnownDate, knownDate } from './hours-on.ts'
import type { HoursRule } from './rules.ts'

/** How far ahead hours are worked out: a year and the time to do it again. DIR-49. */
export const DAYS_AHEAD = 400

/** The hours of a place as a search asks for them: an ordinary week, and the dates that differ from it. */
export interface CompiledHours {
  /** Seven days from Monday. */
  readonly week: readonly DayHours[]
  readonly exceptions: ReadonlyMap<Day, DayHours>
}

/**
 * Works out hours for the days ahead: what depends on the dates alone is found once for all the texts. To be read by
 * people, an ordinary week is one whose hours are known, however many days wait for a calendar of school holidays.
 */
export function hoursCompiler(
  calendar: HolidayCalendarOf,
  from: Day,
  days = DAYS_AHEAD,
  isToRead = false,
): (rules: readonly HoursRule[]) => CompiledHours {
  const dates = Array.from({ length: days }, (_, step) => knownDate(addDays(from, step), calendar))
  const holidays = dates.filter((date) => date.isPublicHoliday)
  const ordinary = Array.from(
    { length: 7 },
    (_, number) => dates.find((date) => date.weekday === number && !date.isPublicHoliday) ?? null,
  )
  return (rules) =>
    isWeekly(rules)
      ? compiled(rules, ordinary, holidays)
      : compiled(rules, usualDates(rules, dates, isToRead), dates)
}

/** Every week is alike, but for public holidays. */
function isWeekly(rules: readonly HoursRule[]): boolean {
  return rules.every(
    ({ during, weekdays, schoolHoliday }) =>
      during.years.length + during.dates.length + during.weeks.length === 0 &&
      schoolHoliday === 'no' &&
      weekdays.every(({ nths }) => nths.length === 0),
  )
}

/** For each weekday, a date whose hours are those it has most often. */
function usualDates(
  rules: readonly HoursRule[],
  dates: readonly KnownDate[],
  isToRead: boolean,
): (KnownDate | null)[] {
  const counts = Array.from(
    { length: 7 },
    () => new Map<string, { date: KnownDate; isKnown: boolean; count: number }>(),
  )
  for (const date of dates) {
    const ofDay = counts[date.weekday]
    const hours = hoursOn(rules, date)
    const key = keyOf(hours)
    const isKnown = isToRead && !hours.isUnsure
    ofDay?.set(key, { date, isKnown, count: (ofDay.get(key)?.count ?? 0) + 1 })
  }
  return counts.map((ofDay) => {
    const [first] = [...ofDay.values()].sort(
      (one, other) => Number(other.isKnown) - Number(one.isKnown) || other.count - one.count,
    )
    return first?.date ?? null
  })
}

function compiled(
  rules: readonly HoursRule[],
  usual: readonly (KnownDate | null)[],
  mayDiffer: readonly KnownDate[],
): CompiledHours {
  const week = usual.map((date) => (date ? hoursOn(rules, date) : CLOSED))
  const keys = week.map(keyOf)
  const exceptions = new Map<Day, DayHours>()
  for (const date of mayDiffer) {
    const hours = hoursOn(rules, date)
    if (keyOf(hours) !== keys[date.weekday]) exceptions.set(date.on, hours)
  }
  return { week, exceptions }
}

/** The hours of one date, from what was worked out. */
export function hoursFrom({ week, exceptions }: CompiledHours, on: Day): DayHours {
  return exceptions.get(on) ?? week[(weekday(on) + 6) % 7] ?? CLOSED
}

const CLOSED: DayHours = { spans: [], isUnsure: false, comment: '' }

/** Two days of one key have the same hours. */
export function keyOf({ spans, isUnsure, comment }: DayHours): string {
  return `${spans.map(({ start, end }) => `${start}-${end}`).join(',')}|${isUnsure}|${comment}`
}
