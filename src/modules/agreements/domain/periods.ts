import { addDays, addYears, type Day, lastDayOfTerm } from '../../../kernel/day.ts'
import type { Readings } from './profile.ts'
import type { RenewalTerms, Terms } from './terms.ts'

/** One period of the chain: `index` 1 is the initial one, `lastDay` is inclusive and nominal. */
export interface AgreementPeriod {
  readonly index: number
  readonly kind: 'initial' | 'tacit' | 'express'
  readonly start: Day
  readonly lastDay: Day
}

/** A period and what its last day is counted from; `years` 0: an amendment wrote the day itself. */
export interface CountedPeriod extends AgreementPeriod {
  readonly anchor: Day
  readonly years: number
}

type TermReadings = Pick<Readings, 'anchor' | 'termLastDay'>

/**
 * The chain of periods: those that are settled, then the tacit ones that open by themselves. All are counted from
 * the day of entry: chaining them from each other would drift after a 29 February (AGR-35).
 */
export interface PeriodGrid {
  readonly settled: readonly [CountedPeriod, ...CountedPeriod[]]
  /** What comes after the settled ones. `left`: how many may still open, null without limit. */
  readonly tacit: { readonly years: number; readonly left: number | null } | null
  /** Tacit periods are counted from `anchor`, `years` after it being the end of the settled ones. */
  readonly anchor: Day
  readonly years: number
  readonly readings: TermReadings
  /** The last day if nothing else happens; null while tacit renewal has no limit. */
  readonly term: Day | null
}

type GridSteps = Omit<PeriodGrid, 'term'>

export function gridFrom(terms: Terms, entry: Day, readings: TermReadings): PeriodGrid {
  const years = terms.initialYears
  const lastDay = lastDayFrom(entry, years, readings)
  const initial = { index: 1, kind: 'initial', start: entry, lastDay, anchor: entry, years } as const
  return withTerm({
    settled: [initial],
    tacit: tacitFrom(terms.renewal, 0),
    ...anchored(entry, years, lastDay, readings),
  })
}

/** The same chain with one more period of `years`, counted like the others. AGR-37. */
export function renewedFor(grid: PeriodGrid, years: number): PeriodGrid {
  const last = lastSettled(grid)
  const total = grid.years + years
  const lastDay = lastDayFrom(grid.anchor, total, grid.readings)
  const period: CountedPeriod = {
    index: last.index + 1,
    kind: 'express',
    start: addDays(last.lastDay, 1),
    lastDay,
    anchor: grid.anchor,
    years: total,
  }
  return withTerm({
    ...grid,
    settled: [...grid.settled, period],
    ...anchored(grid.anchor, total, lastDay, grid.readings),
  })
}

/** The last period goes on until `lastDay`; whatever follows is counted from the day after. AGR-139. */
export function extendedTo(grid: PeriodGrid, lastDay: Day): PeriodGrid {
  const { settled, tacit } = settledThrough(grid, grid.term ?? lastDay)
  const last = settled.at(-1) ?? settled[0]
  const extended = { ...last, lastDay, years: 0 }
  return withTerm({
    ...grid,
    settled: replacingLast(settled, extended),
    tacit,
    anchor: addDays(lastDay, 1),
    years: 0,
  })
}

/** The chain under other terms from `on`: what began before stays, what is to come follows the new terms. AGR-60. */
export function revisedOn(grid: PeriodGrid, before: Terms, after: Terms, on: Day): PeriodGrid {
  const steps = settledThrough(grid, on)
  const opened = steps.settled.filter(({ kind }) => kind === 'tacit').length
  const renewed = { ...steps, tacit: tacitFrom(after.renewal, opened) }
  const [initial] = steps.settled
  const inInitialTerm = steps.settled.length === 1 && initial.years > 0
  const lastDay = lastDayFrom(initial.anchor, after.initialYears, grid.readings)
  if (before.initialYears === after.initialYears || !inInitialTerm || lastDay < on) return withTerm(renewed)
  const years = after.initialYears
  return withTerm({
    ...renewed,
    settled: [{ ...initial, lastDay, years }],
    ...anchored(initial.anchor, years, lastDay, grid.readings),
  })
}

/** The period `on` falls in; the first before it, the last after it. */
export function periodAt(grid: PeriodGrid, on: Day): AgreementPeriod {
  const { index, kind, start, lastDay } = countedAt(grid, on)
  return { index, kind, start, lastDay }
}

