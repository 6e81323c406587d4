import { addDays, addMonths, type Day } from '../../../../kernel/day.ts'

/** How often the file of a source is fetched. */
export type Schedule = 'never' | 'daily' | 'weekly' | 'monthly'

export const schedules: readonly Schedule[] = ['never', 'daily', 'weekly', 'monthly']

/** The next day on which it is fetched; null: never. */
export function nextHarvest(schedule: Schedule, today: Day): Day | null {
  switch (schedule) {
    case 'never':
      return null
    case 'daily':
      return addDays(today, 1)
    case 'weekly':
      return addDays(today, 7)
    case 'monthly':
      return addMonths(today, 1)
  }
}

/** Beyond that part of its places lost at once, a file is thought cut short. DIR-38. */
const MOST_MISSING = 0.2

/** So many places gone that somebody must look before a harvest is published. */
export function losesTooMany(missing: number, known: number): boolean {
  return known > 0 && missing / known > MOST_MISSING
}
