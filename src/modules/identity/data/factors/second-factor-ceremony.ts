import { isAPIError } from 'better-auth/api'
import type { TypedCode } from '../../domain/factors/second-factor.ts'
import type { Accounts } from '../sign-in/accounts.ts'

/** `over`: five codes were tried, or ten minutes went by; the password is asked again. */
export type SignInCodeAnswer = { token: string } | 'wrong' | 'closed' | 'over'

/** The name of the cookie of a sign-in that waits for its code. */
export async function pendingCookie(accounts: Accounts): Promise<string> {
  return (await accounts.$context).createAuthCookie('two_factor').name
}

/** Ends a sign-in that waits for its code with a code or a recovery code. The library counts the wrong ones. */
export async function answerPending(
  accounts: Accounts,
  headers: Headers,
  { kind, code }: TypedCode,
): Promise<SignInCodeAnswer> {
  try {
    const step = kind === 'code' ? accounts.api.verifyTOTP : accounts.api.verifyBackupCode
    const { token } = (await step({ body: { code }, headers })) as { token: string }
    return { token }
  } catch (error) {
    if (!isAPIError(error)) throw error
    return answers[String(error.body?.code)] ?? 'over'
  }
}

const answers: Record<string, 'wrong' | 'closed'> = {
  INVALID_CODE: 'wrong',
  INVALID_BACKUP_CODE: 'wrong',
  ACCOUNT_TEMPORARILY_LOCKED: 'closed',
}
