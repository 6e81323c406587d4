import { isAPIError } from 'better-auth/api'
import type { Accounts } from './accounts.ts'

/** A session, or the cookies with which the second factor goes on; or why not. */
export type PasswordAnswer =
  | { kind: 'opened'; token: string }
  | { kind: 'second-factor'; cookies: readonly string[] }
  | 'wrong'
  | 'unverified'

interface Attempt {
  email: string
  password: string
  headers: Headers
}

/** Asks the library, which takes as long for an e-mail it does not know. */
export async function askPassword(
  accounts: Accounts,
  { email, password, headers }: Attempt,
): Promise<PasswordAnswer> {
  try {
    const { response, headers: answer } = await accounts.api.signInEmail({
      body: { email, password },
      headers,
      returnHeaders: true,
    })
    // The plugin of the second factor answers in the library's place, and ends the session it had opened.
    if ('twoFactorRedirect' in response) return { kind: 'second-factor', cookies: answer.getSetCookie() }
    return { kind: 'opened', token: response.token }
  } catch (error) {
    if (!isAPIError(error)) throw error
    return error.body?.code === 'EMAIL_NOT_VERIFIED' ? 'unverified' : 'wrong'
  }
}

/** The token of the session a sign-in link opens, once; null when it is over or was used. */
export async function openByLink(
  accounts: Accounts,
  token: string,
  headers: Headers,
): Promise<string | null> {
  const answer = await accounts.api.magicLinkVerify({ query: { token }, headers, asResponse: true })
  if (answer.status !== 200) return null
  const { token: session } = (await answer.json()) as { token: string }
  return session
}

/** The token of a sign-in link for this e-mail: made and kept by the library, sent by us. */
export async function makeSignInToken(accounts: Accounts, email: string): Promise<string> {
  const kept: { token?: string } = {}
  await accounts.api.signInMagicLink({
    body: { email, metadata: { keep: (token: string) => Object.assign(kept, { token }) } },
    headers: new Headers(),
  })
  if (!kept.token) throw new Error('the sign-in library made no link')
  return kept.token
}
