import { addDays, type Day } from '../../../../kernel/day.ts'
import {
  compareInstants,
  dayOf,
  type Instant,
  instantAt,
  laterBy,
  secondsBetween,
} from '../../../../kernel/instant.ts'
import { type Busy, meets, type Span } from '../availability.ts'
import { type DeskCalendar, hoursOn } from '../opening.ts'

/** A desk that hardly opens must not be searched for ever. */
const SEARCHED_DAYS = 90

/**
 * When the unit could be worked on: the desk open, nothing else in the way, the shortest wait first, one proposal for each
 * time the desk opens. Work longer than an opening goes on at the next one, and keeps the unit meanwhile. EQP-1001.
 */
export function windowsFor(
  calendar: DeskCalendar,
  busy: readonly Busy[],
  asked: { minutes: number; from: Instant; count: number },
): Span[] {
  const open = openings(calendar, dayOf(asked.from, calendar.zone))
  const found: Span[] = []
  for (const [index, opening] of open.entries()) {
    if (found.length === asked.count) break
    const span = firstFree(open.slice(index), opening, busy, asked)
    if (span) found.push(span)
  }
  return found
}

/** The first moment of that opening from which the work goes through; null when something is in the way throughout. */
function firstFree(
  open: readonly Span[],
  opening: Span,
  busy: readonly Busy[],
  { minutes, from }: { minutes: number; from: Instant },
): Span | null {
  const starts = [opening.from, from, ...busy.flatMap(({ until }) => until ?? [])]
    .filter((one) => compareInstants(one, opening.from) >= 0 && compareInstants(one, opening.until) < 0)
    .filter((one) => compareInstants(one, from) >= 0)
    .map((one) => laterBy(one, 0))
    .sort(compareInstants)
  for (const start of starts) {
    const until = endOfWork(open, start, minutes)
    if (until && !busy.some((one) => meets(one, { from: start, until }))) return { from: start, until }
  }
  return null
}

/** When so many minutes of open desk have gone by since `start`. */
function endOfWork(open: readonly Span[], start: Instant, minutes: number): Instant | null {
  let left = 60 * minutes
  for (const opening of open) {
    const begin = compareInstants(start, opening.from) > 0 ? start : opening.from
    const lasts = secondsBetween(begin, opening.until)
    if (lasts >= left) return laterBy(begin, left)
    left -= Math.max(0, lasts)
  }
  return null
}

function openings(calendar: DeskCalendar, first: Day): Span[] {
  const days = Array.from({ length: SEARCHED_DAYS }, (_, index) => addDays(first, index))
  return days.flatMap((day) =>
    hoursOn(calendar, day).hours.flatMap(([opens, closes]) => {
      const [from, until] = [instantAt(day, opens, calendar.zone), instantAt(day, closes, calendar.zone)]
      return from && until ? [{ from, until }] : []
    }),
  )
}
