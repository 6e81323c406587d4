import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { AgendaItem, AgendaKind } from './agenda.ts'

/** How long before the day, and since when a reminder of that step is due. */
export interface Reminder {
  /** Stable: `30d`, `6m`. One mail per deadline and step (AGR-82). */
  readonly step: string
  readonly from: Day
}

type Step = `${number}d` | `${number}m`

/**
 * The rhythm of each kind, farthest first; a kind that is not there reminds nobody. The sheets of places are asked for by
 * the directory, in one mail per person whatever the number of agreements (DIR-59). AGR-36, AGR-66, AGR-82.
 */
const STEPS: Readonly<Partial<Record<AgendaKind, readonly Step[]>>> = {
  period_end: ['6m', '4m'],
  agreement_end: ['6m', '4m'],
  last_day_to_denounce_before_renewal: ['30d', '7d'],
  last_day_to_request_amendment: ['30d', '7d'],
  cure_end: ['7d', '1d'],
  amicable_end: ['7d', '1d'],
  committee_steering: ['90d', '30d'],
  committee_network: ['90d', '30d'],
  committee_bilateral: ['90d', '30d'],
  committee_governance: ['90d', '30d'],
  delegation_end: ['30d'],
}

/** Days after a request to communicate at which the other party is reminded; it is never answered for it. AGR-66. */
const AFTER_REQUEST = [7, 14]

/** Every reminder of a deadline, the first one first. A day that moves starts its steps again. */
export function remindersOf({ kind, day }: Pick<AgendaItem, 'kind' | 'day'>): Reminder[] {
  if (kind === 'communication_to_answer') {
    return AFTER_REQUEST.map((days) => ({ step: `+${days}d`, from: addDays(day, days) }))
  }
  return (STEPS[kind] ?? []).map((step) => ({ step, from: before(day, step) }))
}

function before(day: Day, step: Step): Day {
  const count = Number.parseInt(step, 10)
  return step.endsWith('m') ? addMonths(day, -count) : addDays(day, -count)
}
