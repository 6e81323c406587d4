import { civil, type Day, fromCivil } from '../../../../kernel/day.ts'
import { contains } from '../../../../kernel/period.ts'
import { type HolidayCalendar, holidaysOf } from '../../../../kernel/working-day.ts'
import { emptyBook, type HolidayBook, type HolidayRule } from './holiday-book.ts'
import type { HolidayCalendarOf } from './hours-on.ts'
import { schoolZoneOf } from './school-zones.ts'

/** By department; elsewhere the eleven of the Labour Code. DIR-51. */
const CALENDARS: Readonly<Record<string, HolidayCalendar>> = {
  '57': 'alsace_moselle',
  '67': 'alsace_moselle',
  '68': 'alsace_moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '976': 'mayotte',
  '977': 'saint_barthelemy',
  '978': 'saint_martin',
}

/** Month and day, where a territory makes its own law: to be confirmed by whoever runs the product. DIR-51. */
export const OWN_HOLIDAYS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  '986': [
    [4, 28],
    [7, 29],
  ],
  '987': [
    [6, 29],
    [11, 20],
  ],
  '988': [[9, 24]],
}

/** The days off around a place, with what its network loaded or corrected. */
export function calendarOfPlace(department: string, book: HolidayBook = emptyBook): HolidayCalendarOf {
  const years = new Map<number, ReadonlySet<Day>>()
  const rules = book.rules.filter((rule) => rule.department === null || rule.department === department)
  const school = book.school.get(schoolZoneOf(department)) ?? []
  const ofYear = (year: number) => {
    const known = years.get(year)
    if (known) return known
    const days = corrected(knownHolidays(year, department), rules, year)
    years.set(year, days)
    return days
  }
  return {
    isPublicHoliday: (on) => ofYear(civil(on).year).has(on),
    // Beyond what was loaded, nobody knows.
    isSchoolHoliday: (on) =>
      school.length === 0 || school.every(({ end }) => end !== null && end <= on)
        ? null
        : school.some((period) => contains(period, on)),
  }
}

/** The days the product knows for a year, before any correction. */
export function knownHolidays(year: number, department: string): Set<Day> {
  const own = (OWN_HOLIDAYS[department] ?? []).map(([month, number]) => fromCivil(year, month, number))
  return new Set([...holidaysOf(year, CALENDARS[department] ?? 'metropole'), ...own])
}

function corrected(days: Set<Day>, rules: readonly HolidayRule[], year: number): Set<Day> {
  for (const { month, day, isOff, fromYear, untilYear } of rules) {
    if ((fromYear !== null && year < fromYear) || (untilYear !== null && year > untilYear)) continue
    const on = fromCivil(year, month, day)
    if (isOff) days.add(on)
    else days.delete(on)
  }
  return days
}
