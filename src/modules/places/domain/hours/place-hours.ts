import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { type CompiledHours, DAYS_AHEAD, hoursCompiler, hoursFrom, keyOf } from './compile-hours.ts'
import { emptyBook, type HolidayBook } from './holiday-book.ts'
import { type DayHours, hoursOn, knownDate } from './hours-on.ts'
import { type CivilMoment, type OpenState, openState } from './open-state.ts'
import { clockOf, departmentOfPlace, type Located, zoneOfPlace } from './place-clock.ts'
import { calendarOfPlace } from './place-holidays.ts'
import { type HoursRule, readRules } from './rules.ts'

/** How far ahead what changes is announced. DIR-52. */
const DAYS_TOLD_AHEAD = 14

export interface PlaceWithHours extends Located {
  /** OSM opening_hours, as received. */
  readonly openingHours: string | null
}

export interface HoursNow {
  /** What the clocks of the place show. */
  readonly now: CivilMoment
  readonly state: OpenState
}

export interface PlaceHours extends HoursNow {
  /** An ordinary week, from Monday. */
  readonly week: readonly DayHours[]
  /** What is said of public holidays; null: nothing, and they are told one by one as they come. */
  readonly holidays: 'open' | 'closed' | null
  /** The days to come that differ from it. */
  readonly soon: readonly { readonly on: Day; readonly hours: DayHours; readonly isHoliday: boolean }[]
  /** The same in as few lines as it takes, each to its last day, however far: a closure of three weeks is one. DIR-52. */
  readonly ahead: readonly HoursAhead[]
}

export interface HoursAhead {
  readonly first: Day
  /** Inclusive. */
  readonly last: Day
  readonly hours: DayHours
  readonly isHoliday: boolean
}

/** Open or not at an instant; null when the hours are not told, or not read. */
export function hoursNow(place: PlaceWithHours, at: Instant, book: HolidayBook = emptyBook): HoursNow | null {
  const read = readPlace(place, at, book)
  if (!read) return null
  const { rules, calendar, now } = read
  return { now, state: openState((on) => hoursOn(rules, knownDate(on, calendar)), now) }
}

/** All that a page says of the hours of a place; null when they are not told, or not read. */
export function hoursOfPlace(
  place: PlaceWithHours,
  at: Instant,
  book: HolidayBook = emptyBook,
): PlaceHours | null {
  const read = readPlace(place, at, book)
  if (!read) return null
  const { rules, calendar, now } = read
  const compiled = hoursCompiler(calendar, now.day, DAYS_AHEAD, true)(rules)
  const soon = Array.from({ length: DAYS_TOLD_AHEAD }, (_, step) => addDays(now.day, step)).flatMap((on) => {
    const hours = compiled.exceptions.get(on)
    return hours ? [{ on, hours, isHoliday: calendar.isPublicHoliday(on) }] : []
  })
  return {
    now,
    state: openState((on) => hoursFrom(compiled, on), now),
    week: compiled.week,
    holidays: saidOfHolidays(rules),
    soon,
    ahead: soon
      .filter(({ on }) => !isSame(compiled, addDays(on, -1), on) || on === now.day)
      .map(({ on, hours, isHoliday }) => ({ first: on, last: lastAlike(compiled, on), hours, isHoliday })),
  }
}

/** Both are exceptions, and say the same. */
function isSame({ exceptions }: CompiledHours, one: Day, other: Day): boolean {
  const [first, second] = [exceptions.get(one), exceptions.get(other)]
  return first !== undefined && second !== undefined && keyOf(first) === keyOf(second)
}

function lastAlike(compiled: CompiledHours, first: Day): Day {
  const next = addDays(first, 1)
  return isSame(compiled, first, next) ? lastAlike(compiled, next) : first
}

/** The rules of a place, the days off around it and what its clocks show. */
function readPlace(place: PlaceWithHours, at: Instant, book: HolidayBook) {
  const rules = place.openingHours ? readRules(place.openingHours) : null
  if (!rules) return null
  const calendar = calendarOfPlace(departmentOfPlace(place), book)
  return { rules, calendar, now: clockOf(zoneOfPlace(place), at) }
}

function saidOfHolidays(rules: readonly HoursRule[]): PlaceHours['holidays'] {
  const said = rules.findLast(({ isPublicHoliday }) => isPublicHoliday)
  return said ? (said.state === 'off' ? 'closed' : 'open') : null
}
