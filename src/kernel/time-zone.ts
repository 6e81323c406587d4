import { Temporal } from 'temporal-polyfill'

/** When the clocks of a zone change each year, as a calendar file tells it. Offsets are written `+0100`. */
export interface ClockChange {
  readonly isSummer: boolean
  readonly offsetFrom: string
  readonly offsetTo: string
  /** Month 1–12 and its weekday (`SU`): the n-th, or the last (-1). */
  readonly month: number
  readonly weekday: string
  readonly nth: number
  /** What clocks show just before: `03:00`. */
  readonly time: string
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The changes of one year; none where the clocks never move. */
export function clockChanges(zone: string, year: number): ClockChange[] {
  const changes: ClockChange[] = []
  const end = Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 }).toZonedDateTime(zone)
  let at = Temporal.PlainDate.from({ year, month: 1, day: 1 })
    .toZonedDateTime(zone)
    .getTimeZoneTransition('next')
  while (at && Temporal.ZonedDateTime.compare(at, end) < 0) {
    changes.push(changeAt(at))
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

/** `+0100`: how far its clocks are ahead of UTC on the first of January of that year. */
export function offsetOn(zone: string, year: number): string {
  return offset(Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone))
}

function changeAt(at: Temporal.ZonedDateTime): ClockChange {
  const before = at.subtract({ nanoseconds: 1 })
  // What the clocks would show if they did not move.
  const shown = at.toInstant().toZonedDateTimeISO(before.offset)
  const isLast = shown.day + 7 > shown.daysInMonth
  return {
    isSummer: at.offsetNanoseconds > before.offsetNanoseconds,
    offsetFrom: offset(before),
    offsetTo: offset(at),
    month: shown.month,
    weekday: WEEKDAYS[shown.dayOfWeek - 1] ?? '',
    nth: isLast ? -1 : Math.ceil(shown.day / 7),
    time: shown.toPlainTime().toString().slice(0, 5),
  }
}

function offset({ offset }: Temporal.ZonedDateTime): string {
  return offset.slice(0, 6).replace(':', '')
}
