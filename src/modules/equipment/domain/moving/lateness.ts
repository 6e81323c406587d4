import { type Day, daysBetween } from '../../../../kernel/day.ts'
import { compareInstants, dayOf, type Instant } from '../../../../kernel/instant.ts'

export interface DueDate {
  readonly kind: 'original' | 'extension' | 'recall' | 'closure' | 'shortening'
  readonly dueAt: Instant
  readonly recordedAt: Instant
  readonly liftedAt: Instant | null
}

/** The last due date that still stands, whatever came before; null before the loan has one. EQP-704. */
export function dueAt(dates: readonly DueDate[]): DueDate | null {
  return dates
    .filter(({ liftedAt }) => liftedAt === null)
    .reduce<DueDate | null>(
      (last, one) => (last && compareInstants(last.recordedAt, one.recordedAt) > 0 ? last : one),
      null,
    )
}

export interface Lateness {
  /** The hour has passed, the day has not. */
  readonly isPastSlot: boolean
  /** Local calendar days after the due day; 0: not late. */
  readonly daysLate: number
}

/**
 * Is what is out late, now? Read from who has it and when it was due, and kept nowhere: an extension ends it at once.
 * `isDeskClosed`: the appointment fell to a closure, and nobody is late because of it. EQP-1101, EQP-306, EQP-705.
 */
export function latenessOf(
  { due, isOut, isDeskClosed }: { due: Instant; isOut: boolean; isDeskClosed: boolean },
  now: Instant,
  zone: string,
): Lateness {
  if (!isOut || isDeskClosed) return { isPastSlot: false, daysLate: 0 }
  const days = daysBetween(dayOf(due, zone), dayOf(now, zone))
  return { isPastSlot: days === 0 && compareInstants(now, due) > 0, daysLate: Math.max(0, days) }
}

export type Risk = 'unit_is_late' | 'unit_is_not_in_service' | 'unit_lacks_a_part' | 'upkeep_is_late'

/** Why a coming loan may not find its unit; empty: it will. EQP-1101. */
export function risksOf(unit: {
  readonly isLate: boolean
  readonly isInService: boolean
  readonly lacksCriticalPart: boolean
  /** An upkeep that was due keeps it from leaving. EQP-1001. */
  readonly isUpkeepLate?: boolean
}): Risk[] {
  return [
    ...(unit.isLate ? (['unit_is_late'] as const) : []),
    ...(unit.isInService ? [] : (['unit_is_not_in_service'] as const)),
    ...(unit.lacksCriticalPart ? (['unit_lacks_a_part'] as const) : []),
    ...(unit.isUpkeepLate ? (['upkeep_is_late'] as const) : []),
  ]
}

/** The recall that an agreement's end asks for: the last day the thing may still come back, null when none. EQP-204. */
export function recallDay(due: Instant, lastDay: Day | null, zone: string): Day | null {
  return lastDay !== null && dayOf(due, zone) > lastDay ? lastDay : null
}
