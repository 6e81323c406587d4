import { addDays, type Day, weekday } from '../../../../kernel/day.ts'
import type { DayHours } from '../hours/hours-on.ts'
import type { PlaceHours } from '../hours/place-hours.ts'

export interface ComingDay {
  readonly on: Day
  readonly hours: DayHours
  readonly isHoliday: boolean
}

const DAYS = 14

/** The hours of the coming two weeks, date by date, from the day it is at the place. DIR-76. */
export function comingDays({ now, week, soon }: Pick<PlaceHours, 'now' | 'week' | 'soon'>): ComingDay[] {
  const differing = new Map(soon.map((day) => [day.on, day]))
  return Array.from({ length: DAYS }, (_, step) => addDays(now.day, step)).flatMap((on) => {
    const usual = week[(weekday(on) + 6) % 7]
    return differing.get(on) ?? (usual ? { on, hours: usual, isHoliday: false } : [])
  })
}
