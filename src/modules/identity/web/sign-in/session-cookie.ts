import { deleteCookie, setSignedCookie } from 'hono/cookie'
import { type AppContext, whole } from '../../../../platform/http/env.ts'
import { type Accounts, isSecure, sessionCookie } from '../../data/sign-in/accounts.ts'

/** Gives the browser the session, signed as the sign-in library signs it. */
export async function giveSession(c: AppContext, accounts: Accounts, token: string): Promise<void> {
  const { authCookies, secret } = await accounts.$context
  const { name, attributes } = authCookies.sessionToken
  await setSignedCookie(whole(c), name, token, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c.var.services.config),
    maxAge: Number(attributes.maxAge),
  })
}

export function takeSession(c: AppContext): void {
  const { config } = c.var.services
  deleteCookie(whole(c), sessionCookie(config), { path: '/', secure: isSecure(config) })
}
