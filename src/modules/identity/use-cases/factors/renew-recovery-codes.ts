import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { keepRecoveryCodes } from '../../data/factors/second-factor.store.ts'
import { newRecoveryCodes, seal } from '../../data/factors/second-factor-codes.ts'
import { showRecoveryCodes } from '../../data/factors/second-factor-notes.store.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { recordFactorChange } from './record-factor-change.ts'
import { type CodeRefusal, tryCode } from './try-code.ts'

/** Ten new recovery codes, to be noted; the old ones open nothing any more. */
export async function renewRecoveryCodes(
  context: Context,
  accounts: Accounts,
  person: PersonId,
  typed: string,
): Promise<null | Refusal<CodeRefusal>> {
  const answer = await tryCode(context.db, accounts, person, typed)
  if (answer !== 'right') return refuse(answer)
  const sealed = await seal(accounts, JSON.stringify(newRecoveryCodes()))
  return inTransaction(context.db, async (tx) => {
    await keepRecoveryCodes(tx, person, sealed)
    await showRecoveryCodes(tx, person)
    await recordFactorChange(tx, context, person, {
      action: 'recovery-codes.renewed',
      change: 'recovery-codes-renewed',
    })
    return null
  })
}
