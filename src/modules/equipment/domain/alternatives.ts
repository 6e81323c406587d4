import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { compareInstants, dayOf, type Instant, timeOf } from '../../../kernel/instant.ts'
import { type Busy, freeUnits, type Lendable, type Span } from './availability.ts'
import type { DeskCalendar } from './opening.ts'
import { type Slot, slotsOn } from './slots.ts'

/** What is offered instead of what is not free. EQP-504. */
export type Alternative =
  | { readonly kind: 'other_unit'; readonly unitId: string; readonly span: Span }
  | { readonly kind: 'other_dates'; readonly unitId: string; readonly span: Span; readonly daysAway: number }
  | { readonly kind: 'substitute'; readonly unitId: string; readonly modelId: string; readonly span: Span }
  | { readonly kind: 'waiting_list' }

/** All there is to know to answer: the stock, what takes it, and when one may come to the desk. */
export interface Stock {
  readonly units: readonly Lendable[]
  readonly busy: readonly Busy[]
  readonly desk: DeskCalendar
  readonly slotMinutes: number
  /** A seat is left, the notice is kept, the horizon too. */
  readonly isSlotOpen: (slot: Slot) => boolean
}

export interface Wish {
  readonly modelId: string
  /** This very unit; null: any of the model. */
  readonly unitId: string | null
  readonly span: Span
  /** Models that do as well, best first. */
  readonly substitutes: readonly string[]
}

const MOST_ALTERNATIVES = 5
const SEARCHED_DAYS = 60

/** Up to five ways out, the nearest to the wish first: another unit, other dates, another model, then the list. */
export function alternatives(stock: Stock, wish: Wish): Alternative[] {
  const found: Alternative[] = [
    ...otherUnits(stock, wish).slice(0, 1),
    ...otherDates(stock, wish, 2),
    ...substitutesFor(stock, wish).slice(0, 1),
  ]
  return [...found.slice(0, MOST_ALTERNATIVES - 1), { kind: 'waiting_list' }]
}

function otherUnits({ units, busy }: Stock, { modelId, unitId, span }: Wish): Alternative[] {
  const others = units.filter((unit) => unit.modelId === modelId && unit.id !== unitId)
  return freeUnits(others, busy, span).map(({ unit }) => ({ kind: 'other_unit', unitId: unit.id, span }))
}

function substitutesFor({ units, busy }: Stock, { substitutes, span }: Wish): Alternative[] {
  return substitutes.flatMap((modelId) =>
    freeUnits(
      units.filter((unit) => unit.modelId === modelId),
      busy,
      span,
    ).map(({ unit }): Alternative => ({ kind: 'substitute', unitId: unit.id, modelId, span })),
  )
}

/** The nearest other periods of as many days, one unit each: "when can I have it?". */
export function otherDates(stock: Stock, wish: Wish, count: number): Alternative[] {
  const found: Alternative[] = []
  for (let away = 1; away <= SEARCHED_DAYS && found.length < count; away += 1) {
    for (const daysAway of [away, -away]) {
      const one = shifted(stock, wish, daysAway)
      if (one && found.length < count) found.push(one)
    }
  }
  return found
}

/** The first period from that day on, of as many days; null within the days searched. EQP-108. */
export function nextFree(stock: Stock, wish: Wish): Alternative | null {
  for (let away = 0; away <= SEARCHED_DAYS; away += 1) {
    const one = shifted(stock, wish, away)
    if (one) return one
  }
  return null
}

function shifted(stock: Stock, { modelId, unitId, span }: Wish, daysAway: number): Alternative | null {
  const moved = movedBy(stock, span, daysAway)
  if (!moved) return null
  const units = stock.units.filter((unit) => (unitId ? unit.id === unitId : unit.modelId === modelId))
  const [best] = freeUnits(units, stock.busy, moved)
  return best ? { kind: 'other_dates', unitId: best.unit.id, span: moved, daysAway } : null
}

/** The same span so many days away: as near the same hours as the desk allows, both appointments possible. */
function movedBy(
  { desk, slotMinutes, isSlotOpen }: Stock,
  { from, until }: Span,
  daysAway: number,
): Span | null {
  const slot = (moment: Instant) =>
    nearestHour(
      slotsOn(desk, addDays(dayOf(moment, desk.zone), daysAway), slotMinutes).filter(isSlotOpen),
      timeOf(moment, desk.zone),
    )
  const [pickup, back] = [slot(from), slot(until)]
  return pickup && back && compareInstants(pickup.start, back.start) < 0
    ? { from: pickup.start, until: back.start }
    : null
}

function nearestHour(slots: readonly Slot[], time: string): Slot | null {
  const far = (slot: Slot) => Math.abs(minutes(slot.time) - minutes(time))
  return slots.reduce<Slot | null>((best, one) => (best && far(best) <= far(one) ? best : one), null)
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The slots of a day at which that unit can leave: its last use and its turnaround are over. EQP-303, EQP-403. */
export function pickupSlots(stock: Stock, unit: Lendable, day: Day): Slot[] {
  return slotsOn(stock.desk, day, stock.slotMinutes)
    .filter(stock.isSlotOpen)
    .filter(({ start, end }) => freeUnits([unit], stock.busy, { from: start, until: end }).length > 0)
}

/** The last slot at which it can come back before what follows it; null when it must not leave at all. EQP-703. */
export function lastReturnSlot(stock: Stock, unit: Lendable, span: Span): Slot | null {
  const [first, last] = [dayOf(span.from, stock.desk.zone), dayOf(span.until, stock.desk.zone)]
  for (let back = 0; back <= daysBetween(first, last); back += 1) {
    const slots = slotsOn(stock.desk, addDays(last, -back), stock.slotMinutes)
      .filter(({ start }) => compareInstants(span.from, start) < 0 && compareInstants(start, span.until) <= 0)
      .filter(({ start }) => freeUnits([unit], stock.busy, { from: span.from, until: start }).length > 0)
    const slot = slots.at(-1)
    if (slot) return slot
  }
  return null
}
