import {
  addDays,
  civil,
  type Day,
  daysBetween,
  daysInMonth,
  fromCivil,
  weekday,
} from '../../../../kernel/day.ts'
import type { DatePoint, DateSelector, HoursRule, Span, WeekdayRange } from './rules.ts'

/** What the hours of a place depend on beside the date itself. */
export interface HolidayCalendarOf {
  isPublicHoliday(on: Day): boolean
  /** Null: nobody loaded those of this zone and time. */
  isSchoolHoliday(on: Day): boolean | null
}

/** The hours of one date. */
export interface DayHours {
  readonly spans: readonly Span[]
  /** True when the place may well be open, or not: a public holiday of which nothing is said, hours on request. DIR-51. */
  readonly isUnsure: boolean
  readonly comment: string
}

/** What the rules say of one date: a later rule replaces the earlier ones (DIR-49). */
export function hoursOn(rules: readonly HoursRule[], date: KnownDate): DayHours {
  let said = NOTHING
  let isDated = false
  for (const rule of rules) {
    if (!isAbout(rule, date)) continue
    said = joined(said, rule)
    isDated = rule.during.dates.some(({ from }) => from.year !== null)
  }
  // A weekday's hours hold on a public holiday only if the place says so, of all of them or of that very date.
  const isUnsaidHoliday =
    !isDated && date.isPublicHoliday && said.spans.length > 0 && !rules.some((rule) => rule.isPublicHoliday)
  const isUnsaidSchool =
    !isDated && date.isSchoolHoliday === null && rules.some((rule) => rule.schoolHoliday !== 'no')
  return {
    spans: said.spans,
    isUnsure: said.isUnsure || isUnsaidHoliday || isUnsaidSchool,
    comment: said.comment,
  }
}

interface Said extends DayHours {
  readonly isSaid: boolean
}

const NOTHING: Said = { spans: [], isUnsure: false, comment: '', isSaid: false }
const WHOLE_DAY: Span = { start: 0, end: 1440 }

function joined(said: Said, { joins, state, spans, comment }: HoursRule): Said {
  if (joins === 'else' && said.isSaid) return said
  if (state === 'off')
    return {
      spans: spans.length === 0 ? [] : without(said.spans, spans),
      isUnsure: false,
      comment,
      isSaid: true,
    }
  const opened = spans.length === 0 ? [WHOLE_DAY] : spans
  return {
    spans: union(joins === 'also' ? [...said.spans, ...opened] : opened),
    isUnsure: state === 'unknown' || (joins === 'also' && said.isUnsure),
    comment,
    isSaid: true,
  }
}

function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

function without(spans: readonly Span[], closed: readonly Span[]): Span[] {
  return closed.reduce<Span[]>(
    (left, { start, end }) =>
      left.flatMap((span) =>
        [
          { start: span.start, end: Math.min(span.end, start) },
          { start: Math.max(span.start, end), end: span.end },
        ].filter((piece) => piece.start < piece.end),
      ),
    [...spans],
  )
}

/** A date with all that a rule may ask of it. */
export interface KnownDate {
  readonly on: Day
  readonly year: number
  readonly month: number
  readonly day: number
  /** From Monday, 0. */
  readonly weekday: number
  readonly nth: number
  readonly nthFromEnd: number
  readonly isoWeek: number
  readonly isPublicHoliday: boolean
  readonly isSchoolHoliday: boolean | null
}

export function knownDate(on: Day, calendar: HolidayCalendarOf): KnownDate {
  const { year, month, day } = civil(on)
  return {
    on,
    year,
    month,
    day,
    weekday: (weekday(on) + 6) % 7,
    nth: Math.ceil(day / 7),
    nthFromEnd: -Math.ceil((daysInMonth(year, month) - day + 1) / 7),
    isoWeek: isoWeekOf(on),
    isPublicHoliday: calendar.isPublicHoliday(on),
    isSchoolHoliday: calendar.isSchoolHoliday(on),
  }
}

/** ISO 8601: the week of its Thursday. */
function isoWeekOf(on: Day): number {
  const thursday = addDays(on, 3 - ((weekday(on) + 6) % 7))
  return Math.floor(daysBetween(fromCivil(civil(thursday).year, 1, 1), thursday) / 7) + 1
}

function isAbout(rule: HoursRule, date: KnownDate): boolean {
  return isDuring(rule.during, date) && isOnDay(rule, date)
}

function isDuring({ years, dates, weeks }: DateSelector, date: KnownDate): boolean {
  const isIn = <T>(list: readonly T[], holds: (one: T) => boolean) => list.length === 0 || list.some(holds)
  return (
    isIn(years, ({ from, to }) => from <= date.year && date.year <= to) &&
    isIn(dates, (range) => isBetween(range, date)) &&
    isIn(
      weeks,
      ({ from, to, step }) =>
        from <= date.isoWeek && date.isoWeek <= to && (date.isoWeek - from) % step === 0,
    )
  )
}

/** `Nov-Mar` goes round the end of the year, unless years are said. */
function isBetween(
  { from, to }: { from: DatePoint; to: DatePoint },
  { year, month, day }: KnownDate,
): boolean {
  const first = from.month * 100 + (from.day ?? 1)
  const last = to.month * 100 + (to.day ?? 31)
  const now = month * 100 + day
  if (from.year !== null)
    return (
      from.year * 10_000 + first <= year * 10_000 + now &&
      year * 10_000 + now <= (to.year ?? from.year) * 10_000 + last
    )
  return first <= last ? first <= now && now <= last : now >= first || now <= last
}

function isOnDay(rule: HoursRule, date: KnownDate): boolean {
  const { weekdays, isPublicHoliday, schoolHoliday } = rule
  if (isPublicHoliday && date.isPublicHoliday) return true
  const isWeekday = weekdays.some((range) => isInRange(range, date))
  if (schoolHoliday === 'only') return date.isSchoolHoliday === true && isWeekday
  if (schoolHoliday === 'also' && date.isSchoolHoliday === true) return true
  const isEveryDay = weekdays.length === 0 && !isPublicHoliday && schoolHoliday === 'no'
  return isEveryDay || isWeekday
}

function isInRange({ days, nths }: WeekdayRange, date: KnownDate): boolean {
  if (!days.includes(date.weekday)) return false
  return nths.length === 0 || nths.some((nth) => nth === date.nth || nth === date.nthFromEnd)
}
