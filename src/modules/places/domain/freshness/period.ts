import { addDays, civil, type Day, fromCivil } from '../../../../kernel/day.ts'

/** How often a place owes a word: the conventions ask for the civil semester, a network may ask for another. DIR-57. */
export const PERIOD_LENGTHS = ['quarter', 'semester', 'year'] as const
export type PeriodLength = (typeof PERIOD_LENGTHS)[number]

/** A part of the civil year, both days in it. */
export interface Period {
  /** `2026-H1`, `2026-Q3`, `2026`. */
  readonly name: string
  readonly start: Day
  readonly lastDay: Day
}

const MONTHS: Readonly<Record<PeriodLength, number>> = { quarter: 3, semester: 6, year: 12 }

export function periodOf(on: Day, every: PeriodLength): Period {
  const { year, month } = civil(on)
  const months = MONTHS[every]
  const rank = Math.ceil(month / months)
  const start = fromCivil(year, (rank - 1) * months + 1, 1)
  const next = rank * months + 1
  const after = next > 12 ? fromCivil(year + 1, 1, 1) : fromCivil(year, next, 1)
  return { name: nameOf(year, rank, every), start, lastDay: addDays(after, -1) }
}

export function periodBefore({ start }: Period, every: PeriodLength): Period {
  return periodOf(addDays(start, -1), every)
}

export function periodAfter({ lastDay }: Period, every: PeriodLength): Period {
  return periodOf(addDays(lastDay, 1), every)
}

export function isWithin({ start, lastDay }: Period, on: Day): boolean {
  return start <= on && on <= lastDay
}

function nameOf(year: number, rank: number, every: PeriodLength): string {
  if (every === 'year') return String(year)
  return `${year}-${every === 'semester' ? 'H' : 'Q'}${rank}`
}
