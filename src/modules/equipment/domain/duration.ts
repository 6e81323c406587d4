import { type Day, daysBetween, earliest, latest } from '../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../kernel/instant.ts'
import type { Rules } from './rules.ts'

export interface Stay {
  readonly first: Day
  readonly last: Day
}

/** Local calendar days, first and last included, whatever the hours, the closed days and the change of hour. EQP-701. */
export function countedDays({ first, last }: Stay): number {
  return daysBetween(first, last) + 1
}

export function stayOf(pickup: Instant, back: Instant, zone: string): Stay {
  return { first: dayOf(pickup, zone), last: dayOf(back, zone) }
}

/** The stay and those it follows or precedes by at most `gap` days, as one. EQP-702. */
export function chained(stay: Stay, others: readonly Stay[], gap: number): Stay {
  const near = others.filter(
    (other) => daysBetween(other.last, stay.first) <= gap && daysBetween(stay.last, other.first) <= gap,
  )
  if (near.length === 0) return stay
  const whole = near.reduce(
    (all, { first, last }) => ({
      first: earliest(first, all.first) ?? first,
      last: latest(last, all.last) ?? last,
    }),
    stay,
  )
  const rest = others.filter((other) => !near.includes(other))
  return chained(whole, rest, gap)
}

export interface Length {
  /** Of this loan, chained ones included when the rules say so. */
  readonly days: number
  readonly limit: number | null
  readonly verdict: 'within' | 'needs_derogation' | 'too_long'
}

/**
 * How long a loan counts, and what becomes of it past the limit: never shortened, asked of the head or refused.
 * `earlier`: the borrower's other loans of the unit, or of the model, as `chainingScope` says. EQP-701, EQP-702.
 */
export function lengthOf(stay: Stay, earlier: readonly Stay[], rules: Rules): Length {
  const whole = rules.noChaining.value ? chained(stay, earlier, rules.chainingGapDays.value) : stay
  const days = countedDays(whole)
  const limit = rules.maxDays.value
  if (limit === null || days <= limit) return { days, limit, verdict: 'within' }
  return { days, limit, verdict: rules.beyond.value === 'refuse' ? 'too_long' : 'needs_derogation' }
}
