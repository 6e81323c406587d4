import { addYears, type Day, daysBetween } from '../../../../kernel/day.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { DeskId, LineId, ModelId, RequestId, UnitId } from '../equipment.ts'
import type { LineState } from '../line.ts'
import type { Stretch } from './use-days.ts'

/** What one loan adds to the figures. Days are local; null: it did not happen. */
export interface CountedLine {
  readonly id: LineId
  readonly requestId: RequestId
  readonly state: LineState
  readonly organisationId: OrganisationId
  readonly borrowerKind: string
  /** Number of the département; null: unknown. */
  readonly territory: string | null
  readonly modelId: ModelId
  readonly modelName: string
  readonly category: string
  readonly unitId: UnitId | null
  readonly unitName: string | null
  readonly deskId: DeskId
  readonly submittedOn: Day | null
  readonly decidedOn: Day | null
  readonly decision: 'approved' | 'rejected' | null
  readonly reasonCode: string | null
  /** Seconds from the request to its first answer. */
  readonly waited: number | null
  readonly noShowOn: Day | null
  readonly outOn: Day | null
  /** Null while something of it is still out. */
  readonly backOn: Day | null
  readonly dueOn: Day | null
  /** It waited for something to be free until its period was past. */
  readonly passedOn: Day | null
  readonly displacements: readonly CountedDisplacement[]
  /** Of the period: see `useOf`. */
  readonly daysLent: number
}

export interface CountedDisplacement {
  readonly on: Day
  readonly reason: string
  /** In opening days before the pickup. */
  readonly noticeDays: number
  readonly answer: string | null
}

/** What one unit adds to them. */
export interface CountedUnit {
  readonly id: UnitId
  readonly name: string
  readonly modelId: ModelId
  readonly modelName: string
  readonly category: string
  readonly deskId: DeskId
  readonly isInService: boolean
  readonly isLentAlone: boolean
  readonly since: Day | null
  /** Last day it was in a borrower's hands, with its kit or not. */
  readonly lastAwayOn: Day | null
  readonly daysLendable: number
  readonly costs: readonly { day: Day; label: string; bearer: string; cents: number }[]
}

export const LINE_FIGURES = [
  'lent',
  'requests',
  'decided',
  'refused',
  'displaced',
  'no_show',
  'due',
  'late',
  'unmet',
] as const
export type LineFigure = (typeof LINE_FIGURES)[number]

/** Does the loan stand behind that figure? One answer, for the figure and for the list it opens. EQP-1402. */
export function countsIn(line: CountedLine, figure: LineFigure, period: Stretch, today: Day): boolean {
  const within = (on: Day | null) => on !== null && period.first <= on && on <= period.last && on <= today
  const isDue = line.outOn !== null && within(line.dueOn)
  switch (figure) {
    case 'lent':
      return line.daysLent > 0
    case 'requests':
      return within(line.submittedOn)
    case 'decided':
      return within(line.decidedOn)
    case 'refused':
      return line.decision === 'rejected' && within(line.decidedOn)
    case 'displaced':
      return line.displacements.some(({ on }) => within(on))
    case 'no_show':
      return within(line.noShowOn)
    case 'due':
      return isDue
    case 'late':
      return isDue && line.dueOn !== null && (line.backOn ?? today) > line.dueOn
    case 'unmet':
      return isUnmet(line, within)
  }
}

function isUnmet(line: CountedLine, within: (on: Day | null) => boolean): boolean {
  const isRefused = line.decision === 'rejected' && line.reasonCode === 'unavailable'
  return (isRefused && within(line.decidedOn)) || within(line.passedOn)
}

/** What is kept of the lines and of the units; empty: all. */
export interface StatisticsFilter {
  readonly unit: string
  readonly model: string
  readonly category: string
  readonly desk: string
  readonly borrowerKind: string
  readonly territory: string
}

type Thing = Pick<CountedUnit, 'modelId' | 'category' | 'deskId'> & { readonly unitId: string | null }

function keepsThing(filter: StatisticsFilter, thing: Thing): boolean {
  return (
    (filter.unit === '' || thing.unitId === filter.unit) &&
    (filter.model === '' || thing.modelId === filter.model) &&
    (filter.category === '' || thing.category === filter.category) &&
    (filter.desk === '' || thing.deskId === filter.desk)
  )
}

export function keepsLine(filter: StatisticsFilter, line: CountedLine): boolean {
  return (
    keepsThing(filter, line) &&
    (filter.borrowerKind === '' || line.borrowerKind === filter.borrowerKind) &&
    (filter.territory === '' || (line.territory ?? UNKNOWN) === filter.territory)
  )
}

