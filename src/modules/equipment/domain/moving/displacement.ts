import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts'
import { compareInstants, dayOf, type Instant } from '../../../../kernel/instant.ts'
import { lastReturnSlot, type Stock } from '../alternatives.ts'
import { type Busy, freeUnits, type Lendable, meets, type Span } from '../availability.ts'
import { type DeskCalendar, openingDaysBetween } from '../opening.ts'
import type { Rules } from '../rules.ts'
import { slotsOn } from '../slots.ts'

export type Proposal =
  | { readonly kind: 'same_model'; readonly unitId: string }
  /** Another model: the borrower must agree to it. */
  | { readonly kind: 'compatible'; readonly unitId: string }
  /** Before and after the owner's dates; either may be missing, not both. */
  | { readonly kind: 'split'; readonly before: Span | null; readonly after: Span | null }
  | { readonly kind: 'waiting_list' }

export type NoDisplacement = 'displacement_not_written' | 'notice_too_short' | 'already_out'

/** May an approved loan make way for its owner, that day? Null: yes. EQP-602. */
export function displacementProblem(
  { pickup, isOut }: { pickup: Instant; isOut: boolean },
  rules: Pick<Rules, 'displacementNotice'>,
  desk: DeskCalendar,
  today: Day,
): NoDisplacement | null {
  const notice = rules.displacementNotice.value
  if (isOut) return 'already_out'
  if (notice === null) return 'displacement_not_written'
  return noticeLeft(desk, today, pickup) < notice ? 'notice_too_short' : null
}

/** Opening days from today to the pickup. */
export function noticeLeft(desk: DeskCalendar, today: Day, pickup: Instant): number {
  return openingDaysBetween(desk, today, dayOf(pickup, desk.zone))
}

/**
 * What is proposed first to whoever makes way: a unit of the same model, else one of a model that does as well, else
 * the days around the owner's, else the waiting list. `stock.busy` holds no row of the loan that is moved.
 */
export function proposalFor(
  stock: Stock,
  loan: { unit: Lendable; span: Span; substitutes: readonly string[] },
  owners: Busy,
): Proposal {
  const others = stock.units.filter(({ id }) => id !== loan.unit.id)
  const free = (modelId: string) =>
    freeUnits(
      others.filter((unit) => unit.modelId === modelId),
      stock.busy,
      loan.span,
    )[0]?.unit.id
  const same = free(loan.unit.modelId)
  if (same) return { kind: 'same_model', unitId: same }
  for (const modelId of loan.substitutes) {
    const unitId = free(modelId)
    if (unitId) return { kind: 'compatible', unitId }
  }
  return splitAround(stock, loan, owners) ?? { kind: 'waiting_list' }
}

/** The parts of the loan that the owner leaves, each between two appointments possible at the desk. EQP-603. */
function splitAround(
  stock: Stock,
  { unit, span }: { unit: Lendable; span: Span },
  owners: Busy,
): Proposal | null {
  const taken = [...stock.busy, owners]
  const last = meets(owners, span) ? lastReturnSlot({ ...stock, busy: taken }, unit, span) : null
  const before = last ? { from: span.from, until: last.start } : null
  const after = owners.until === null ? null : firstAfter(stock, unit, span, taken, owners.until)
  return before || after ? { kind: 'split', before, after } : null
}

function firstAfter(
  stock: Stock,
  unit: Lendable,
  { until }: Span,
  busy: readonly Busy[],
  from: Instant,
): Span | null {
  const [first, last] = [dayOf(from, stock.desk.zone), dayOf(until, stock.desk.zone)]
  for (let away = 0; away <= daysBetween(first, last); away += 1) {
    const slot = slotsOn(stock.desk, addDays(first, away), stock.slotMinutes).find(
      ({ start }) =>
        compareInstants(from, start) <= 0 &&
        compareInstants(start, until) < 0 &&
        freeUnits([unit], busy, { from: start, until }).length > 0,
    )
    if (slot) return { from: slot.start, until }
  }
  return null
}
