import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { attemptsOf, countAttempt, forgetAttempts } from '../../../../platform/attempts.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { findAccount } from '../../data/sign-in/own-account.store.ts'
import { isPasswordOf } from '../../data/sign-in/passwords.store.ts'
import { isSessionFresh } from '../../data/sign-in/sessions.store.ts'
import { ATTEMPTS, LOCK_SECONDS } from '../../domain/sign-in/password-attempts.ts'

export type ProofRefusal = 'wrong-current' | 'too-many-attempts' | 'not-fresh'

/** Without a password to say, how long a sign-in proves that its person is there. */
const FRESH_MINUTES = 10

/**
 * Before what opens an account is changed: whoever holds its open session says its password or, when it has none,
 * signed in or gave a code less than ten minutes ago. A session left open is not enough.
 */
export async function provePresence(
  { db, now }: Context,
  accounts: Accounts,
  { personId, sessionId }: Person | Member,
  password: string,
): Promise<null | Refusal<ProofRefusal>> {
  const account = await findAccount(db, personId)
  if (!account?.passwords)
    return (await isSessionFresh(db, sessionId, FRESH_MINUTES)) ? null : refuse('not-fresh')
  const key = `proof:${personId}`
  const before = await attemptsOf(db, key, LOCK_SECONDS, now)
  const counted = before.count < ATTEMPTS ? await countAttempt(db, key, LOCK_SECONDS, now) : before
  if (before.count >= ATTEMPTS || counted.count > ATTEMPTS) return refuse('too-many-attempts')
  if (!(await isPasswordOf(db, accounts, personId, password))) return refuse('wrong-current')
  await forgetAttempts(db, key)
  return null
}
