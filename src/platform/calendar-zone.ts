import { addDays, type Day, firstOfNextMonth, fromCivil, weekday } from '../kernel/day.ts'
import { type ClockChange, clockChanges, offsetOn } from '../kernel/time-zone.ts'

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/**
 * A zone as calendars understand it: each change from 1970 on, every year at the same place. Outlook reads no other form
 * (STK-82). The rules are those of `year`.
 */
export function zoneLines(zone: string, year: number): string[] {
  const changes = clockChanges(zone, year)
  const fixed = offsetOn(zone, year)
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...(changes.length === 0
      ? part('STANDARD', '19700101T000000', fixed, fixed, [])
      : changes.flatMap(changeLines)),
    'END:VTIMEZONE',
  ]
}

function changeLines(change: ClockChange): string[] {
  const { isSummer, offsetFrom, offsetTo, month, nth, time } = change
  const first = `${firstOne(change).replaceAll('-', '')}T${time.replace(':', '')}00`
  const rule = `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${change.weekday}`
  return part(isSummer ? 'DAYLIGHT' : 'STANDARD', first, offsetFrom, offsetTo, [rule])
}

function part(name: string, start: string, from: string, to: string, rule: readonly string[]): string[] {
  return [
    `BEGIN:${name}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...rule,
    `END:${name}`,
  ]
}

/** The day of 1970 on which that rule falls. */
function firstOne({ month, nth, weekday: name }: ClockChange): Day {
  const isIt = (on: Day) => WEEKDAYS[weekday(on)] === name
  const start =
    nth > 0
      ? addDays(fromCivil(1970, month, 1), (nth - 1) * 7)
      : addDays(firstOfNextMonth(fromCivil(1970, month, 1)), -7)
  const week = Array.from({ length: 7 }, (_, index) => addDays(start, index))
  return week.find(isIt) ?? start
}
