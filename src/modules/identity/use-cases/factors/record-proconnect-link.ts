import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { recordFactorChange } from './record-factor-change.ts'

/** ProConnect opens this account from now on: its line, and the mail that tells the person. */
export function recordProConnectLink(context: Context, person: PersonId): Promise<void> {
  return inTransaction(context.db, (tx) =>
    recordFactorChange(tx, context, person, { action: 'proconnect.linked', change: 'proconnect-linked' }),
  )
}
