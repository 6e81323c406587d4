import { addDays, type Day, day, fromCivil } from '../../../../kernel/day.ts'
import { hoursOn, knownDate } from './hours-on.ts'
import { type DatePoint, type HoursRule, readRules, type Span } from './rules.ts'

/** Hours as one fills them in: weeks, and the dates that differ. `wordsOfPlan` writes them, `planOf` reads them. DIR-52. */
export interface HoursPlan {
  /** Seven days from Monday, two spans at most each. */
  readonly week: readonly DayPlan[]
  /** The same during the holidays of the schools; null: no other week. */
  readonly holidayWeek: readonly DayPlan[] | null
  readonly isClosedOnPublicHolidays: boolean
  readonly exceptions: readonly HoursException[]
}

export type DayPlan = readonly Span[]

/** Dates that differ: closed without any span. `last` is inclusive. */
export interface HoursException {
  readonly first: Day
  readonly last: Day
  readonly spans: readonly Span[]
  readonly reason: string
}

export const NO_HOURS: HoursPlan = {
  week: [[], [], [], [], [], [], []],
  holidayWeek: null,
  isClosedOnPublicHolidays: false,
  exceptions: [],
}

const MOST_SPANS = 2
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The plan that says what the words say; null when a week and dates are not enough to say it. */
export function planOf(words: string): HoursPlan | null {
  const rules = readRules(words)
  if (!rules) return null
  const dated = rules.filter(isDated)
  const weekly = rules.slice(0, rules.length - dated.length)
  if (!weekly.every(isPlainWeekly)) return null
  const exceptions = dated.map(exceptionOf)
  const isHolidayWeek = weekly.some(({ schoolHoliday }) => schoolHoliday !== 'no')
  const plan = {
    week: weekOf(weekly, false),
    holidayWeek: isHolidayWeek ? weekOf(weekly, true) : null,
    isClosedOnPublicHolidays: weekly.some(({ isPublicHoliday }) => isPublicHoliday),
    exceptions: exceptions.filter((one) => one !== null),
  }
  const fits = [
    ...plan.week,
    ...(plan.holidayWeek ?? []),
    ...plan.exceptions.map(({ spans }) => spans),
  ].every((spans) => spans.length <= MOST_SPANS && spans.every(({ end }) => end <= 1440))
  return fits && !exceptions.includes(null) ? plan : null
}

function isDated({ during }: HoursRule): boolean {
  return during.dates.length > 0 && during.dates.every(({ from }) => from.year !== null)
}

/** Nothing but weekdays, school holidays, and public holidays off. */
function isPlainWeekly(rule: HoursRule): boolean {
  const { during, weekdays, state, comment, joins, isPublicHoliday, schoolHoliday, spans } = rule
  if (during.years.length + during.dates.length + during.weeks.length > 0) return false
  if (state === 'unknown' || comment !== '' || joins === 'else') return false
  if (isPublicHoliday)
    return state === 'off' && spans.length === 0 && weekdays.length === 0 && schoolHoliday === 'no'
  return weekdays.length > 0 && weekdays.every(({ nths }) => nths.length === 0)
}

/** 1 June 2026 is a Monday: any week will do, nothing of these rules being dated. */
function weekOf(rules: readonly HoursRule[], isSchoolHoliday: boolean): DayPlan[] {
  const calendar = { isPublicHoliday: () => false, isSchoolHoliday: () => isSchoolHoliday }
  return WEEKDAYS.map(
    (_, number) => hoursOn(rules, knownDate(addDays(day('2026-06-01'), number), calendar)).spans,
  )
}

function exceptionOf({
  during,
  weekdays,
  isPublicHoliday,
  schoolHoliday,
  state,
  spans,
  comment,
  joins,
}: HoursRule) {
  const [range] = during.dates
  const isPlain =
    during.dates.length === 1 &&
    during.years.length + during.weeks.length + weekdays.length === 0 &&
    joins === 'then'
  if (!range || !isPlain || isPublicHoliday || schoolHoliday !== 'no' || state === 'unknown') return null
  const [first, last] = [dayOf(range.from), dayOf(range.to)]
  if (!first || !last || (state === 'open' && spans.length === 0) || (state === 'off' && spans.length > 0))
    return null
  return { first, last, spans: state === 'off' ? [] : spans, reason: comment }
}

function dayOf({ year, month, day: number }: DatePoint): Day | null {
  return year !== null && number !== null ? fromCivil(year, month, number) : null
}

/** OSM opening_hours, as the standard exchanges them; '' when nothing is told. */
export function wordsOfPlan({ week, holidayWeek, isClosedOnPublicHolidays, exceptions }: HoursPlan): string {
  return [
    ...groupsOf(week)
      .filter(({ spans }) => spans !== 'off')
      .map(({ days, spans }) => `${days} ${spans}`),
    ...(holidayWeek ? groupsOf(holidayWeek).map(({ days, spans }) => `SH ${days} ${spans}`) : []),
    ...(isClosedOnPublicHolidays ? ['PH off'] : []),
    ...exceptions.map(exceptionWords),
  ].join('; ')
}

/** `Mo-Fr`, `Sa`: days that follow one another and have the same hours. */
function groupsOf(week: readonly DayPlan[]): { days: string; spans: string }[] {
  const groups: { first: number; last: number; spans: string }[] = []
  for (const [number, plan] of week.entries()) {
    const spans = spansWords(plan)
    const group = groups.at(-1)
    if (group?.spans === spans) group.last = number
    else groups.push({ first: number, last: number, spans })
  }
  return groups.map(({ first, last, spans }) => ({
    days: first === last ? `${WEEKDAYS[first]}` : `${WEEKDAYS[first]}-${WEEKDAYS[last]}`,
    spans,
  }))
}

function spansWords(spans: readonly Span[]): string {
  if (spans.length === 0) return 'off'
  return spans.map(({ start, end }) => `${hourWords(start)}-${hourWords(end)}`).join(',')
}

function hourWords(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function exceptionWords({ first, last, spans, reason }: HoursException): string {
  const dates = first === last ? dateWords(first) : `${dateWords(first)}-${dateWords(last)}`
  const why = reason.replaceAll('"', '’').trim()
  return `${dates} ${spansWords(spans)}${why ? ` "${why}"` : ''}`
}

function dateWords(on: Day): string {
  const [year, month, number] = on.split('-')
  return `${year} ${MONTHS[Number(month) - 1]} ${number}`
}
