import { addDays, type Day } from './day.ts'

/** Half-open: `start` is in, `end` is out. No `end`: open-ended. Outward values are inclusive: see `lastDay`. */
export interface Period {
  start: Day
  end: Day | null
}

/** The period that runs through `last`, inclusive. */
export function through(start: Day, last: Day | null): Period {
  return { start, end: last === null ? null : addDays(last, 1) }
}

export function lastDay(period: Period): Day | null {
  return period.end === null ? null : addDays(period.end, -1)
}

export function contains(period: Period, on: Day): boolean {
  return period.start <= on && (period.end === null || on < period.end)
}

export function overlap(one: Period, other: Period): boolean {
  return (one.end === null || other.start < one.end) && (other.end === null || one.start < other.end)
}
