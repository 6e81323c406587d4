import { beforeEach, describe, expect, it } from 'vitest'
import { ORIGIN, read, useApp } from '../../../../../tests/support.ts'
import { createApp } from '../../../../app.tsx'
import { addPerson, lastLinkTo, mailsTo, PASSWORD, sessionsOf } from '../../testing-people.ts'

const PROXY = 'local'

describe('signing in with a password', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })

  const enter = (email: string, password = PASSWORD, more = {}) =>
    app.visitor().post('/connexion', { courriel: email, mot_de_passe: password, ...more })

  /** The same request behind a proxy that says from which address it comes. */
  function from(address: string, email: string, password: string, cookie = '') {
    const proxied = createApp({
      ...app.services,
      config: { ...app.services.config, trustedProxies: [PROXY] },
    })
    return proxied.request(`${ORIGIN}/connexion`, {
      method: 'POST',
      headers: { 'x-forwarded-for': address, origin: ORIGIN, cookie },
      body: new URLSearchParams({ courriel: email, mot_de_passe: password }),
    })
  }

  const cookiesOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')

  describe('does it', () => {
    it('opens a session of its own, kept by cookies that scripts and other sites cannot read', async () => {
      const { id, email } = await addPerson(app)
      const answer = await enter(email.toUpperCase())
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/compte'])
      for (const cookie of answer.headers.getSetCookie())
        expect(cookie).toMatch(/^maillage_(session|device)=.+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
      expect(await sessionsOf(app, id)).toMatchObject([{ opened_by: 'password', address: 'local' }])
      const secure = createApp({
        ...app.services,
        config: { ...app.services.config, baseUrl: 'https://reseau.example.fr' },
      })
      const guarded = await secure.request('https://reseau.example.fr/connexion', {
        method: 'POST',
        headers: { origin: 'https://reseau.example.fr' },
        body: new URLSearchParams({ courriel: email, mot_de_passe: PASSWORD }),
      })
      expect(guarded.headers.getSetCookie().every((cookie) => /^__Host-.*; Secure/.test(cookie))).toBe(true)
    })

    it('leads back to the page that was asked for, in this network only', async () => {
      const { email } = await addPerson(app)
      expect((await enter(email, PASSWORD, { suite: '/lieux?q=caen' })).headers.get('location')).toBe(
        '/lieux?q=caen',
      )
      expect((await enter(email, PASSWORD, { suite: '//evil.example' })).headers.get('location')).toBe(
        '/compte',
      )
    })

    it('leaves a line in the journal, and notes that the person was there', async () => {
      const { id, email } = await addPerson(app)
      await enter(email)
      const [line] = await app.services.db
        .selectFrom('platform.journal')
        .select(['person_id', 'details'])
        .where('action', '=', 'session.opened')
        .where('subject_id', '=', id)
        .execute()
      expect(line).toEqual({ person_id: id, details: { by: 'password' } })
      const person = await app.services.db
        .selectFrom('identity.person')
        .select('last_seen_on')
        .where('id', '=', id)
        .executeTakeFirst()
      expect(person?.last_seen_on).toBe('2026-06-17')
    })

    it('makes a new session each time, and ends the one this browser had', async () => {
      const { id, email } = await addPerson(app)
      const browser = app.visitor()
      await browser.post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      const [first] = await sessionsOf(app, id)
      const page = await read(await browser.get('/connexion'))
      expect(page.text).toContain('Ce navigateur est ouvert au nom de Odile Essai')
      await browser.post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      const after = await sessionsOf(app, id)
      expect(after).toHaveLength(1)
      expect(after[0]?.token).not.toBe(first?.token)
    })

    it('tells the person by mail of a browser never seen, once', async () => {
      const { email } = await addPerson(app)
      const browser = app.visitor()
      await browser.post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      await browser.post('/deconnexion')
      await browser.post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      const told = await mailsTo(app, email)
      expect(told.map(({ subject }) => subject)).toEqual([
        'Nouvelle connexion à votre compte Estuaire connecté',
      ])
      expect(told[0]?.body).toContain('17 juin 2026 à 12')
      expect(told[0]?.body).toContain('/compte/sessions')
      await enter(email)
      expect(await mailsTo(app, email)).toHaveLength(2)
    })
  })

  describe('explains why not', () => {
    it('answers an unknown address and a wrong password alike, and never fills the password in', async () => {
      const { email } = await addPerson(app)
      const texts = []
      for (const tried of [email, 'personne@example.fr']) {
        const answer = await enter(tried, 'ce n’est pas celui-là')
        const page = await read(answer)
        expect([page.status, answer.headers.getSetCookie()]).toEqual([422, []])
        expect(page.value('courriel')).toBe(tried)
        expect(page.value('mot_de_passe')).toBeFalsy()
        texts.push(page.problems)
      }
      expect(texts[0]).toEqual(texts[1])
      expect(texts[0]?.[0]).toContain('ne vont pas ensemble')
    })

    it('says what is missing', async () => {
      const page = await read(await app.visitor().post('/connexion', { courriel: 'odile', mot_de_passe: '' }))
      expect([page.status, page.problems.length]).toEqual([422, 2])
    })

    it('asks for the address to be confirmed first, and sends what confirms it', async () => {
      const { id, email } = await addPerson(app, { verified: false })
      expect((await read(await enter(email, 'pas le bon mot de passe'))).problems[0]).toContain('ensemble')
      const refused = await read(await enter(email))
      expect(refused.problems[0]).toContain('pas encore confirmée')
      expect(await sessionsOf(app, id)).toEqual([])
      const link = await lastLinkTo(app, email)
      expect((await read(await app.visitor().get(link))).heading).toBe('Confirmer votre adresse')
      expect((await read(await enter(email))).status).toBe(422)
      expect((await app.visitor().post(link)).headers.get('location')).toBe('/connexion')
      expect((await app.visitor().post(link)).status).toBe(410)
      expect((await enter(email)).status).toBe(303)
    })
  })

  describe('keeps others out', () => {
    const fail = async (address: string, email: string, times: number, cookie = '') => {
      const statuses = new Set<number>()
      for (let n = 0; n < times; n += 1)
        statuses.add((await from(address, email, 'faux mot de passe', cookie)).status)
      return [...statuses]
    }

    it('closes the account to an address after five wrong passwords, and says what to do', async () => {
      const { email } = await addPerson(app)
      expect(await fail('203.0.113.1', email, 5)).toEqual([422])
      const answer = await from('203.0.113.1', email, PASSWORD)
      const page = await read(answer)
      expect(page.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBe(900)
      expect(page.problems[0]).toContain('Attendez 15 minutes')
      expect(page.links.map(({ href }) => href)).toContain('/connexion/lien')
      app.clock.moveTo('2026-06-17T10:14:59Z' as never)
      expect((await from('203.0.113.1', email, PASSWORD)).status).toBe(429)
      app.clock.moveTo('2026-06-17T10:15:01Z' as never)
      expect((await from('203.0.113.1', email, PASSWORD)).status).toBe(303)
      app.moveTo('2026-06-17')
    })

    it('counts an unknown address the same', async () => {
      expect(await fail('203.0.113.2', 'personne@example.fr', 5)).toEqual([422])
      expect((await from('203.0.113.2', 'personne@example.fr', PASSWORD)).status).toBe(429)
    })

    it('lets the owner in meanwhile: elsewhere, in a known browser, and with a link', async () => {
      const { email } = await addPerson(app)
      const known = cookiesOf(await from('203.0.113.3', email, PASSWORD))
      expect(await fail('203.0.113.3', email, 5)).toEqual([422])
      expect((await from('203.0.113.3', email, PASSWORD)).status).toBe(429)
      expect((await from('203.0.113.4', email, PASSWORD)).status).toBe(303)
      expect((await from('203.0.113.3', email, PASSWORD, known)).status).toBe(303)
      await app.visitor().post('/connexion/lien', { courriel: email })
      const link = await lastLinkTo(app, email)
      expect((await app.visitor().post(link)).status).toBe(303)
    })

    it('does not take a mark it did not sign, nor another account’s, for a known browser', async () => {
      const [one, other] = [await addPerson(app), await addPerson(app)]
      const known = cookiesOf(await from('203.0.113.5', one.email, PASSWORD))
      expect(await fail('203.0.113.5', other.email, 5)).toEqual([422])
      expect((await from('203.0.113.5', other.email, PASSWORD, known)).status).toBe(429)
      expect(await fail('203.0.113.5', one.email, 5)).toEqual([422])
      const forged = known.replace(/maillage_device=[^;]{3}/, 'maillage_device=abc')
      expect((await from('203.0.113.5', one.email, PASSWORD, forged)).status).toBe(429)
    })

    it('holds a known browser to the same five', async () => {
      const { email } = await addPerson(app)
      const known = cookiesOf(await from('203.0.113.6', email, PASSWORD))
      expect(await fail('203.0.113.6', email, 5, known)).toEqual([422])
      expect((await from('203.0.113.6', email, PASSWORD, known)).status).toBe(429)
    })

    it('closes the password to unknown browsers when an account is attacked from everywhere', async () => {
      const { email } = await addPerson(app)
      const known = cookiesOf(await from('203.0.113.7', email, PASSWORD))
      const keys = async () => (await app.database.pool.query('select key from platform.rate_window')).rows
      const before = new Set((await keys()).map(({ key }) => key))
      await from('198.51.100.1', email, 'faux mot de passe')
      const added = (await keys()).filter(({ key }) => !before.has(key) && key.startsWith('password:'))
      expect(added).toHaveLength(2)
      // The others of an hour, as they would be counted: no need to hash fifty passwords.
      await app.database.pool.query(`update platform.rate_window set hits = 49 where key = any($1)`, [
        added.map(({ key }) => key),
      ])
      expect((await from('198.51.100.2', email, 'faux mot de passe')).status).toBe(422)
      const page = await read(await from('198.51.100.3', email, PASSWORD))
      expect([page.status, page.problems[0]]).toEqual([
        429,
        'Le mot de passe de ce compte ne peut pas servir pour l’instant sur un nouvel appareil. Recevez un lien de connexion.',
      ])
      expect((await from('198.51.100.3', email, PASSWORD, known)).status).toBe(303)
      app.moveTo('2026-06-18')
      expect((await from('198.51.100.3', email, PASSWORD)).status).toBe(303)
      app.moveTo('2026-06-17')
    })

    it('gives many at once no more tries than one by one', async () => {
      const { email } = await addPerson(app)
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => from('203.0.113.8', email, 'faux mot de passe')),
      )
      const tried = answers.filter(({ status }) => status === 422).length
      expect(tried).toBeGreaterThan(0)
      expect(tried).toBeLessThanOrEqual(5)
    })

    it('keeps neither e-mail nor password in what it counts', async () => {
      const { email } = await addPerson(app)
      await from('203.0.113.9', email, 'faux mot de passe')
      const { rows } = await app.database.pool.query('select key from platform.rate_window')
      expect(JSON.stringify(rows)).not.toContain('@')
      expect(JSON.stringify(rows.filter(({ key }) => key.startsWith('password:')))).not.toContain(
        '203.0.113.9',
      )
    })
  })
})
