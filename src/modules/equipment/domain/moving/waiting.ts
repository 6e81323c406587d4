import type { Day } from '../../../../kernel/day.ts'
import { compareInstants, type Instant, laterBy } from '../../../../kernel/instant.ts'
import { type Busy, freeUnits, type Lendable, type Span } from '../availability.ts'
import { closingAfter, type DeskCalendar } from '../opening.ts'

export interface Waiting {
  readonly id: string
  readonly modelId: string
  /** This very unit; null: any of the model. */
  readonly unitId: string | null
  readonly span: Span
  /** 1 is served first. */
  readonly priority: number
  readonly joinedAt: Instant
}

/** The order of the list: the class of the policy, then first come. EQP-1201. */
export function inOrder<Entry extends Waiting>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(
    (one, other) => one.priority - other.priority || compareInstants(one.joinedAt, other.joinedAt),
  )
}

/** To whom the freed unit is offered: the first whose period it can serve, and nobody else meanwhile. EQP-1202. */
export function nextServed<Entry extends Waiting>(
  entries: readonly Entry[],
  unit: Lendable,
  busy: readonly Busy[],
  now: Instant,
): Entry | null {
  return (
    inOrder(entries).find(
      (entry) =>
        (entry.unitId === null ? entry.modelId === unit.modelId : entry.unitId === unit.id) &&
        compareInstants(now, entry.span.from) < 0 &&
        freeUnits([unit], busy, entry.span).length > 0,
    ) ?? null
  )
}

/** Until when an offer stands: the desk's closing on the next opening days, a day at least if it never opens. */
export function offerEnd(desk: DeskCalendar, today: Day, now: Instant, openingDays: number): Instant {
  return closingAfter(desk, today, openingDays) ?? laterBy(now, 86_400)
}

/** Until when one may still come to fetch; after that the loan is a no-show. EQP-1204. */
export function noShowAfter(desk: DeskCalendar, pickupDay: Day, pickup: Instant, graceDays: number): Instant {
  return closingAfter(desk, pickupDay, graceDays) ?? laterBy(pickup, 86_400)
}
