import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Reach } from '../../../../platform/session/actor.ts'
import { saveAgenda } from '../../data/agenda.store.ts'
import { lockAgreement } from '../../data/agreements.store.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'

export type PartyRefusal = 'no-such-agreement' | 'not-your-party'

/** One act about an agreement that adds no act to it: found through the actor's reach and held, then `work`. */
export function holdAgreement<T>(
  context: Context,
  id: AgreementId,
  work: (tx: Database, agreement: Agreement) => Promise<T>,
): Promise<T | Refusal<'no-such-agreement'>> {
  return inTransaction<T | Refusal<'no-such-agreement'>>(context.db, async (tx) => {
    const agreement = await lockAgreement(tx, context.reach, id)
    return agreement ? work(tx, agreement) : refuse('no-such-agreement')
  })
}

/** The same, on the side of one party: the head speaks for all, a partner for itself. */
export function actForParty<T>(
  context: Context,
  id: AgreementId,
  party: Party,
  work: (tx: Database, agreement: Agreement) => Promise<T>,
): Promise<T | Refusal<PartyRefusal>> {
  return holdAgreement<T | Refusal<'not-your-party'>>(context, id, async (tx, agreement) =>
    keptParties(context.reach, agreement).includes(party) ? work(tx, agreement) : refuse('not-your-party'),
  )
}

/** The sides whose people and papers this reach may keep: all for the head, all but the lead's for a partner. */
export function keptParties(reach: Reach, { terms }: Pick<Agreement, 'terms'>): readonly Party[] {
  if (reach.kind === 'nobody') return []
  return reach.kind === 'all' ? terms.parties : terms.parties.slice(1)
}

/** What the board says of this agreement, read again after a paper came or went. */
export async function readBoardAgain(
  tx: Database,
  { today, now }: Context,
  agreement: Agreement,
): Promise<void> {
  await saveAgenda(tx, [agreement], { today, now })
}
