import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import {
  confirmAuthenticator,
  lockAuthenticator,
  strengthenSession,
} from '../../data/factors/second-factor.store.ts'
import { isCodeOf, unseal } from '../../data/factors/second-factor-codes.ts'
import { showRecoveryCodes, spendCode } from '../../data/factors/second-factor-notes.store.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { readCode } from '../../domain/factors/second-factor.ts'
import { recordFactorChange } from './record-factor-change.ts'

/** The first code shows that the application holds the secret: from now on a code is asked, and this session gave one. */
export function confirmSecondFactor(
  context: Context,
  accounts: Accounts,
  { personId, sessionId }: Person | Member,
  typed: string,
): Promise<null | Refusal<'wrong-code' | 'not-prepared'>> {
  return inTransaction(context.db, async (tx) => {
    const held = await lockAuthenticator(tx, personId)
    if (!held || held.isSetUp) return refuse('not-prepared')
    const { code } = readCode(typed)
    const isRight = await isCodeOf(await unseal(accounts, held.secret), code)
    if (!isRight || !(await spendCode(tx, personId, code))) return refuse('wrong-code')
    await confirmAuthenticator(tx, personId)
    await showRecoveryCodes(tx, personId)
    await strengthenSession(tx, sessionId, personId)
    await recordFactorChange(tx, context, personId, { action: 'second-factor.added', change: 'code-added' })
    return null
  })
}
