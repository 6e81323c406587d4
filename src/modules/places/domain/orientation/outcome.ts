/** What somebody says became of an orientation. `unanswered`: nobody said it in time. */
export const OUTCOMES = ['came', 'absent', 'unknown'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type CountedOutcome = Outcome | 'unanswered'

/** For how long a first name and a prescriber are kept, when nobody answers before. DIR-76. */
export const FOLLOWED_DAYS = 30

/** Fewer sheets than that might tell of somebody: their number is not shown. */
export const FEWEST_SHOWN = 5
