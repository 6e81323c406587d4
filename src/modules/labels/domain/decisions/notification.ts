import { addDays, addMonths, type Day } from '../../../../kernel/day.ts'
import { type HolidayCalendar, workingDayFrom } from '../../../../kernel/working-day.ts'

export const LETTER_FACTS = ['posted', 'presented', 'received', 'returned'] as const

/** One fact of how a decision travelled. The last one told of a kind counts. */
export interface NotificationFact {
  readonly kind: 'opened' | (typeof LETTER_FACTS)[number]
  readonly on: Day
}

export interface Notified {
  readonly on: Day
  /** Opened in the account, handed over, or presented and never fetched. */
  readonly by: 'opened' | 'received' | 'presented'
}

/**
 * The day a decision is notified: opened in the account or received, whichever comes first; a letter that came back is
 * notified by its presentation. Null while none is known: nothing runs. LAB-16.
 */
export function notifiedOn(facts: readonly NotificationFact[]): Notified | null {
  const last = (kind: NotificationFact['kind']) => facts.findLast((fact) => fact.kind === kind)?.on ?? null
  const presented = last('returned') === null ? null : last('presented')
  const known = (['opened', 'received', 'presented'] as const).flatMap((by): Notified[] => {
    const on = by === 'presented' ? presented : last(by)
    return on === null ? [] : [{ on, by }]
  })
  return known.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))[0] ?? null
}

/**
 * The last day to contest: so many months from the notification, neither the first nor the last day counted, moved to a
 * working day. Null while the notification, or the delay, is unknown.
 */
export function appealLastDay(
  notified: Notified | null,
  months: number | null,
  calendar?: HolidayCalendar,
): Day | null {
  return notified && months ? workingDayFrom(addDays(addMonths(notified.on, months), 1), calendar) : null
}
