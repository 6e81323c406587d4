import { Temporal } from 'temporal-polyfill'
import { type Day, day } from './day.ts'

/** A point in time: ISO 8601 in UTC, ending in `Z`. */
export type Instant = string & { readonly __brand: 'Instant' }

export const PARIS = 'Europe/Paris'

export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !text.endsWith('Z')) return false
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

export function instant(text: string): Instant {
  return Temporal.Instant.from(text).toString() as Instant
}

/** An instant written with `Z` or with an offset; null for anything else. */
export function parseInstant(text: unknown): Instant | null {
  try {
    return typeof text === 'string' ? instant(text) : null
  } catch {
    return null
  }
}

/** The civil day an instant falls on in `zone`: 22:30 UTC on 30 June is 1 July in Paris. */
export function dayOf(moment: Instant, zone: string = PARIS): Day {
  return day(Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString())
}

/** The instant at which `of` begins in `zone`. */
export function startOfDay(of: Day, zone: string = PARIS): Instant {
  return Temporal.PlainDate.from(of).toZonedDateTime(zone).toInstant().toString() as Instant
}

/** The time of day in `zone`, `14:30`. */
export function timeOf(moment: Instant, zone: string = PARIS): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)
}

/** The instant at which clocks show `time` (`14:30`) on that day in `zone`; null when they never do, or do so twice. */
export function instantAt(of: Day, time: string, zone: string = PARIS): Instant | null {
  try {
    const local = Temporal.PlainDate.from(of).toPlainDateTime(Temporal.PlainTime.from(time))
    return local.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant().toString() as Instant
  } catch {
    return null
  }
}

/** Seconds from `from` to `to`: negative when `to` comes first. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}

/** Below 0 when `one` is earlier, above when it is later: texts of one instant differ by their fractions of a second. */
export function compareInstants(one: Instant, other: Instant): number {
  return Date.parse(one) - Date.parse(other)
}

/** The instant so many seconds later, or earlier when negative; to the millisecond, as `secondsBetween` tells them. */
export function laterBy(moment: Instant, seconds: number): Instant {
  const milliseconds = Math.round(seconds * 1000)
  return Temporal.Instant.from(moment)
    .add({ milliseconds })
    .toString({ fractionalSecondDigits: 3 }) as Instant
}
