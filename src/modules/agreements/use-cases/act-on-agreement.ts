import type { Id } from '../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import { lockAgreement } from '../data/agreements.store.ts'
import { type Agreement, type AgreementId, lastSeq } from '../domain/agreement.ts'

/** Which agreement, and the rank of the last act its page showed: a page behind the facts changes nothing. */
export interface Target {
  id: AgreementId
  seen: number
  /** The prepared letter whose deposit the act records: both are tied together. */
  prepared?: Id<'prepared-letter'> | undefined
}

export type TargetRefusal = 'no-such-agreement' | 'changed-meanwhile'

/** One act, one transaction: the agreement found through the actor's reach and held, then `work`. AGR-87. */
export function actOnAgreement<T>(
  context: Context,
  { id, seen }: Target,
  work: (tx: Database, agreement: Agreement) => Promise<T>,
): Promise<T | Refusal<TargetRefusal>> {
  return inTransaction<T | Refusal<TargetRefusal>>(context.db, async (tx) => {
    const agreement = await lockAgreement(tx, context.reach, id)
    if (!agreement) return refuse('no-such-agreement')
    if (lastSeq(agreement) !== seen) return refuse('changed-meanwhile')
    return work(tx, agreement)
  })
}

/** When and by whom an act is recorded. */
export function recordedBy({ now, actor }: Context): { at: Context['now']; by: PersonId | null } {
  return { at: now, by: actor.kind === 'member' ? actor.personId : null }
}
