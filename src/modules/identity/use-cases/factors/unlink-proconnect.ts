import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { removeProConnectLink } from '../../data/factors/proconnect.store.ts'
import { recordFactorChange } from './record-factor-change.ts'

/** Nobody is locked out by it: a verified e-mail always gets a sign-in link. */
export function unlinkProConnect(context: Context, person: PersonId): Promise<null | Refusal<'not-linked'>> {
  return inTransaction(context.db, async (tx) => {
    if (!(await removeProConnectLink(tx, person))) return refuse('not-linked')
    const record = { action: 'proconnect.unlinked', change: 'proconnect-unlinked' } as const
    await recordFactorChange(tx, context, person, record)
    return null
  })
}
