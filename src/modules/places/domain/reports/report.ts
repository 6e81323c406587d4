import { addDays, type Day } from '../../../../kernel/day.ts'

/** What somebody says is wrong about a place. DIR-74. */
export const REPORT_KINDS = ['closed', 'moved', 'hours', 'phone', 'duplicate', 'other'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export const REPORT_OUTCOMES = ['corrected', 'refused'] as const
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]

/** How long whoever keeps the place has before the head of the network takes it up. */
const DAYS_BEFORE_STAFF = 7

/** The first day on which staff takes it up: at once when nobody keeps the place. */
export function staffFrom(sentOn: Day, isPlaceKept: boolean): Day {
  return isPlaceKept ? addDays(sentOn, DAYS_BEFORE_STAFF) : sentOn
}

/** So many people who say that a place has closed are told to the public, before anybody answers. */
const SAID_BY = 2

export function isToBeChecked(openClosures: number): boolean {
  return openClosures >= SAID_BY
}
