import { addDays, type Day, lastDayOfTerm } from '../../../kernel/day.ts'
import type { Terms } from './terms.ts'

/** One period of the chain: `index` 1 is the initial one, `lastDay` is inclusive and nominal. */
export interface AgreementPeriod {
  readonly index: number
  readonly kind: 'initial' | 'tacit' | 'express'
  readonly start: Day
  readonly lastDay: Day
}

/**
 * The chain of periods, all counted from the day of entry: chaining them from each other would drift after a
 * 29 February (AGR-35).
 */
export interface PeriodGrid {
  readonly anchor: Day
  readonly initialYears: number
  readonly tacit: { readonly years: number; readonly max: number | null } | null
  /** Years added by each renewal signed, in order. */
  readonly express: readonly number[]
  /** The last day if nothing else happens; null while tacit renewal has no limit. */
  readonly term: Day | null
}

type PeriodSteps = Omit<PeriodGrid, 'term'>

/** Tacit periods last one year unless the terms say otherwise (AGR-36). */
export function gridFrom(terms: Terms, entry: Day): PeriodGrid {
  const { mode, years, max } = terms.renewal
  const tacit = mode === 'tacit' ? { years: years ?? 1, max } : null
  return withTerm({ anchor: entry, initialYears: terms.initialYears, tacit, express: [] })
}

export function renewedFor(grid: PeriodGrid, years: number): PeriodGrid {
  return withTerm({ ...grid, express: [...grid.express, years] })
}

/** The period `on` falls in; the first before it, the last after it. */
export function periodAt(grid: PeriodGrid, on: Day): AgreementPeriod {
  const renewals = renewalsReached(grid, on)
  const kind = renewals === 0 ? 'initial' : grid.tacit ? 'tacit' : 'express'
  const start = renewals === 0 ? grid.anchor : addDays(lastDayOfRenewal(grid, renewals - 1), 1)
  return { index: renewals + 1, kind, start, lastDay: lastDayOfRenewal(grid, renewals) }
}

/** The period after `period`, or null when none is known or tacitly to come. */
export function periodAfter(grid: PeriodGrid, period: AgreementPeriod): AgreementPeriod | null {
  const next = periodAt(grid, addDays(period.lastDay, 1))
  return next.index > period.index ? next : null
}

/** Years from the anchor to the last day of the period opened by renewal number `renewals` (0: the initial one). */
export function yearsThrough(grid: PeriodSteps, renewals: number): number {
  if (grid.tacit) return grid.initialYears + renewals * grid.tacit.years
  let years = grid.initialYears
  for (let done = 0; done < renewals; done++) years += grid.express[done] ?? 0
  return years
}

function withTerm(steps: PeriodSteps): PeriodGrid {
  const last = steps.tacit ? steps.tacit.max : steps.express.length
  return { ...steps, term: last === null ? null : lastDayOfRenewal(steps, last) }
}

function lastDayOfRenewal(grid: PeriodSteps, renewals: number): Day {
  return lastDayOfTerm(grid.anchor, yearsThrough(grid, renewals))
}

function renewalsReached(grid: PeriodGrid, on: Day): number {
  const limit = grid.tacit ? (grid.tacit.max ?? Number.POSITIVE_INFINITY) : grid.express.length
  let renewals = grid.tacit ? Math.min(limit, leastTacitRenewals(grid, grid.tacit.years, on)) : 0
  while (renewals < limit && lastDayOfRenewal(grid, renewals) < on) renewals++
  return renewals
}

/** A number of renewals surely not beyond `on`, so that a century of periods costs no more than one. */
function leastTacitRenewals(grid: PeriodGrid, years: number, on: Day): number {
  const elapsed = Number(on.slice(0, 4)) - Number(grid.anchor.slice(0, 4)) - 1
  return Math.max(0, Math.floor((elapsed - grid.initialYears) / years))
}
