import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { attemptsOf, countAttempt, forgetAttempts } from '../../../../platform/attempts.ts'
import type { Context } from '../../../../platform/context.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { findAccount } from '../../data/sign-in/own-account.store.ts'
import { isPasswordOf } from '../../data/sign-in/passwords.store.ts'
import { ATTEMPTS, LOCK_SECONDS } from '../../domain/sign-in/password-attempts.ts'

export type ProofRefusal = 'wrong-current' | 'too-many-attempts'

/**
 * Before what opens an account is changed: whoever holds its open session says its password, when it has one. A
 * session left open is not enough.
 */
export async function provePassword(
  { db, now }: Context,
  accounts: Accounts,
  personId: PersonId,
  password: string,
): Promise<null | Refusal<ProofRefusal>> {
  const account = await findAccount(db, personId)
  if (!account?.passwords) return null
  const key = `proof:${personId}`
  const before = await attemptsOf(db, key, LOCK_SECONDS, now)
  const counted = before.count < ATTEMPTS ? await countAttempt(db, key, LOCK_SECONDS, now) : before
  if (before.count >= ATTEMPTS || counted.count > ATTEMPTS) return refuse('too-many-attempts')
  if (!(await isPasswordOf(db, accounts, personId, password))) return refuse('wrong-current')
  await forgetAttempts(db, key)
  return null
}
