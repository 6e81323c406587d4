import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { removeAuthenticator } from '../../data/factors/second-factor.store.ts'
import { hideRecoveryCodes } from '../../data/factors/second-factor-notes.store.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { recordFactorChange } from './record-factor-change.ts'
import { type CodeRefusal, tryCode } from './try-code.ts'

/** No code is asked any more; it takes one last code, so that a session left open is not enough. */
export async function removeSecondFactor(
  context: Context,
  accounts: Accounts,
  person: PersonId,
  typed: string,
): Promise<null | Refusal<CodeRefusal>> {
  const answer = await tryCode(context.db, accounts, person, typed)
  if (answer !== 'right') return refuse(answer)
  return inTransaction(context.db, async (tx) => {
    await removeAuthenticator(tx, person)
    await hideRecoveryCodes(tx, person)
    await recordFactorChange(tx, context, person, {
      action: 'second-factor.removed',
      change: 'code-removed',
    })
    return null
  })
}
