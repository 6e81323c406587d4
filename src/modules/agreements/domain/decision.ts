import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { AgreementId } from './agreement.ts'

export const DECISION_KINDS = ['deliberation', 'decision', 'order'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** What a body decided, as it is published. AGR-70. */
export interface Decision {
  readonly id: Id<'decision'>
  readonly agreementId: AgreementId | null
  readonly kind: DecisionKind
  readonly reference: string
  readonly body: string
  readonly object: string
  readonly decidedOn: Day
  readonly legalBasis: string
  readonly text: string
  /** Délais et voies de recours. */
  readonly remedies: string
  /** To the State's representative. */
  readonly transmittedOn: Day | null
  readonly publishedOn: Day | null
  readonly publishedAt: Instant | null
  /** The one it takes the place of. */
  readonly replaces: Id<'decision'> | null
  /** The published one that took its place. */
  readonly replacedBy: Id<'decision'> | null
  readonly withdrawnOn: Day | null
  readonly withdrawnReason: string
}

export type DecisionStanding = 'draft' | 'published' | 'replaced' | 'withdrawn'

export function decisionStanding({
  publishedOn,
  withdrawnOn,
  replacedBy,
}: Pick<Decision, 'publishedOn' | 'withdrawnOn' | 'replacedBy'>): DecisionStanding {
  if (publishedOn === null) return 'draft'
  if (withdrawnOn !== null) return 'withdrawn'
  return replacedBy === null ? 'published' : 'replaced'
}

/** What a decision cannot be published without. */
export type PublicationBlank = 'text' | 'legal-basis' | 'remedies'

/** In the order of the form; empty: it may be published. AGR-70. */
export function publicationBlanks({
  text,
  legalBasis,
  remedies,
}: Pick<Decision, 'text' | 'legalBasis' | 'remedies'>): PublicationBlank[] {
  const asked = [
    ['legal-basis', legalBasis],
    ['text', text],
    ['remedies', remedies],
  ] as const
  return asked.filter(([, value]) => value.trim() === '').map(([name]) => name)
}
