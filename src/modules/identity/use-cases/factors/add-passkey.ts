import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import { datePasskey, type PasskeyId } from '../../data/factors/passkey.store.ts'
import { strengthenSession } from '../../data/factors/second-factor.store.ts'
import { recordFactorChange } from './record-factor-change.ts'

/**
 * What follows the ceremony by which a key was added, which the sign-in library keeps by itself: the line, the mail,
 * and this session, whose browser has just shown that it holds the key.
 */
export function addPasskey(
  context: Context,
  { personId, sessionId }: Person | Member,
  passkey: PasskeyId,
): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    await datePasskey(tx, passkey, context.now)
    await strengthenSession(tx, sessionId, personId)
    const record = { action: 'passkey.added', change: 'passkey-added' } as const
    await recordFactorChange(tx, context, personId, record, { passkey })
  })
}
