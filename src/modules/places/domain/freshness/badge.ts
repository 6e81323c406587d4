import { addMonths, type Day } from '../../../../kernel/day.ts'
import type { FreshnessState } from './duty.ts'

/** What everybody reads of a place: confirmed on a day, silent for so many months, or never confirmed. DIR-59. */
export type FreshnessBadge =
  | { readonly kind: 'confirmed'; readonly on: Day }
  | { readonly kind: 'silent'; readonly on: Day; readonly months: number }
  | { readonly kind: 'never' }

/** Months without a word before the sheet of a place that owes none is said to be unconfirmed: a semester. */
const SILENT_MONTHS = 6

/** Null: nobody ever spoke of a place that owes nothing; the page says what its source says. */
export function badgeOf(
  lastSaidOn: Day | null,
  state: FreshnessState | null,
  today: Day,
): FreshnessBadge | null {
  if (lastSaidOn === null) return state === 'overdue' ? { kind: 'never' } : null
  const months = monthsSince(lastSaidOn, today)
  const isSilent = state === null ? months >= SILENT_MONTHS : state === 'overdue'
  return isSilent ? { kind: 'silent', on: lastSaidOn, months } : { kind: 'confirmed', on: lastSaidOn }
}

/** Whole months from a day to another. */
export function monthsSince(from: Day, to: Day): number {
  let months = 0
  while (addMonths(from, months + 1) <= to) months += 1
  return months
}
