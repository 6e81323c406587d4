import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { AmendableTerm } from './amendment-draft.ts'
import type { Party } from './terms.ts'

/** What a party says of a clause of a draft; nothing of a thread is ever rewritten. AGR-18. */
export type Remark = Comment | TextProposal | TermProposal

interface Written {
  readonly id: Id<'draft-remark'>
  readonly clause: string
  readonly party: Party
  readonly writtenAt: Instant
  readonly writtenBy: PersonId | null
  readonly words: string
}

interface Comment extends Written {
  readonly kind: 'comment'
}

interface Proposal extends Written {
  readonly decision: Decision | null
}

/** Another text for the clause: both are sources, with their marks. */
export interface TextProposal extends Proposal {
  readonly kind: 'text'
  readonly proposed: string
  readonly replaced: string
  /** The version of the clause it was written from. */
  readonly version: number
}

export interface TermProposal extends Proposal {
  readonly kind: 'term'
  readonly term: AmendableTerm
  readonly proposed: number
  readonly replaced: number
}

interface Decision {
  readonly outcome: 'accepted' | 'refused' | 'withdrawn'
  /** Why it was refused. */
  readonly answer: string
  readonly decidedAt: Instant
  readonly decidedBy: PersonId | null
}

/** Whose turn it is: a proposal waits for the other party. */
export function awaitsAnswer(remark: Remark): remark is TextProposal | TermProposal {
  return remark.kind !== 'comment' && remark.decision === null
}
