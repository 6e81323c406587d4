import { beforeEach, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { addPerson, lastLinkTo, mailsTo, PASSWORD, sessionsOf } from '../../testing-people.ts'

const NEW = 'quatre pommes vertes au marché'

describe('links sent by mail', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })

  const ask = (way: 'lien' | 'mot-de-passe-oublie', email: string, more = {}) =>
    app.visitor().post(`/connexion/${way}`, { courriel: email, ...more })

  const expireLinks = () =>
    app.database.pool.query("update identity.verification set expires_at = now() - interval '1 second'")

  describe('does it', () => {
    it('signs in with a link, once, only when the button is pressed', async () => {
      const { id, email } = await addPerson(app, { password: null })
      const asked = await ask('lien', email.toUpperCase(), { suite: '/lieux?q=caen' })
      expect([asked.status, asked.headers.get('location')]).toEqual([303, '/connexion/courriel-envoye'])
      const link = await lastLinkTo(app, email)
      expect(link).toMatch(/^\/connexion\/lien\/\w{32}\?suite=/)
      // The scanner of a mailbox opens links too.
      for (let n = 0; n < 3; n += 1) expect((await app.visitor().get(link)).status).toBe(200)
      expect(await sessionsOf(app, id)).toEqual([])
      const page = await read(await app.visitor().get(link))
      expect(page.texts('button')).toContain('Me connecter')
      const browser = app.visitor()
      const opened = await browser.post(link, { suite: page.value('suite') ?? '' })
      expect([opened.status, opened.headers.get('location')]).toEqual([303, '/lieux?q=caen'])
      expect(await sessionsOf(app, id)).toMatchObject([{ opened_by: 'magic-link', address: 'local' }])
      expect((await browser.get('/compte')).status).toBe(200)
    })

    it('keeps the address of a token from other sites and from caches', async () => {
      for (const path of ['lien/x', 'nouveau-mot-de-passe/x', 'confirmation/x', 'nouvelle-adresse/x']) {
        const { headers } = await app.visitor().get(`/connexion/${path}`)
        expect([headers.get('referrer-policy'), headers.get('cache-control')], path).toEqual([
          'no-referrer',
          'no-store',
        ])
      }
    })

    it('replaces a forgotten password, ends every session and tells the person', async () => {
      const { id, email } = await addPerson(app)
      const before = app.visitor()
      await before.post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      await ask('mot-de-passe-oublie', email)
      const earlier = await lastLinkTo(app, email)
      await ask('mot-de-passe-oublie', email)
      const link = await lastLinkTo(app, email)
      expect((await read(await app.visitor().get(link))).heading).toBe('Choisir un nouveau mot de passe')
      const short = await read(await app.visitor().post(link, { mot_de_passe: 'court' }))
      expect([short.status, short.problems[0]]).toEqual([422, expect.stringContaining('12 signes')])
      const changed = await app.visitor().post(link, { mot_de_passe: NEW })
      expect(changed.headers.get('location')).toBe('/connexion')
      expect(await sessionsOf(app, id)).toEqual([])
      expect((await before.get('/compte')).headers.get('location')).toContain('/connexion')
      for (const over of [link, earlier])
        expect((await app.visitor().post(over, { mot_de_passe: NEW })).status).toBe(410)
      const enter = (password: string) =>
        app.visitor().post('/connexion', { courriel: email, mot_de_passe: password })
      expect((await enter(PASSWORD)).status).toBe(422)
      expect((await enter(NEW)).status).toBe(303)
      const subjects = (await mailsTo(app, email)).map(({ subject }) => subject)
      expect(subjects).toContain('Votre mot de passe a changé')
    })
  })

  describe('explains why not', () => {
    it('refuses a link that was used, with the way to another', async () => {
      const { id, email } = await addPerson(app)
      await ask('lien', email)
      const link = await lastLinkTo(app, email)
      const answers = await Promise.all([app.visitor().post(link), app.visitor().post(link)])
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
      const replayed = await app.visitor().post(link)
      expect(replayed.headers.getSetCookie()).toEqual([])
      const page = await read(replayed)
      expect([page.status, page.heading]).toEqual([410, 'Ce lien ne sert plus'])
      expect(page.links).toContainEqual({ text: 'Recevoir un nouveau lien', href: '/connexion/lien' })
      expect(await sessionsOf(app, id)).toHaveLength(1)
    })

    it('refuses a link that is too old, or was never made', async () => {
      const { id, email } = await addPerson(app)
      await ask('lien', email)
      const signIn = await lastLinkTo(app, email)
      await ask('mot-de-passe-oublie', email)
      const password = await lastLinkTo(app, email)
      await expireLinks()
      expect((await app.visitor().post(signIn)).status).toBe(410)
      expect((await app.visitor().get(password)).status).toBe(410)
      expect((await app.visitor().post(password, { mot_de_passe: NEW })).status).toBe(410)
      expect((await app.visitor().post('/connexion/lien/jamais-fait')).status).toBe(410)
      expect(await sessionsOf(app, id)).toEqual([])
    })

    it('refuses passwords that would be guessed, and keeps the link for a better one', async () => {
      const { email } = await addPerson(app)
      await ask('mot-de-passe-oublie', email)
      const link = await lastLinkTo(app, email)
      for (const password of ['Motdepasse2026!', 'azertyuiop12', 'Odile.essai2026', 'estuaireconnecte']) {
        const page = await read(await app.visitor().post(link, { mot_de_passe: password }))
        expect([page.status, page.problems.length], password).toEqual([422, 1])
      }
      expect((await app.visitor().post(link, { mot_de_passe: NEW })).status).toBe(303)
    })
  })

  describe('keeps others out', () => {
    it('answers the same for an address that nobody has, and writes to nobody', async () => {
      const { email } = await addPerson(app)
      for (const way of ['lien', 'mot-de-passe-oublie'] as const) {
        const answers = await Promise.all([ask(way, email), ask(way, 'personne@example.fr')])
        const [known, unknown] = answers.map(({ status, headers }) => [status, headers.get('location')])
        expect(known).toEqual(unknown)
      }
      expect(await mailsTo(app, 'personne@example.fr')).toEqual([])
      expect(await mailsTo(app, email)).toHaveLength(2)
      // The same work too: the journal and the queue do not tell them apart.
      const { rows } = await app.database.pool.query(
        "select distinct person_id, details - 'for' as details from platform.journal where action = 'link.asked'",
      )
      expect(rows).toEqual([{ person_id: null, details: {} }])
    })

    it('does not let one fill the mailbox of another', async () => {
      const { email } = await addPerson(app)
      for (let n = 0; n < 8; n += 1) expect((await ask('lien', email)).status).toBe(303)
      expect(await mailsTo(app, email)).toHaveLength(5)
    })

    it('keeps no token that opens anything in the table, the queue or the journal', async () => {
      const { email } = await addPerson(app)
      await ask('lien', email)
      await ask('mot-de-passe-oublie', email)
      const tokens = (await mailsTo(app, email)).map(({ body }) => /\/([\w-]{32})\s/.exec(body)?.[1] ?? '')
      expect(tokens.every((token) => token.length === 32)).toBe(true)
      for (const table of ['identity.verification', 'platform.journal', 'jobs.job']) {
        const { rows } = await app.database.pool.query(`select t::text as line from ${table} t`)
        for (const token of tokens) expect(JSON.stringify(rows)).not.toContain(token)
      }
    })

    it('gives an account made before its address was proven to whoever reads the mailbox', async () => {
      const { id, email } = await addPerson(app, { verified: false })
      await ask('lien', email)
      expect((await app.visitor().post(await lastLinkTo(app, email))).status).toBe(303)
      expect(await sessionsOf(app, id)).toHaveLength(1)
      // The password was set by somebody who had not proven it.
      const enter = await app.visitor().post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      expect(enter.status).toBe(422)
    })

    it('keeps no e-mail that nobody has', async () => {
      await ask('lien', 'personne@example.fr')
      await app.runJobs()
      const kept = await app.services.db.selectFrom('identity.verification').select('value').execute()
      expect(JSON.stringify(kept)).not.toContain('personne@example.fr')
    })

    it('opens nothing to somebody whose account is gone', async () => {
      const { id, email } = await addPerson(app)
      await ask('lien', email)
      const link = await lastLinkTo(app, email)
      await app.database.pool.query('update identity.person set anonymised_at = now() where id = $1', [id])
      const opened = app.visitor()
      await opened.post(link)
      expect((await opened.get('/compte')).status).toBe(303)
    })
  })
})
