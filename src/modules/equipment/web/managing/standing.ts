import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import { organisationNames } from '../../../identity/index.ts'
import { appointmentsChanged, type HoursChange } from '../../use-cases/moving/close-desk.ts'

/** An appointment that stands at a desk about to change its hours. */
export interface StandingAppointment {
  readonly startsAt: Instant
  readonly purpose: 'pickup' | 'return'
  readonly unit: string
  readonly borrower: string
}

/** Those the desk would no longer keep, with the names of who has them. EQP-306. */
export async function standingOf(
  { db, now }: Context,
  change: Omit<HoursChange, 'reason'>,
): Promise<StandingAppointment[]> {
  const { closed } = await appointmentsChanged(db, now, change)
  const names = await organisationNames(db, [...new Set(closed.map(({ organisationId }) => organisationId))])
  return closed.map(({ startsAt, purpose, unit, organisationId }) => ({
    ...{ startsAt, purpose, unit },
    borrower: names.get(organisationId) ?? '',
  }))
}

const MOST_DAYS = 92

/** Every day from the first to the last; null when they are not in order, or too far apart. */
export function daysBetweenTyped(first: Day, last: Day | null): readonly [Day, ...Day[]] | null {
  const count = last === null ? 0 : daysBetween(first, last)
  if (count < 0 || count > MOST_DAYS) return null
  return [first, ...Array.from({ length: count }, (_, index) => addDays(first, index + 1))]
}