/** Who borrows changes nothing of a unit: its lendable days and its costs stay. */
export function keepsUnit(filter: StatisticsFilter, unit: CountedUnit): boolean {
  return keepsThing(filter, { ...unit, unitId: unit.id })
}

/** The key of what is not known: a département. */
export const UNKNOWN = 'inconnu'

export interface Figures {
  readonly counts: Readonly<Record<LineFigure, number>>
  readonly daysLent: number
  /** Null when the figures are about borrowers: units have no part in it. */
  readonly daysLendable: number | null
  readonly costCents: number | null
  /** Seconds: half of the requests had their answer sooner. */
  readonly medianWait: number | null
  readonly longestWait: number | null
  readonly refusals: ReadonlyMap<string, number>
}

export function figuresOf(
  lines: readonly CountedLine[],
  units: readonly CountedUnit[] | null,
  period: Stretch,
  today: Day,
): Figures {
  const of = (figure: LineFigure) => lines.filter((line) => countsIn(line, figure, period, today))
  const waits = of('decided').flatMap(({ waited }) => (waited === null ? [] : [waited]))
  return {
    counts: Object.fromEntries(
      LINE_FIGURES.map((figure) => [figure, of(figure).length]),
    ) as Figures['counts'],
    daysLent: lines.reduce((sum, { daysLent }) => sum + daysLent, 0),
    daysLendable: units?.reduce((sum, { daysLendable }) => sum + daysLendable, 0) ?? null,
    costCents: units?.reduce((sum, unit) => sum + costOf(unit), 0) ?? null,
    medianWait: median(waits),
    longestWait: waits.length === 0 ? null : Math.max(...waits),
    refusals: countBy(of('refused'), ({ reasonCode }) => reasonCode ?? 'other'),
  }
}

export function costOf({ costs }: Pick<CountedUnit, 'costs'>): number {
  return costs.reduce((sum, { cents }) => sum + cents, 0)
}

/** In service, and not in any borrower's hands for the twelve months that end the period. */
export function isNeverLent(unit: CountedUnit, { last }: Stretch, today: Day): boolean {
  const until = last < today ? last : today
  const isThere = unit.isInService && unit.isLentAlone && unit.since !== null && unit.since <= until
  return isThere && (unit.lastAwayOn === null || unit.lastAwayOn <= addYears(until, -1))
}

/** Days a loan was kept past its due day; 0 when it was not. */
export function daysLate({ dueOn, backOn }: CountedLine, today: Day): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, backOn ?? today))
}

export const DIMENSIONS = ['model', 'unit', 'category', 'desk', 'borrowerKind', 'territory'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export interface Share {
  readonly key: string
  readonly figures: Figures
}

/** The same figures for each model, each desk…: what is busiest first. */
export function sharesOf(
  dimension: Dimension,
  lines: readonly CountedLine[],
  units: readonly CountedUnit[],
  period: Stretch,
  today: Day,
): Share[] {
  const isAboutThings = dimension !== 'borrowerKind' && dimension !== 'territory'
  const linesBy = Map.groupBy(lines, (line) => lineKey(dimension, line))
  const unitsBy = Map.groupBy(isAboutThings ? units : [], (unit) => unitKey(dimension, unit))
  const keys = new Set([...linesBy.keys(), ...unitsBy.keys()].filter((key) => key !== ''))
  return [...keys]
    .map((key) => ({
      key,
      figures: figuresOf(
        linesBy.get(key) ?? [],
        isAboutThings ? (unitsBy.get(key) ?? []) : null,
        period,
        today,
      ),
    }))
    .sort((one, other) => other.figures.daysLent - one.figures.daysLent)
}

function lineKey(dimension: Dimension, line: CountedLine): string {
  if (dimension === 'borrowerKind') return line.borrowerKind
  if (dimension === 'territory') return line.territory ?? UNKNOWN
  return unitKey(dimension, { ...line, id: line.unitId })
}

function unitKey(dimension: Dimension, unit: Omit<Thing, 'unitId'> & { readonly id: UnitId | null }): string {
  if (dimension === 'model') return unit.modelId
  if (dimension === 'category') return unit.category
  if (dimension === 'desk') return unit.deskId
  return unit.id ?? ''
}

function countBy<T>(list: readonly T[], key: (one: T) => string): Map<string, number> {
  return new Map([...Map.groupBy(list, key)].map(([one, group]) => [one, group.length]))
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
