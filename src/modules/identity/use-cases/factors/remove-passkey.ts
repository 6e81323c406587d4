import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { type PasskeyId, removePasskey as remove } from '../../data/factors/passkey.store.ts'
import { recordFactorChange } from './record-factor-change.ts'

/** Nobody is locked out by it: a verified e-mail always gets a sign-in link. */
export function removePasskey(
  context: Context,
  person: PersonId,
  id: PasskeyId,
): Promise<null | Refusal<'unknown-passkey'>> {
  return inTransaction(context.db, async (tx) => {
    if (!(await remove(tx, person, id))) return refuse('unknown-passkey')
    const record = { action: 'passkey.removed', change: 'passkey-removed' } as const
    await recordFactorChange(tx, context, person, record, { passkey: id })
    return null
  })
}
