import { type Day, latest } from '../../../kernel/day.ts'
import type { Denunciation } from './denunciation.ts'
import { type PeriodGrid, periodAt } from './periods.ts'
import type { Readings } from './profile.ts'

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

/**
 * The end that a running notice brings: the day it runs out, or the end of its period where the clause or the
 * reading says so. AGR-46, AGR-47, AGR-77, AGR-148.
 */
export function noticeEnding(
  grid: PeriodGrid,
  { triggeredOn, noticeEnd, anyTime }: Denunciation,
  readings: Readings,
): Ending | null {
  if (noticeEnd === null || triggeredOn === null) return null
  return { lastDay: lastDayOfNotice(grid, triggeredOn, noticeEnd, anyTime, readings), reason: 'denounced' }
}

function lastDayOfNotice(
  grid: PeriodGrid,
  triggeredOn: Day,
  noticeEnd: Day,
  anyTime: boolean,
  { denunciationInInitialTerm, denunciationPastTerm }: Readings,
): Day {
  const started = periodAt(grid, triggeredOn)
  const isCutByTerm = grid.tacit !== null && denunciationPastTerm === 'term_ends_it'
  if (isCutByTerm && noticeEnd > started.lastDay) return started.lastDay
  if (!anyTime) return periodAt(grid, noticeEnd).lastDay
  const onlyStopsRenewals = grid.tacit !== null && denunciationInInitialTerm === 'renewals_only'
  const waits = onlyStopsRenewals && started.kind === 'initial'
  return waits ? (latest(noticeEnd, started.lastDay) ?? noticeEnd) : noticeEnd
}

function precedes(one: Ending, other: Ending): boolean {
  return (
    one.lastDay < other.lastDay ||
    (one.lastDay === other.lastDay && WEIGHT[one.reason] < WEIGHT[other.reason])
  )
}
