import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { attemptsOf, countAttempt, forgetAttempts } from '../../../../platform/attempts.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { isDeviceOf } from '../../data/sign-in/devices.store.ts'
import { askPassword, type PasswordAnswer } from '../../data/sign-in/password-ceremony.ts'
import {
  ACCOUNT_SECONDS,
  ATTEMPTS,
  ATTEMPTS_ON_ACCOUNT,
  LOCK_SECONDS,
} from '../../domain/sign-in/password-attempts.ts'

export interface PasswordAttempt {
  email: string
  password: string
  /** The mark of the browser, its signature checked. */
  device: string | null
  /** What the library reads its own cookies from. */
  headers: Headers
}

export type PasswordRefusal = 'wrong-password' | 'locked' | 'suspended' | 'unverified'

type Opened = Exclude<PasswordAnswer, 'wrong' | 'unverified'>

/**
 * Tries a password. An unknown e-mail is counted and answered as a known one. Failures count for the account and the
 * place they come from: whoever fails shuts their own door, never the owner's.
 */
export async function signInWithPassword(
  context: Context,
  accounts: Accounts,
  config: Pick<Config, 'secret'>,
  attempt: PasswordAttempt,
): Promise<Opened | Refusal<PasswordRefusal>> {
  const { db, now } = context
  const keys = await keysOf(context, config, attempt)
  const before = await attemptsOf(db, keys.own, LOCK_SECONDS, now)
  if (before.count >= ATTEMPTS) return locked(before.secondsLeft)
  if (!keys.isKnownDevice) {
    const { count } = await attemptsOf(db, keys.account, ACCOUNT_SECONDS, now)
    if (count >= ATTEMPTS_ON_ACCOUNT) return refuse('suspended')
  }
  const counted = await countAttempt(db, keys.own, LOCK_SECONDS, now)
  if (counted.count > ATTEMPTS) return locked(counted.secondsLeft)
  const answer = await askPassword(accounts, attempt)
  if (answer === 'wrong') {
    if (!keys.isKnownDevice) await countAttempt(db, keys.account, ACCOUNT_SECONDS, now)
    return refuse('wrong-password')
  }
  await forgetAttempts(db, keys.own)
  return answer === 'unverified' ? refuse('unverified') : answer
}

function locked(seconds: number): Refusal<'locked'> {
  return refuse('locked', { seconds: String(seconds) })
}

/** A browser that already opened this account counts for itself: others behind the same address do not shut it out. */
async function keysOf(
  { db, origin }: Context,
  config: Pick<Config, 'secret'>,
  { email, device }: Pick<PasswordAttempt, 'email' | 'device'>,
) {
  const digest = keyedDigest(config, 'device', device ?? '')
  const isKnownDevice = (await isDeviceOf(db, email, digest)) && device !== null
  const from = isKnownDevice ? `device ${digest}` : `address ${origin?.address ?? ''}`
  return {
    isKnownDevice,
    own: `password:${keyedDigest(config, 'password', email, from)}`,
    account: `password:${keyedDigest(config, 'password', email)}`,
  }
}
