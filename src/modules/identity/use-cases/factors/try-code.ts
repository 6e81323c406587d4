import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import {
  type Authenticator,
  countWrongCode,
  forgetWrongCodes,
  keepRecoveryCodes,
  lockAuthenticator,
} from '../../data/factors/second-factor.store.ts'
import { isCodeOf, seal, unseal, unsealCodes } from '../../data/factors/second-factor-codes.ts'
import { spendCode } from '../../data/factors/second-factor-notes.store.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { readCode } from '../../domain/factors/second-factor.ts'

/** Why a code opens nothing. `closed`: too many were wrong, none is read for a while. */
export type CodeRefusal = 'wrong-code' | 'spent-code' | 'closed' | 'no-code'

/**
 * Reads a code of the application, or a recovery code, of a person who is signed in. It commits whatever happens, so
 * that a wrong answer counts and a right one serves once; the act that asked for it comes after.
 */
export function tryCode(
  db: Database,
  accounts: Accounts,
  person: PersonId,
  typed: string,
): Promise<'right' | CodeRefusal> {
  return inTransaction(db, async (tx) => {
    const held = await lockAuthenticator(tx, person)
    if (!held?.isSetUp) return 'no-code'
    if (held.isClosed) return 'closed'
    const answer = await readAnswer(tx, accounts, person, held, typed)
    if (answer === 'right') await forgetWrongCodes(tx, person)
    if (answer === 'wrong-code') await countWrongCode(tx, person)
    return answer
  })
}

async function readAnswer(
  tx: Database,
  accounts: Accounts,
  person: PersonId,
  held: Authenticator,
  typed: string,
): Promise<'right' | 'wrong-code' | 'spent-code'> {
  const { kind, code } = readCode(typed)
  if (kind === 'code') {
    if (!(await isCodeOf(await unseal(accounts, held.secret), code))) return 'wrong-code'
    return (await spendCode(tx, person, code)) ? 'right' : 'spent-code'
  }
  const codes = await unsealCodes(accounts, held.recoveryCodes)
  if (!codes.includes(code)) return 'wrong-code'
  const left = codes.filter((one) => one !== code)
  await keepRecoveryCodes(tx, person, await seal(accounts, JSON.stringify(left)))
  return 'right'
}
