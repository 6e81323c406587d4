import { addDays, addMonths, type Day } from '../../../../kernel/day.ts'

/** Days between two notices, and between the last one and the hiding. */
export const NOTICE_DAYS = 30

export type HidingStep = 'first-notice' | 'second-notice' | 'hide'

interface Silence {
  /** The last word of the place, or the day it was listed. */
  since: Day
  /** Months of the network's rule, twelve at least. */
  afterMonths: number
  /** The notices sent since then, oldest first. */
  notices: readonly Day[]
}

/** What a long silence calls for today: two notices a month apart, then a month more. Null: nothing. DIR-60. */
export function hidingStep({ since, afterMonths, notices }: Silence, today: Day): HidingStep | null {
  if (addMonths(since, afterMonths) > today) return null
  const told = notices.filter((on) => on >= since).sort()
  const last = told.at(-1)
  if (last === undefined) return 'first-notice'
  if (addDays(last, NOTICE_DAYS) > today) return null
  return told.length === 1 ? 'second-notice' : 'hide'
}
