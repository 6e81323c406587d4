import type { Day } from '../../../../kernel/day.ts'

export const DECISION_KINDS = [
  'granted',
  'granted_with_reserve',
  'refused',
  'suspended',
  'lifted',
  'withdrawn',
  'ended',
  'restored',
  'level_changed',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** What the holder still has to do, and until when; null: no day was set. */
export interface Reserve {
  readonly text: string
  readonly until: Day | null
}

/** Why one criterion is met or not. */
export interface CriterionReason {
  readonly code: string
  readonly title: string
  readonly words: string
}

/** Why a decision replaces another. LAB-17, LAB-18. */
export const REPLACED_FOR = ['mistake', 'appeal', 'judgement'] as const
export type ReplacedFor = (typeof REPLACED_FOR)[number]

/** Who took it and in what words, once all that a decision needs was found. LAB-15. */
export interface DecisionWords {
  readonly authority: string
  readonly signerName: string
  readonly signerTitle: string
  readonly decidedOn: Day
  readonly effectFrom: Day
  readonly reasons: string
  readonly reserves: readonly Reserve[]
  /** How it is contested, before whom, within what delay. */
  readonly remedies: string
  /** Headings and lists are written in `reasons`; these stand beside, criterion by criterion. */
  readonly criteria?: readonly CriterionReason[]
  /** Months to contest it, from its notification; null: no delay is known. */
  readonly appealMonths?: number | null
}

/** Kinds that say nothing against their reader: they need neither remedies nor reasons. LAB-15. */
const FAVOURABLE: ReadonlySet<DecisionKind> = new Set(['granted', 'lifted', 'restored', 'ended'])

export function isAgainstReader(kind: DecisionKind): boolean {
  return !FAVOURABLE.has(kind)
}

export type DecisionFault =
  | 'reasons_missing'
  | 'remedies_missing'
  | 'reserves_missing'
  | 'level_missing'
  | 'level_unknown'

/** What keeps a decision from being signed; empty: nothing. `levels`: those of the scheme, none when it has no level. LAB-52. */
export function faultsOfDecision(
  {
    kind,
    level,
    reasons,
    reserves,
    remedies,
  }: Pick<DecisionWords, 'reasons' | 'reserves' | 'remedies'> & { kind: DecisionKind; level: number | null },
  levels: readonly number[],
): DecisionFault[] {
  const isAgainst = isAgainstReader(kind)
  const bearsLevel = ['granted', 'granted_with_reserve', 'level_changed'].includes(kind)
  const faults: [DecisionFault, boolean][] = [
    ['level_missing', bearsLevel && levels.length > 0 && level === null],
    ['level_unknown', bearsLevel && level !== null && !levels.includes(level)],
    ['reasons_missing', isAgainst && reasons.trim() === ''],
    ['reserves_missing', kind === 'granted_with_reserve' && reserves.length === 0],
    ['remedies_missing', isAgainst && remedies.trim() === ''],
  ]
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}
