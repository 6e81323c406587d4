import { type Day, daysBetween } from '../../../../kernel/day.ts'

const SILENT_AFTER_DAYS = 7

/** A network that last answered that long ago: its places stay, and are said to be so old. DIR-90. */
export function isSilentSince(answeredOn: Day, today: Day): boolean {
  return daysBetween(answeredOn, today) >= SILENT_AFTER_DAYS
}
