import { type Day, daysBetween, parseDay } from '../../../../kernel/day.ts'

const FARTHEST_DAYS = 1100

/** A day typed in an address or a field; null when it cannot be read, or is years away from today. */
export function nearDay(typed: string, today: Day): Day | null {
  const read = parseDay(typed)
  return read && Math.abs(daysBetween(today, read)) <= FARTHEST_DAYS ? read : null
}

/** A day as its field shows it, `17/06/2026`; what cannot be read is given back as it was typed. */
export function fieldDay(typed: string): string {
  const read = parseDay(typed)
  return read ? read.split('-').reverse().join('/') : typed
}
