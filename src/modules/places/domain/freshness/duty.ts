import type { Day } from '../../../../kernel/day.ts'
import { isWithin, type Period, type PeriodLength, periodAfter, periodOf } from './period.ts'

/** What a place owes of its information in one period, the semester of the conventions. 000 art. 4, LAB-32, DIR-57. */
export interface InformationDuty {
  readonly period: Period
  readonly status: 'fulfilled' | 'exempted' | 'due' | 'overdue'
  /** The day that fulfils it: what the directory says was true that day. */
  readonly fulfilledOn: Day | null
}

/** Since when a place owes it, and until when, excluded; null: nothing is known to stop it. */
export interface Owing {
  readonly from: Day
  readonly until: Day | null
  /** How often, by the rule of the network. */
  readonly every: PeriodLength
}

/** What was said of the place, and the periods (by their first day) that it was let off. */
export interface Said {
  readonly on: readonly Day[]
  readonly exempted: readonly Day[]
}

/**
 * Each period owed, from the one of the first day to that of `today`. The period of entry is covered by the entry
 * itself; one during which the label stops is not owed. What is said in a period fulfils that one alone (LAB-79).
 */
export function informationDuties({ from, until, every }: Owing, said: Said, today: Day): InformationDuty[] {
  const duties: InformationDuty[] = []
  for (let period = periodOf(from, every); period.start <= today; period = periodAfter(period, every)) {
    if (until !== null && until <= period.lastDay) break
    duties.push(dutyIn(period, from, said, today))
  }
  return duties
}

function dutyIn(period: Period, entry: Day, { on, exempted }: Said, today: Day): InformationDuty {
  const fulfilledOn =
    [...on].sort().find((day) => isWithin(period, day)) ?? (isWithin(period, entry) ? entry : null)
  if (fulfilledOn !== null) return { period, status: 'fulfilled', fulfilledOn }
  if (exempted.includes(period.start)) return { period, status: 'exempted', fulfilledOn }
  return { period, status: today > period.lastDay ? 'overdue' : 'due', fulfilledOn }
}

/** Where a place stands today: à faire, fait, en retard, dispensé. DIR-59. */
export type FreshnessState = 'done' | 'due' | 'overdue' | 'exempted'

/**
 * Late: the last period went by without a word, and nothing was said since. One word in the present period ends the
 * delay without covering what was missed. Null: nothing is owed today.
 */
export function stateOf(duties: readonly InformationDuty[], today: Day): FreshnessState | null {
  const now = duties.at(-1)
  if (!now || !isWithin(now.period, today)) return null
  if (now.status === 'fulfilled') return 'done'
  if (now.status === 'exempted') return 'exempted'
  return duties.at(-2)?.status === 'overdue' ? 'overdue' : 'due'
}

/** The periods that went by without a word, the oldest first. */
export function missed(duties: readonly InformationDuty[]): Period[] {
  return duties.filter(({ status }) => status === 'overdue').map(({ period }) => period)
}
