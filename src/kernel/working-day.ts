import { addDays, type Day, fromCivil, weekday } from './day.ts'

/** Where the public holidays are those of: each place adds its own to the eleven of the Labour Code. */
export const HOLIDAY_CALENDARS = [
  'metropole',
  'alsace_moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint_barthelemy',
  'saint_martin',
] as const

export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number]

/** Month and day. */
const FIXED = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
] as const

/** Easter Monday, Ascension and Whit Monday, in days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50]
const GOOD_FRIDAY = -2

/** Saint Stephen in Alsace and Moselle; elsewhere the day slavery was abolished. */
const LOCAL: Readonly<Record<HolidayCalendar, readonly [number, number] | null>> = {
  metropole: null,
  alsace_moselle: [12, 26],
  guadeloupe: [5, 27],
  martinique: [5, 22],
  guyane: [6, 10],
  reunion: [12, 20],
  mayotte: [4, 27],
  saint_barthelemy: [10, 9],
  saint_martin: [5, 28],
}

/** The public holidays of a year, in no order. */
export function holidaysOf(year: number, calendar: HolidayCalendar = 'metropole'): Set<Day> {
  const sunday = easter(year)
  const local = LOCAL[calendar]
  return new Set([
    ...FIXED.map(([month, number]) => fromCivil(year, month, number)),
    ...AFTER_EASTER.map((days) => addDays(sunday, days)),
    ...(calendar === 'alsace_moselle' ? [addDays(sunday, GOOD_FRIDAY)] : []),
    ...(local ? [fromCivil(year, ...local)] : []),
  ])
}

/** The day itself when people work on it, else the first one after it on which they do. */
export function workingDayFrom(on: Day, calendar: HolidayCalendar = 'metropole'): Day {
  return isWorkingDay(on, calendar) ? on : workingDayFrom(addDays(on, 1), calendar)
}

function isWorkingDay(on: Day, calendar: HolidayCalendar): boolean {
  const number = weekday(on)
  return number !== 0 && number !== 6 && !holidaysOf(Number(on.slice(0, 4)), calendar).has(on)
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return fromCivil(year, Math.floor(f / 31), (f % 31) + 1)
}
