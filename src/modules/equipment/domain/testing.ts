import { type Day, day } from '../../../kernel/day.ts'
import { type Instant, instantAt, laterBy } from '../../../kernel/instant.ts'
import type { Busy, Lendable, Span } from './availability.ts'
import type { DeskCalendar } from './opening.ts'

/** A local instant in Paris: `at('2027-03-30 10:00')`. */
export function at(moment: string): Instant {
  const found = instantAt(day(moment.slice(0, 10)), moment.slice(11))
  if (!found) throw new Error(`no such hour: ${moment}`)
  return laterBy(found, 0)
}

export function span(from: string, until: string): Span {
  return { from: at(from), until: at(until) }
}

/** The desk of the scenarios: Monday to Friday, 9–12 and 14–17. */
export function aDesk(change: Partial<DeskCalendar> = {}): DeskCalendar {
  const rules = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '09:00', closes: '12:00', from: day('2020-01-01'), until: null },
    { weekday, opens: '14:00', closes: '17:00', from: day('2020-01-01'), until: null },
  ])
  return {
    zone: 'Europe/Paris',
    holidays: 'metropole',
    holidayChanges: new Map(),
    overrides: new Map(),
    rules,
    ...change,
  }
}

export function aUnit(name: string, change: Partial<Lendable> = {}): Lendable {
  return {
    id: name,
    name,
    modelId: 'VR',
    parts: [],
    prepMinutes: 0,
    turnaroundMinutes: 120,
    isOutOfReach: false,
    lateUntil: null,
    loans: 0,
    ...change,
  }
}

/** Blocked as told: the turnaround is already in it. */
export function taken(unitId: string, from: string, until: string | null, kind: Busy['kind'] = 'loan'): Busy {
  return { unitId, kind, from: at(from), until: until === null ? null : at(until) }
}

export function days(first: string, count: number): Day[] {
  return Array.from({ length: count }, (_, index) =>
    day(`${first.slice(0, 8)}${String(Number(first.slice(8)) + index).padStart(2, '0')}`),
  )
}
