import { addDays, type Day, weekday } from '../../../kernel/day.ts'
import { type Instant, instantAt, startOfDay } from '../../../kernel/instant.ts'
import { type HolidayCalendar, holidaysOf } from '../../../kernel/working-day.ts'

/** Local times of a day, `09:00`. */
export type Hours = readonly [opens: string, closes: string]

export interface OpeningRule {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly opens: string
  readonly closes: string
  readonly from: Day
  /** The first day it no longer holds. */
  readonly until: Day | null
}

/** When a desk is open: its zone, its week, the holidays of the place and the days that are not like the others. */
export interface DeskCalendar {
  readonly zone: string
  readonly holidays: HolidayCalendar
  /** Days added to the holidays (true) or taken out of them (false). */
  readonly holidayChanges: ReadonlyMap<Day, boolean>
  readonly rules: readonly OpeningRule[]
  /** No hours: closed. */
  readonly overrides: ReadonlyMap<Day, { readonly hours: readonly Hours[]; readonly reason: string }>
}

export type ClosedBecause = 'override' | 'holiday' | 'weekly'

export interface DayHours {
  readonly hours: readonly Hours[]
  /** Null while it opens. */
  readonly closed: ClosedBecause | null
  /** What the override says. */
  readonly reason: string
}

/** The override first, then the holiday, then the week. EQP-301. */
export function hoursOn(calendar: DeskCalendar, day: Day): DayHours {
  const override = calendar.overrides.get(day)
  if (override)
    return {
      hours: override.hours,
      closed: override.hours.length === 0 ? 'override' : null,
      reason: override.reason,
    }
  if (isHoliday(calendar, day)) return { hours: [], closed: 'holiday', reason: '' }
  const number = weekday(day) || 7
  const hours = calendar.rules
    .filter(
      (rule) => rule.weekday === number && rule.from <= day && (rule.until === null || day < rule.until),
    )
    .map(({ opens, closes }): Hours => [opens, closes])
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return { hours, closed: hours.length === 0 ? 'weekly' : null, reason: '' }
}

export function isHoliday({ holidays, holidayChanges }: DeskCalendar, day: Day): boolean {
  return holidayChanges.get(day) ?? holidaysOf(Number(day.slice(0, 4)), holidays).has(day)
}

export function isOpeningDay(calendar: DeskCalendar, day: Day): boolean {
  return hoursOn(calendar, day).closed === null
}

/** A desk that never opens again must not be searched for ever. */
const SEARCHED_DAYS = 400

/** The `count`-th opening day after `from` (before it when negative); null when the desk does not open so often. */
export function openingDayFrom(calendar: DeskCalendar, from: Day, count: number): Day | null {
  const step = count < 0 ? -1 : 1
  let [day, left] = [from, Math.abs(count)]
  for (let searched = 0; left > 0; searched += 1) {
    if (searched === SEARCHED_DAYS) return null
    day = addDays(day, step)
    if (isOpeningDay(calendar, day)) left -= 1
  }
  return day
}

/** Opening days after `from` and before `to`, `from` not counted: the notice left until `to`. */
export function openingDaysBetween(calendar: DeskCalendar, from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isOpeningDay(calendar, day)) count += 1
  }
  return count
}

/** When the desk closes on the `count`-th opening day after `from`: until then one may still come or answer. */
export function closingAfter(calendar: DeskCalendar, from: Day, count: number): Instant | null {
  const day = openingDayFrom(calendar, from, count)
  const last = day && hoursOn(calendar, day).hours.at(-1)
  return last ? momentOf(calendar, day, last[1]) : null
}

/** A time of the wall clock; one that the change of hour skips or repeats is the start of the next day. */
function momentOf({ zone }: DeskCalendar, day: Day, time: string): Instant {
  return instantAt(day, time, zone) ?? startOfDay(addDays(day, 1), zone)
}
