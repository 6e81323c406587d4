/**
 * Civil days and the date arithmetic of the conventions.
 *
 * A `Day` is the string `YYYY-MM-DD`: it sorts, compares and travels to SQL and HTML as it is. The sums work
 * on integers (days since 1970-01-01, proleptic Gregorian), never on `Date`: no zone and no clock change can
 * move them.
 */
export type Day = string & { readonly __brand: 'Day' }

/** Months are 1–12, days 1–31. */
export interface CivilDate {
  year: number
  month: number
  day: number
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const FRENCH_SHAPE = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/

/** The day written `YYYY-MM-DD`. Throws RangeError for anything that is not in the calendar. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a civil day: ${text}`)
  return text
}

export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false
  const found = SHAPE.exec(text)
  return found !== null && exists(Number(found[1]), Number(found[2]), Number(found[3]))
}

/** What a person typed: `17/06/2026`, `17.6.2026` or `2026-06-17`. Null when no such day exists. */
export function parseDay(typed: string): Day | null {
  const text = typed.trim()
  const french = FRENCH_SHAPE.exec(text)
  const iso = french ? `${french[3]}-${pad(french[2])}-${pad(french[1])}` : text
  return isDay(iso) ? iso : null
}

export function civil(of: Day): CivilDate {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), day: Number(of.slice(8, 10)) }
}

export function fromCivil(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}` as Day
}

export function addDays(from: Day, count: number): Day {
  return fromEpochDay(toEpochDay(from) + count)
}

/** Same day number, else the last day of the month: 31 January + 1 month = 28 or 29 February. Also backward. */
export function addMonths(from: Day, count: number): Day {
  const { year, month, day: number } = civil(from)
  const months = year * 12 + (month - 1) + count
  const targetYear = Math.floor(months / 12)
  const targetMonth = (months % 12) + 1
  return fromCivil(targetYear, targetMonth, Math.min(number, daysInMonth(targetYear, targetMonth)))
}

/** Same day and month, else 28 February. */
export function addYears(from: Day, count: number): Day {
  return addMonths(from, count * 12)
}

/**
 * Last day, inclusive, of a term of `years` that starts on `start`: the eve of the anniversary, or 28 February
 * when 29 February has no anniversary that year. Chain terms from the same anchor, never from the last term.
 */
export function lastDayOfTerm(start: Day, years: number): Day {
  const anniversary = addYears(start, years)
  return civil(anniversary).day === civil(start).day ? addDays(anniversary, -1) : anniversary
}

export function firstOfNextMonth(after: Day): Day {
  const { year, month } = civil(after)
  return month === 12 ? fromCivil(year + 1, 1, 1) : fromCivil(year, month + 1, 1)
}

/** Days from `from` to `to`: negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDay(to) - toEpochDay(from)
}

export function earliest<D extends Day>(...days: (D | null | undefined)[]): D | null {
  return days.reduce<D | null>((first, one) => (one && (first === null || one < first) ? one : first), null)
}

export function latest<D extends Day>(...days: (D | null | undefined)[]): D | null {
  return days.reduce<D | null>((last, one) => (one && (last === null || one > last) ? one : last), null)
}

/** 0 is Sunday, as everywhere in JavaScript. */
export function weekday(of: Day): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return ((((toEpochDay(of) + 4) % 7) + 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 (H. Hinnant's civil calendar, years from March). */
export function toEpochDay(of: Day): number {
  const { year, month, day: number } = civil(of)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + number - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function fromEpochDay(count: number): Day {
  const shifted = count + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return fromCivil(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)
}

function exists(year: number, month: number, dayOfMonth: number): boolean {
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function pad(number: number | string | undefined): string {
  return String(number).padStart(2, '0')
}
