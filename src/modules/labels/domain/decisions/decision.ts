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
}

/** Kinds that say nothing against their reader: they need neither remedies nor reasons. LAB-15. */
const FAVOURABLE: ReadonlySet<DecisionKind> = new Set(['granted', 'lifted', 'restored', 'ended'])

export function isAgainstReader(kind: DecisionKind): boolean {
  return !FAVOURABLE.has(kind)
}
