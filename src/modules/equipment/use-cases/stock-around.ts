import { addDays, type Day } from '../../../kernel/day.ts'
import { compareInstants, dayOf, type Instant, laterBy } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import { seatsBooked } from '../data/slots.store.ts'
import { readStock, type StockRead } from '../data/stock.queries.ts'
import type { Stock } from '../domain/alternatives.ts'
import type { Span } from '../domain/availability.ts'
import type { ModelId } from '../domain/equipment.ts'
import { openingDayFrom } from '../domain/opening.ts'
import type { Slot } from '../domain/slots.ts'
import type { LendingFrame } from './lending-frame.ts'

const AROUND_SECONDS = 75 * 86_400

export interface StockAround extends Stock {
  readonly units: StockRead['units']
  readonly busy: StockRead['busy']
}

/**
 * The stock as it is around a span, far enough to look for other dates; which slots are open, by seats, notice and
 * horizon. Two statements. Null models: all of them.
 */
export async function stockAround(
  db: Database,
  { inventory, desk, rules }: Pick<LendingFrame, 'inventory' | 'desk' | 'rules'>,
  { models, span, now }: { models: readonly ModelId[] | null; span: Span; now: Instant },
): Promise<StockAround> {
  const window = { from: laterBy(span.from, -AROUND_SECONDS), until: laterBy(span.until, AROUND_SECONDS) }
  const riskHorizonDays = rules.riskHorizonDays.value
  const read = await readStock(db, inventory.id, { models, ...window, now, riskHorizonDays })
  const isSlotOpen = await slotsOpen(db, { desk, rules }, { window, now })
  return { ...read, desk: desk.calendar, slotMinutes: rules.slotMinutes.value, isSlotOpen }
}

/** Which slots of the window take somebody more: seats, notice and horizon. One statement. EQP-303, EQP-1804. */
export async function slotsOpen(
  db: Database,
  { desk, rules }: Pick<LendingFrame, 'desk' | 'rules'>,
  { window, now }: { window: Span; now: Instant },
): Promise<(slot: Slot) => boolean> {
  const booked = await seatsBooked(db, desk.id, window)
  const { calendar } = desk
  const today = dayOf(now, calendar.zone)
  const first = firstDay(openingDayFrom(calendar, today, rules.earliestNotice.value), today)
  const last = addDays(today, rules.horizonDays.value)
  return ({ start, day }) =>
    day >= first &&
    day <= last &&
    compareInstants(now, start) < 0 &&
    (booked.get(start) ?? 0) < rules.seatsPerSlot.value
}

/** A desk that no longer opens still answers about today. */
function firstDay(noticed: Day | null, today: Day): Day {
  return noticed ?? today
}
