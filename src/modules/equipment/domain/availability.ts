import { addDays, type Day } from '../../../kernel/day.ts'
import { compareInstants, type Instant, laterBy, startOfDay } from '../../../kernel/instant.ts'

export type OccupancyKind = 'loan' | 'owner_use' | 'maintenance' | 'incident' | 'transfer'

/** A time a unit is not free, its preparation and turnaround included. */
export interface Busy {
  readonly unitId: string
  readonly kind: OccupancyKind
  readonly from: Instant
  /** Null: nobody knows yet. */
  readonly until: Instant | null
}

interface Ends {
  readonly from: Instant
  readonly until: Instant | null
}

/** What is asked of the unit, without its delays. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** A unit that can be lent, with all that leaves with it. */
export interface Lendable {
  readonly id: string
  readonly name: string
  readonly modelId: string
  /** The serialised parts of a kit: it is free when they all are. EQP-105. */
  readonly parts: readonly { readonly id: string; readonly name: string }[]
  readonly prepMinutes: number
  readonly turnaroundMinutes: number
  /** Not in service, lacking a critical part, or part of a kit that is never lent alone. */
  readonly isOutOfReach: boolean
  /** Kept by a borrower past its due day: takes nothing that starts before then. EQP-1102. */
  readonly lateUntil: Instant | null
  /** How often it was lent: the least used goes first. */
  readonly loans: number
}

/** What stands in the way, with the part of the kit that is taken when it is one. */
export interface Blocker {
  readonly unitId: string
  readonly name: string
  readonly kind: OccupancyKind | 'out_of_service' | 'late'
  readonly until: Instant | null
}

/** The span with its preparation before and its turnaround after: the one place that widens it. EQP-401, EQP-405. */
export function widened(
  { from, until }: Span,
  delays: Pick<Lendable, 'prepMinutes' | 'turnaroundMinutes'>,
): Span {
  return {
    from: laterBy(from, -60 * delays.prepMinutes),
    until: laterBy(until, 60 * delays.turnaroundMinutes),
  }
}

/** The first thing in the way of lending that unit then, or null when it is free. */
export function blockerOf(unit: Lendable, busy: readonly Busy[], span: Span): Blocker | null {
  if (unit.isOutOfReach) return { unitId: unit.id, name: unit.name, kind: 'out_of_service', until: null }
  if (unit.lateUntil !== null && compareInstants(span.from, unit.lateUntil) < 0)
    return { unitId: unit.id, name: unit.name, kind: 'late', until: unit.lateUntil }
  const asked = widened(span, unit)
  for (const thing of [unit, ...unit.parts]) {
    const taken = busy.find((one) => one.unitId === thing.id && meets(one, asked))
    if (taken) return { unitId: thing.id, name: thing.name, kind: taken.kind, until: taken.until }
  }
  return null
}

export interface Choice {
  readonly unit: Lendable
  /** Seconds left idle between this loan and its nearest neighbour; null: it has none. */
  readonly idleSeconds: number | null
}

/**
 * The units that can be lent then, best first: the smallest gap left beside another use, then the least lent, then by
 * name. EQP-406.
 */
export function freeUnits(units: readonly Lendable[], busy: readonly Busy[], span: Span): Choice[] {
  return units
    .filter((unit) => blockerOf(unit, busy, span) === null)
    .map((unit) => ({ unit, idleSeconds: idleBeside(unit, busy, span) }))
    .sort(
      (one, other) =>
        (one.idleSeconds ?? Number.POSITIVE_INFINITY) - (other.idleSeconds ?? Number.POSITIVE_INFINITY) ||
        one.unit.loans - other.unit.loans ||
        (one.unit.name < other.unit.name ? -1 : 1),
    )
}

export interface DayCell {
  readonly day: Day
  /** What takes it, in the order of the day; empty: free. */
  readonly kinds: readonly OccupancyKind[]
  readonly isFreePartOfTheDay: boolean
}

/** One row of the calendar: what takes a unit and its parts, day by day, in local days. EQP-109. */
export function daysOf(unit: Lendable, busy: readonly Busy[], days: readonly Day[], zone: string): DayCell[] {
  const own = busy.filter(({ unitId }) => unitId === unit.id || unit.parts.some(({ id }) => id === unitId))
  return days.map((day) => {
    const whole: Span = { from: startOfDay(day, zone), until: startOfDay(addDays(day, 1), zone) }
    const taken = own.filter((one) => meets(one, whole)).sort((a, b) => compareInstants(a.from, b.from))
    return {
      day,
      kinds: [...new Set(taken.map(({ kind }) => kind))],
      isFreePartOfTheDay: !covers(taken, whole),
    }
  })
}

/** Half-open: what ends when the other begins does not meet it. */
export function meets(busy: Ends, span: Span): boolean {
  return (
    compareInstants(busy.from, span.until) < 0 &&
    (busy.until === null || compareInstants(span.from, busy.until) < 0)
  )
}

function covers(taken: readonly Busy[], whole: Span): boolean {
  let reached = whole.from
  for (const one of taken) {
    if (compareInstants(one.from, reached) > 0) return false
    if (one.until === null) return true
    if (compareInstants(one.until, reached) > 0) reached = one.until
  }
  return compareInstants(reached, whole.until) >= 0
}

function idleBeside(unit: Lendable, busy: readonly Busy[], span: Span): number | null {
  const asked = widened(span, unit)
  const gaps = busy
    .filter(({ unitId }) => unitId === unit.id)
    .flatMap(({ from, until }) => [
      Date.parse(from) - Date.parse(asked.until),
      until === null ? -1 : Date.parse(asked.from) - Date.parse(until),
    ])
    .filter((gap) => gap >= 0)
  return gaps.length === 0 ? null : Math.min(...gaps) / 1000
}
