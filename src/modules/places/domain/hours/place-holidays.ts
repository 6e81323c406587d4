import { civil, type Day, fromCivil } from '../../../../kernel/day.ts'
import { contains, type Period } from '../../../../kernel/period.ts'
import { type HolidayCalendar, holidaysOf } from '../../../../kernel/working-day.ts'
import type { HolidayCalendarOf } from './hours-on.ts'

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

/** The days off around a place. `school` null: nobody loaded those of its zone. */
export function calendarOfPlace(department: string, school: readonly Period[] | null): HolidayCalendarOf {
  const years = new Map<number, ReadonlySet<Day>>()
  const ofYear = (year: number) => {
    const known = years.get(year)
    if (known) return known
    const own = (OWN_HOLIDAYS[department] ?? []).map(([month, number]) => fromCivil(year, month, number))
    const days = new Set([...holidaysOf(year, CALENDARS[department] ?? 'metropole'), ...own])
    years.set(year, days)
    return days
  }
  return {
    isPublicHoliday: (on) => ofYear(civil(on).year).has(on),
    isSchoolHoliday: (on) => (school ? school.some((period) => contains(period, on)) : null),
  }
}
