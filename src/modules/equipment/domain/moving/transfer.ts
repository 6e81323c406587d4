import { addDays, type Day } from '../../../../kernel/day.ts'
import { startOfDay } from '../../../../kernel/instant.ts'
import type { Span } from '../availability.ts'
import { type DeskCalendar, openingDayFrom } from '../opening.ts'

/**
 * How long a unit is on its way: from the day it leaves to the end of the day it can be received, `openingDays` days of
 * the desk that receives it later, the closed days between them included. Null: that desk does not open so often. EQP-307.
 */
export function transferSpan(receiving: DeskCalendar, leaves: Day, openingDays: number): Span | null {
  const arrives = openingDayFrom(receiving, leaves, openingDays)
  if (!arrives) return null
  const { zone } = receiving
  return { from: startOfDay(leaves, zone), until: startOfDay(addDays(arrives, 1), zone) }
}
