import { addDays, type Day } from '../../../../kernel/day.ts'

/** What somebody says became of an orientation. `unanswered`: nobody said it in time. */
export const OUTCOMES = ['came', 'absent', 'unknown'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type CountedOutcome = Outcome | 'unanswered'

/** For how long a first name and a prescriber are kept, when nobody answers before. DIR-76. */
export const FOLLOWED_DAYS = 30

/** For how long whoever answered may say otherwise. DIR-76. */
export const CORRECTABLE_DAYS = 7

/** A week more than it may be corrected: whoever comes too late reads why. */
export const ANSWER_KEPT_DAYS = 2 * CORRECTABLE_DAYS

/** The last day on which an answer may be corrected. */
export function correctableUntil(answeredOn: Day): Day {
  return addDays(answeredOn, CORRECTABLE_DAYS)
}

/** Fewer sheets than that might tell of somebody: their number is not shown. */
export const FEWEST_SHOWN = 5
