import type { Day } from '../../../kernel/day.ts'
import type { Rules } from './rules.ts'

/** What an agreement gives on a day: agreements' `coverOn`, and whether it opens the lending of that inventory. */
export interface LendingCover {
  readonly isOpen: boolean
  readonly status: string
  readonly lastDay: Day | null
  readonly isPlaceOutside: boolean
  readonly hasFormalNoticeRunning: boolean
  readonly lends: boolean
}

export type NoRight =
  | 'agreement_not_in_force'
  | 'agreement_lends_nothing'
  | 'place_not_covered'
  | 'return_after_the_last_day'
  | 'formal_notice_running'
  | 'too_late_elsewhere'

export interface LoanRight {
  readonly canRequest: boolean
  /** The last day a thing may come back; null while the agreement has no known end. */
  readonly lastReturnDay: Day | null
  readonly reasons: readonly NoRight[]
  /** Told to the manager, and refuses nothing. */
  readonly warnings: readonly NoRight[]
}

/** May this borrower ask, and until when? Derived each time, never kept. EQP-203. */
export function loanRight(
  cover: LendingCover,
  rules: Pick<Rules, 'suspendDuringNotice' | 'suspendAfterDaysLate'>,
  { daysLate = 0, lastDay = null }: { daysLate?: number; lastDay?: Day | null } = {},
): LoanRight {
  const limit = rules.suspendAfterDaysLate.value
  const notice = cover.hasFormalNoticeRunning ? (['formal_notice_running'] as const) : []
  const reasons: NoRight[] = [
    ...(cover.isPlaceOutside ? (['place_not_covered'] as const) : []),
    ...(cover.isOpen || cover.isPlaceOutside ? [] : (['agreement_not_in_force'] as const)),
    ...(cover.lends ? [] : (['agreement_lends_nothing'] as const)),
    ...(lastDay !== null && cover.lastDay !== null && lastDay > cover.lastDay
      ? (['return_after_the_last_day'] as const)
      : []),
    ...(rules.suspendDuringNotice.value ? notice : []),
    ...(limit !== null && daysLate > limit ? (['too_late_elsewhere'] as const) : []),
  ]
  return { canRequest: reasons.length === 0, lastReturnDay: cover.lastDay, reasons, warnings: notice }
}
