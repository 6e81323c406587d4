import { describe, expect, it } from 'vitest'
import { ORIGIN, read, useApp } from '../../../tests/support.ts'
import { createApp } from '../../app.tsx'

describe('the notice of the last act', () => {
  const app = useApp()

  it('is shown once, with its accents, and leaves no cookie behind', async () => {
    const officer = await app.signIn('officer')
    await officer.post('/deconnexion')
    const next = await officer.get('/')
    expect(next.headers.getSetCookie().join()).toMatch(/maillage_notice=;.*Max-Age=0/)
    expect((await read(next)).notice).toBe('Vous êtes déconnecté.')
    expect((await read(await officer.get('/'))).notice).toBeNull()
  })

  it('is written as text, and a mangled one breaks no page', async () => {
    const shown = async (cookie: string) => {
      const answer = await app.app.request(`${ORIGIN}/`, { headers: { cookie: `maillage_notice=${cookie}` } })
      expect(answer.status).toBe(200)
      return read(answer)
    }
    expect((await shown(encodeURIComponent('<b>100 %</b>'))).notice).toBe('<b>100 %</b>')
    await shown('%')
    await shown('%25')
    await shown('%E9%00')
  })

  it('travels, like the session, on HTTPS only where the installation has it, out of reach of scripts', async () => {
    await app.signIn('officer')
    const account = await app.services.db.selectFrom('identity.membership').select('id').executeTakeFirst()
    const cookiesAt = async (baseUrl: string) => {
      const site = createApp({ ...app.services, config: { ...app.services.config, baseUrl } })
      const post = (path: string, fields: Record<string, string>, cookie = '') =>
        site.request(baseUrl + path, {
          method: 'POST',
          headers: { origin: baseUrl, cookie },
          body: new URLSearchParams(fields),
        })
      const [session = ''] = (
        await post('/connexion/demonstration', { compte: account?.id ?? '' })
      ).headers.getSetCookie()
      const left = (await post('/deconnexion', {}, session.split(';')[0])).headers.getSetCookie()
      return [session, ...left.filter((cookie) => cookie.startsWith('maillage_notice='))]
    }
    const secure = await cookiesAt('https://reseau.example')
    expect(secure).toHaveLength(2)
    for (const cookie of secure) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
    for (const cookie of await cookiesAt(ORIGIN)) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
  })
})
