import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type AppContext, whole } from './env.ts'

const COOKIE = 'maillage_notice'

/** Redirects after an act (303) and leaves a sentence for the next page. */
export function done(c: AppContext, location: string, sentence?: string): Response {
  if (sentence) {
    const secure = c.var.services.config.baseUrl.startsWith('https:')
    setCookie(whole(c), COOKIE, sentence, { httpOnly: true, secure, sameSite: 'Lax', path: '/', maxAge: 60 })
  }
  return c.redirect(location, 303)
}

/** Takes the sentence left by the last act, once. */
export function takeNotice(c: AppContext): string | null {
  const left = getCookie(whole(c), COOKIE)
  if (!left) return null
  deleteCookie(whole(c), COOKIE, { path: '/' })
  return left
}
