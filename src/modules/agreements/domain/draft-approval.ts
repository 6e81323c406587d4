import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { Agreement } from './agreement.ts'
import type { Party } from './terms.ts'

/** A party says that one content is the one it will sign. Silence never does (AGR-5, AGR-18). */
export interface Approval {
  readonly id: Id<'draft-approval'>
  readonly party: Party
  /** Of the content: text, terms, what fills its blanks, and places. */
  readonly fingerprint: string
  readonly approvedAt: Instant
  readonly approvedBy: PersonId | null
  /** When a change of the content undid it. */
  readonly cancelledAt: Instant | null
}

/** The party's approval of this very content, or null: one of another content approves nothing. */
export function approvalOf(
  approvals: readonly Approval[],
  party: Party,
  fingerprint: string,
): Approval | null {
  const standing = approvals.find((one) => one.party === party && one.cancelledAt === null)
  return standing?.fingerprint === fingerprint ? standing : null
}

/** The parties that neither signed nor approved this content. */
export function unapprovedBy(
  { terms, acts }: Pick<Agreement, 'terms' | 'acts'>,
  approvals: readonly Approval[],
  fingerprint: string,
): Party[] {
  const signed = new Set(acts.flatMap((act) => (act.type === 'signature' ? [act.party] : [])))
  return terms.parties.filter(
    (party) => !signed.has(party) && approvalOf(approvals, party, fingerprint) === null,
  )
}
