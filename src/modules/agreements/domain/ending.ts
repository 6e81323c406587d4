import type { Day } from '../../../kernel/day.ts'
import { knownTerm, type PeriodGrid, periodAt } from './periods.ts'

export type EndReason = 'expired' | 'denounced' | 'terminated' | 'mutual'

/** What ends an agreement, and the last day it produces effect, inclusive. */
export interface Ending {
  readonly lastDay: Day
  readonly reason: EndReason
}

/** On the same last day the weightier reason is told (AGR-99). */
const WEIGHT: Readonly<Record<EndReason, number>> = { terminated: 0, denounced: 1, mutual: 2, expired: 3 }

/** The earliest of the endings known, or null while none is. */
export function earliestEnding(...endings: readonly (Ending | null)[]): Ending | null {
  return endings.reduce((first, one) => (one && (first === null || precedes(one, first)) ? one : first), null)
}

/** The end of the last period known. AGR-36, AGR-37. */
export function termEnding(grid: PeriodGrid): Ending | null {
  const lastDay = knownTerm(grid)
  return lastDay === null ? null : { lastDay, reason: 'expired' }
}

/** The end brought by a notice that runs out on `noticeEnd`: that day, or the end of its period. AGR-46, AGR-148. */
export function denunciationEnding(grid: PeriodGrid, noticeEnd: Day, anyTime: boolean): Ending {
  return { lastDay: anyTime ? noticeEnd : periodAt(grid, noticeEnd).lastDay, reason: 'denounced' }
}

function precedes(one: Ending, other: Ending): boolean {
  return one.lastDay < other.lastDay || (one.lastDay === other.lastDay && WEIGHT[one.reason] < WEIGHT[other.reason])
}
