import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Stake } from './stakes.ts'

export type InitiativeId = Id<'initiative'>

export const STATES = ['project', 'running', 'permanent', 'ended'] as const
export type InitiativeState = (typeof STATES)[number]

/** Who carries it out: the declaring authority itself, or another in its name. */
export const OPERATORS = ['own', 'association', 'delegate', 'provider'] as const
export type OperatorKind = (typeof OPERATORS)[number]

/** A figure says of which year it is and where it comes from; else it is a slogan. PPL-70. */
export interface Figure {
  readonly what: string
  readonly value: string
  readonly year: number
  readonly source: string
}

/** What a local authority says of one initiative. PPL-70. */
export interface InitiativeContent {
  readonly title: string
  /** 280 signs at most. */
  readonly summary: string
  readonly description: string
  readonly operator: { readonly kind: OperatorKind; readonly name: string }
  /** Names of communes; empty: the whole territory of whoever declares it. */
  readonly communes: readonly string[]
  readonly framework: string
  readonly stake: Stake
  /** Three at most, beside the main one. */
  readonly otherStakes: readonly Stake[]
  readonly served: string
  readonly state: InitiativeState
  readonly from: Day | null
  readonly until: Day | null
  /** What it gave, once it ended. */
  readonly result: string
  readonly figures: readonly Figure[]
  readonly links: readonly string[]
  readonly partners: string
}

export const LONGEST_SUMMARY = 280
export const MOST_OTHER_STAKES = 3

/** In the order in which they are read. */
const FIELDS: readonly (keyof InitiativeContent)[] = [
  'title',
  'summary',
  'description',
  'framework',
  'stake',
  'otherStakes',
  'operator',
  'communes',
  'served',
  'state',
  'from',
  'until',
  'result',
  'figures',
  'partners',
  'links',
]

export type InitiativeFault =
  | 'too-many-stakes'
  | 'stake-twice'
  | 'ends-before-it-begins'
  | 'no-result'
  | 'no-operator'

/** What keeps it from being saved: all of it, in the order of the form. */
export function faultsOf(content: InitiativeContent): InitiativeFault[] {
  const { operator, otherStakes, stake, from, until, state, result } = content
  const faults: (InitiativeFault | false)[] = [
    operator.kind !== 'own' && operator.name === '' && 'no-operator',
    otherStakes.length > MOST_OTHER_STAKES && 'too-many-stakes',
    otherStakes.includes(stake) && 'stake-twice',
    from !== null && until !== null && until < from && 'ends-before-it-begins',
    state === 'ended' && result === '' && 'no-result',
  ]
  return faults.filter((fault) => fault !== false)
}

/** The fields that are not the same in two revisions, in the order in which they are read. PPL-73. */
export function changedFields(
  before: InitiativeContent,
  after: InitiativeContent,
): (keyof InitiativeContent)[] {
  return FIELDS.filter((field) => canonicalText(before[field]) !== canonicalText(after[field]))
}

/** JSON whose keys are in order: the same content is the same text, whatever database it went through. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  )
}
