import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'

/** How long a call to sign lives, and how often it is recalled. AGR-28. */
export interface CallLife {
  /** In days; null: never recalled. */
  readonly remindEvery: number | null
  /** The last day of the link; null: open until somebody closes it. The agreement itself never changes by it. */
  readonly expiresOn: Day | null
}

export const MOST_DAYS_BETWEEN_REMINDERS = 60

/** The link is closed from the day after. */
export function hasExpired({ expiresOn }: Pick<CallLife, 'expiresOn'>, today: Day): boolean {
  return expiresOn !== null && today > expiresOn
}

/** How many reminders are due by then to somebody whose turn came on `calledOn`: only the last one is news. */
export function reminderStep({ remindEvery, expiresOn }: CallLife, calledOn: Day, today: Day): number {
  if (!remindEvery || hasExpired({ expiresOn }, today) || today < calledOn) return 0
  return Math.floor(daysBetween(calledOn, today) / remindEvery)
}

/** The day of the next reminder, or null. */
export function nextReminder(life: CallLife, calledOn: Day, today: Day): Day | null {
  if (!life.remindEvery) return null
  const next = addDays(calledOn, (reminderStep(life, calledOn, today) + 1) * life.remindEvery)
  return hasExpired(life, next) ? null : next
}
