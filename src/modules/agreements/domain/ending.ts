import type { Day } from '../../../kernel/day.ts'
import { type PeriodGrid, periodAt } from './periods.ts'

export type EndReason = 'expired' | 'denounced' | 'terminated' | 'mutual'

/** What ends an agreement, and the last day it produces effect, inclusive. */
export interface Ending {
  readonly lastDay: Day
  readonly reason: EndReason
}

/** On the same last day the weightier reason is told (AGR-99). */
const WEIGHT: Readonly<Record<EndReason, number>> = { terminated: 0, denounced: 1, mutual: 2, expired: 3 }

/** The earlier of two endings, or the one that is known. */
export function earliestEnding(one: Ending | null, other: Ending | null): Ending | null {
  if (one === null || other === null) return one ?? other
  return precedes(other, one) ? other : one
}

/** The end of the last period known. AGR-36, AGR-37. */
export function termEnding({ term }: PeriodGrid): Ending | null {
  return term === null ? null : { lastDay: term, reason: 'expired' }
}

/** The end brought by a notice that runs out on `noticeEnd`: that day, or the end of its period. AGR-46, AGR-148. */
export function denunciationEnding(grid: PeriodGrid, noticeEnd: Day, anyTime: boolean): Ending {
  return { lastDay: anyTime ? noticeEnd : periodAt(grid, noticeEnd).lastDay, reason: 'denounced' }
}

function precedes(one: Ending, other: Ending): boolean {
  return (
    one.lastDay < other.lastDay ||
    (one.lastDay === other.lastDay && WEIGHT[one.reason] < WEIGHT[other.reason])
  )
}
