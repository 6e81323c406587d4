import { addDays, type Day } from '../../../../kernel/day.ts'
import { dayOf, instantAt, startOfDay } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Desk, listDesks } from '../../data/desks.store.ts'
import { type Inventory, policyOn } from '../../data/inventory.store.ts'
import { substitutesOf } from '../../data/stock.queries.ts'
import { type Alternative, alternatives, nextFree, type Stock } from '../../domain/alternatives.ts'
import { freeUnits, type Span } from '../../domain/availability.ts'
import type { ModelId } from '../../domain/equipment.ts'
import { type Rules, rulesFrom } from '../../domain/rules.ts'
import { slotsOn } from '../../domain/slots.ts'
import { type StockAround, stockAround } from '../stock-around.ts'

/** Days of the period shown when nobody has said which. */
const USUAL_DAYS = 7

/** What one desk of an inventory lends, and by which rules, before any agreement is named. */
export interface Counter {
  readonly inventory: Inventory
  readonly desk: Desk
  readonly desks: readonly Desk[]
  readonly rules: Rules
  readonly today: Day
}

/** Null for an inventory without a desk: nothing can be fetched there yet. */
export async function counterOf(
  db: Database,
  { now }: Pick<Context, 'now'>,
  inventory: Inventory,
  deskId: string | null = null,
): Promise<Counter | null> {
  const desks = await listDesks(db, inventory.id)
  const desk = desks.find(({ id }) => id === deskId) ?? desks[0]
  if (!desk) return null
  const today = dayOf(now, desk.calendar.zone)
  const rules = rulesFrom({}, await policyOn(db, inventory.id, today))
  return { inventory, desk, desks, rules, today }
}

/** From the first appointment of one day to the last of the other; whole days where the desk is closed. */
export function spanOfDays({ desk, rules }: Counter, from: Day, until: Day): Span {
  const { calendar } = desk
  const minutes = rules.slotMinutes.value
  return {
    from: slotsOn(calendar, from, minutes)[0]?.start ?? startOfDay(from, calendar.zone),
    until: slotsOn(calendar, until, minutes).at(-1)?.start ?? startOfDay(addDays(until, 1), calendar.zone),
  }
}

/** A week from tomorrow, mid-morning: what « next free » is asked for. */
export function usualSpan({ desk, today }: Counter, days = USUAL_DAYS): Span {
  const { zone } = desk.calendar
  const at = (day: Day) => instantAt(day, '10:00', zone) ?? startOfDay(day, zone)
  return { from: at(addDays(today, 1)), until: at(addDays(today, 1 + days)) }
}

export function stockOfCounter(
  db: Database,
  counter: Counter,
  { now }: Pick<Context, 'now'>,
  span: Span,
  models: readonly ModelId[] | null = null,
): Promise<StockAround> {
  return stockAround(db, counter, { models, span, now })
}

/** How many units of a model are free over the whole span. */
export function freeCount(stock: Stock, modelId: ModelId, span: Span): number {
  return freeUnits(
    stock.units.filter((unit) => unit.modelId === modelId),
    stock.busy,
    span,
  ).length
}

/** The first periods of that length, one a week at most: « quand puis-je l’avoir ? ». EQP-108. */
export function firstPeriods(stock: Stock, modelId: ModelId, span: Span, count: number): Span[] {
  const found: Span[] = []
  let asked = span
  while (found.length < count) {
    const next = nextFree(stock, { modelId, unitId: null, span: asked, substitutes: [] })
    if (!next || !('span' in next)) return found
    found.push(next.span)
    asked = shiftedBy(next.span, 7, stock.desk.zone)
  }
  return found
}

/** What else could be had, when those dates are taken. */
export async function insteadOf(
  db: Database,
  counter: Counter,
  context: Pick<Context, 'now'>,
  { modelId, span }: { modelId: ModelId; span: Span },
): Promise<Alternative[]> {
  const substitutes = await substitutesOf(db, modelId)
  const stock = await stockOfCounter(db, counter, context, span, [modelId, ...substitutes])
  return alternatives(stock, { modelId, unitId: null, span, substitutes })
}

function shiftedBy({ from, until }: Span, days: number, zone: string): Span {
  const moved = (moment: Span['from']) => {
    const day = addDays(dayOf(moment, zone), days)
    return instantAt(day, '10:00', zone) ?? startOfDay(day, zone)
  }
  return { from: moved(from), until: moved(until) }
}