/** The period after `period`, or null when none is known or tacitly to come. */
export function periodAfter(grid: PeriodGrid, period: AgreementPeriod): AgreementPeriod | null {
  const next = periodAt(grid, addDays(period.lastDay, 1))
  return next.index > period.index ? next : null
}

/** The same as `periodAt`, with what the last day is counted from. */
export function countedAt(grid: PeriodGrid, on: Day): CountedPeriod {
  const last = lastSettled(grid)
  if (on > last.lastDay && grid.tacit && grid.tacit.left !== 0) return tacitAt(grid, grid.tacit, on)
  return grid.settled.find(({ lastDay }) => on <= lastDay) ?? last
}

function tacitAt(grid: GridSteps, { years, left }: NonNullable<PeriodGrid['tacit']>, on: Day): CountedPeriod {
  const elapsed = Number(on.slice(0, 4)) - Number(grid.anchor.slice(0, 4)) - 1
  // Surely not beyond `on`: a century of periods costs no more than one.
  let count = Math.min(left ?? Number.POSITIVE_INFINITY, Math.floor((elapsed - grid.years) / years))
  count = Math.max(1, count)
  while ((left === null || count < left) && lastDayOfTacit(grid, years, count) < on) count++
  return tacitNumber(grid, years, count)
}

/** The tacit period number `count` after the settled ones. */
function tacitNumber(grid: GridSteps, years: number, count: number): CountedPeriod {
  const last = lastSettled(grid)
  const before = count === 1 ? last.lastDay : lastDayOfTacit(grid, years, count - 1)
  return {
    index: last.index + count,
    kind: 'tacit',
    start: addDays(before, 1),
    lastDay: lastDayOfTacit(grid, years, count),
    anchor: grid.anchor,
    years: grid.years + count * years,
  }
}

function lastDayOfTacit(grid: GridSteps, years: number, count: number): Day {
  return lastDayFrom(grid.anchor, grid.years + count * years, grid.readings)
}

/** Every tacit period opened by `on` becomes a settled one. */
function settledThrough(grid: PeriodGrid, on: Day): GridSteps {
  const { tacit } = grid
  const { index } = countedAt(grid, on)
  const opened = index - lastSettled(grid).index
  if (tacit === null || opened <= 0) return grid
  const periods = Array.from({ length: opened }, (_, done) => tacitNumber(grid, tacit.years, done + 1))
  return {
    ...grid,
    settled: [...grid.settled, ...periods],
    tacit: { ...tacit, left: tacit.left === null ? null : tacit.left - opened },
    years: grid.years + opened * tacit.years,
  }
}

/** Tacit periods last one year unless the terms say otherwise (AGR-36). */
function tacitFrom({ mode, years, max }: RenewalTerms, opened: number): PeriodGrid['tacit'] {
  if (mode !== 'tacit') return null
  return { years: years ?? 1, left: max === null ? null : Math.max(0, max - opened) }
}

/** From where the next periods are counted: the entry, or the eve of the next one by the other reading. */
function anchored(anchor: Day, years: number, lastDay: Day, readings: TermReadings) {
  return readings.anchor === 'original_entry_date'
    ? { anchor, years, readings }
    : { anchor: addDays(lastDay, 1), years: 0, readings }
}

function lastDayFrom(anchor: Day, years: number, { termLastDay }: TermReadings): Day {
  return termLastDay === 'anniversary_day' ? addYears(anchor, years) : lastDayOfTerm(anchor, years)
}

function withTerm(steps: GridSteps): PeriodGrid {
  const { tacit } = steps
  return { ...steps, term: tacit === null || tacit.left === 0 ? lastSettled(steps).lastDay : limitOf(steps) }
}

function limitOf(steps: GridSteps): Day | null {
  const { tacit } = steps
  return tacit === null || tacit.left === null ? null : lastDayOfTacit(steps, tacit.years, tacit.left)
}

function lastSettled({ settled }: GridSteps): CountedPeriod {
  return settled.at(-1) ?? settled[0]
}

function replacingLast(
  settled: PeriodGrid['settled'],
  last: CountedPeriod,
): readonly [CountedPeriod, ...CountedPeriod[]] {
  const [first, ...rest] = settled
  return rest.length === 0 ? [last] : [first, ...rest.slice(0, -1), last]
}
