import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { openByLink } from '../../data/sign-in/password-ceremony.ts'

/** Uses a sign-in link: it opens one session, once. */
export async function signInWithLink(
  accounts: Accounts,
  token: string,
  headers: Headers,
): Promise<{ token: string } | Refusal<'link-over'>> {
  const session = await openByLink(accounts, token, headers)
  return session ? { token: session } : refuse('link-over')
}
