import { type Day, latest } from '../../../../kernel/day.ts'
import { compareInstants, dayOf, type Instant, instantAt } from '../../../../kernel/instant.ts'
import { closingAfter, type DeskCalendar, type Hours, hoursOn } from '../opening.ts'

/** An appointment that was given at a desk. */
export interface Given {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** Is the desk open all along that appointment? Whatever the length of its slots today. */
export function keeps(calendar: DeskCalendar, { startsAt, endsAt }: Given): boolean {
  const { zone } = calendar
  const on = dayOf(startsAt, zone)
  return hoursOn(calendar, on).hours.some(([opens, closes]) => {
    const [first, last] = [instantAt(on, opens, zone), instantAt(on, closes, zone)]
    return (
      first !== null &&
      last !== null &&
      compareInstants(first, startsAt) <= 0 &&
      compareInstants(endsAt, last) <= 0
    )
  })
}

export interface Changed<Appointment> {
  /** Kept before, and no more: to be given another slot. */
  readonly closed: readonly Appointment[]
  /** Closed before, kept again. */
  readonly reopened: readonly Appointment[]
}

/** What another calendar does to the appointments given under the first one. EQP-306. */
export function changedBy<Appointment extends Given & { readonly isClosed: boolean }>(
  appointments: readonly Appointment[],
  after: DeskCalendar,
): Changed<Appointment> {
  return {
    closed: appointments.filter((one) => !one.isClosed && !keeps(after, one)),
    reopened: appointments.filter((one) => one.isClosed && keeps(after, one)),
  }
}

/** The calendar once these days have those hours (none: closed; null: those of the week again). */
export function withDays(
  calendar: DeskCalendar,
  days: readonly Day[],
  { hours, reason }: { hours: readonly Hours[] | null; reason: string },
): DeskCalendar {
  const overrides = new Map(calendar.overrides)
  for (const day of days) {
    if (hours === null) overrides.delete(day)
    else overrides.set(day, { hours, reason })
  }
  return { ...calendar, overrides }
}

/** The calendar once the week is another one from that day on. */
export function withWeek(calendar: DeskCalendar, from: Day, week: DeskCalendar['rules']): DeskCalendar {
  const ended = calendar.rules
    .filter((rule) => rule.from < from)
    .map((rule) => ({ ...rule, until: rule.until !== null && rule.until < from ? rule.until : from }))
  return { ...calendar, rules: [...ended, ...week] }
}

/**
 * Until when nobody is late who was to come back at an appointment that the desk closed: the borrower has these opening
 * days to choose another slot. EQP-306, EQP-1101.
 */
export function dueAfterClosing(
  after: DeskCalendar,
  { startsAt }: Pick<Given, 'startsAt'>,
  now: Instant,
  openingDays: number,
): Instant | null {
  const from = latest(dayOf(startsAt, after.zone), dayOf(now, after.zone)) ?? dayOf(now, after.zone)
  return closingAfter(after, from, openingDays)
}
