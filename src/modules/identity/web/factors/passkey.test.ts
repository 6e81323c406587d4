import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, ORIGIN, read, useApp } from '../../../../../tests/support.ts'
import { SoftPasskey } from '../../testing-passkey.ts'

describe('a passkey', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })

  const ask = async (browser: Browser, path: string) =>
    (await (await browser.get(path)).json()) as { challenge: string; message?: string }

  async function enrol(browser: Browser, nom = 'Mon téléphone'): Promise<SoftPasskey> {
    const key = new SoftPasskey(ORIGIN)
    const reponse = key.create(await ask(browser, '/compte/cles/options'))
    const added = await browser.post('/compte/cles', { reponse, nom })
    expect(added.headers.get('location')).toBe('/compte/cles')
    return key
  }

  async function enter(key: SoftPasskey, browser = app.visitor(), suite = ''): Promise<Response> {
    const reponse = key.get(await ask(browser, '/connexion/cle/options'))
    return browser.post('/connexion/cle', { reponse, suite })
  }

  const lastPerson = async () =>
    (await app.database.pool.query('select id, email from identity.person order by id desc limit 1')).rows[0]

  const sessionsOf = async (person: string) =>
    (
      await app.database.pool.query(
        'select opened_by, second_factor_at is not null as strong from identity.session where person_id = $1 order by id',
        [person],
      )
    ).rows

  const oneKey = async (browser: Browser) =>
    (await read(await browser.get('/compte/cles'))).links.find(({ href }) =>
      /^\/compte\/cles\/[0-9a-f-]{36}$/.test(href),
    )?.href ?? ''

  describe('does it', () => {
    it('is added, listed, told by mail, and counts for the session that added it', async () => {
      const browser = await app.signIn('officer')
      expect((await read(await browser.get('/compte/cles'))).text).toContain('Vous n’avez pas encore de clé')
      await enrol(browser)
      const list = await read(await browser.get('/compte/cles'))
      expect(list.notice).toContain('La clé « Mon téléphone » est ajoutée')
      expect(list.texts('tbody th')).toEqual(['Mon téléphone'])
      const { id, email } = await lastPerson()
      expect(await sessionsOf(id)).toEqual([{ opened_by: 'demonstration', strong: true }])
      await app.runJobs()
      const mails = await app.services.db
        .selectFrom('platform.mail')
        .select('subject')
        .where('recipient', '=', email)
        .execute()
      expect(mails.map(({ subject }) => subject)).toEqual([
        'Une clé d’accès a été ajoutée à votre compte (Estuaire connecté)',
      ])
    })

    it('opens the account as two factors, and leads to the page asked for', async () => {
      const key = await enrol(await app.signIn('officer'))
      const browser = app.visitor()
      const entered = await enter(key, browser, '/conventions')
      expect(entered.headers.get('location')).toBe('/conventions')
      expect((await browser.get('/conventions')).status).toBe(200)
      const { id } = await lastPerson()
      expect((await sessionsOf(id)).at(-1)).toEqual({ opened_by: 'passkey', strong: true })
      const { rows } = await app.database.pool.query(
        `select details from platform.journal where action = 'session.opened' and subject_id = $1`,
        [id],
      )
      expect(rows).toEqual([{ details: { by: 'passkey' } }])
    })

    it('is the second factor of a session that lacks one, and leaves no other session behind', async () => {
      const browser = await app.signIn('officer')
      const key = await enrol(browser)
      const { id } = await lastPerson()
      await app.database.pool.query(
        'update identity.session set second_factor_at = null where person_id = $1',
        [id],
      )
      expect((await browser.get('/compte/cles')).headers.get('location')).toBe(
        '/connexion/second-facteur?suite=%2Fcompte%2Fcles',
      )
      const reponse = key.get(await ask(browser, '/connexion/cle/options'))
      const given = await browser.post('/connexion/second-facteur/cle', { reponse, suite: '/compte/cles' })
      expect(given.headers.get('location')).toBe('/compte/cles')
      expect(await sessionsOf(id)).toEqual([{ opened_by: 'demonstration', strong: true }])
    })

    it('is renamed, then removed: it opens nothing any more', async () => {
      const browser = await app.signIn('officer')
      const key = await enrol(browser)
      const address = await oneKey(browser)
      expect((await browser.post(address, { nom: 'Clé du bureau' })).status).toBe(303)
      expect((await read(await browser.get(address))).heading).toBe('Clé du bureau')
      expect((await browser.post(`${address}/retrait`)).headers.get('location')).toBe('/compte/cles')
      const refused = await read(await enter(key))
      expect(refused.problems[0]).toContain('Cette clé n’est reliée à aucun compte ici')
    })

    it('takes the name of the device when none is typed', async () => {
      const browser = await app.signIn('partner')
      await enrol(browser, '')
      expect((await read(await browser.get('/compte/cles'))).texts('tbody th')).toEqual(['Un navigateur'])
    })
  })

  describe('explains why not', () => {
    it('an answer that already served', async () => {
      const key = await enrol(await app.signIn('officer'))
      const browser = app.visitor()
      const reponse = key.get(await ask(browser, '/connexion/cle/options'))
      expect((await browser.post('/connexion/cle', { reponse })).status).toBe(303)
      const again = await read(await browser.post('/connexion/cle', { reponse }))
      expect(again.problems).toEqual(['La demande a expiré, ou elle a déjà servi. Recommencez.'])
    })

    it('a device that did not check who held it', async () => {
      const key = await enrol(await app.signIn('officer'))
      key.checksHolder = false
      expect((await read(await enter(key))).problems[0]).toContain('n’a pas vérifié que c’était vous')
      const browser = await app.signIn('officer')
      const careless = new SoftPasskey(ORIGIN)
      careless.checksHolder = false
      const reponse = careless.create(await ask(browser, '/compte/cles/options'))
      const refused = await read(await browser.post('/compte/cles', { reponse, nom: 'x' }))
      expect(refused.problems[0]).toContain('n’a pas vérifié que c’était vous')
      expect(refused.texts('tbody th')).toEqual([])
    })

    it('an answer that is none', async () => {
      for (const reponse of ['', '{}', 'null', '{"id":1}', '[]']) {
        const refused = await read(await app.visitor().post('/connexion/cle', { reponse, suite: '/x' }))
        expect(refused.status).toBe(422)
        expect(refused.problems[0]).toContain('La clé n’a pas répondu')
        expect(refused.value('suite')).toBe('/x')
      }
    })

    it('a session of more than a day adds none', async () => {
      const browser = await app.signIn('officer')
      const { id } = await lastPerson()
      await app.database.pool.query(
        `update identity.session set created_at = now() - interval '25 hours' where person_id = $1`,
        [id],
      )
      const answer = await browser.get('/compte/cles/options')
      expect(answer.status).toBe(422)
      expect(await answer.json()).toEqual({
        message:
          'Votre connexion date de plus d’un jour. Déconnectez-vous, reconnectez-vous, puis ajoutez la clé.',
      })
    })

    it('a page without a script says what a key needs', async () => {
      const shown = await read(await app.visitor().get('/connexion/cle'))
      expect(shown.text).toContain('Une clé d’accès a besoin d’un navigateur récent où JavaScript est permis')
      expect(shown.document.querySelector('form[action="/connexion/cle"]')?.hasAttribute('hidden')).toBe(true)
    })
  })

  describe('keeps others out', () => {
    it('a key made for another site', async () => {
      const browser = await app.signIn('officer')
      const elsewhere = new SoftPasskey('http://maillage.example:3000')
      const reponse = elsewhere.create(await ask(browser, '/compte/cles/options'))
      expect((await browser.post('/compte/cles', { reponse })).status).toBe(422)
    })

    it('somebody else’s key is no second factor of mine', async () => {
      const theirs = await enrol(await app.signIn('officer'))
      const browser = await app.signIn('officer')
      const { id } = await lastPerson()
      const reponse = theirs.get(await ask(browser, '/connexion/cle/options'))
      const refused = await browser.post('/connexion/second-facteur/cle', { reponse })
      expect(refused.status).toBe(422)
      expect(await sessionsOf(id)).toEqual([{ opened_by: 'demonstration', strong: false }])
    })

    it('nobody reads, renames or removes the key of somebody else', async () => {
      const owner = await app.signIn('officer')
      await enrol(owner)
      const address = await oneKey(owner)
      const other = await app.signIn('officer')
      expect((await other.get(address)).status).toBe(404)
      expect((await other.post(address, { nom: 'À moi' })).status).toBe(404)
      expect((await other.post(`${address}/retrait`)).status).toBe(404)
      expect((await read(await owner.get(address))).heading).toBe('Mon téléphone')
    })

    it('a challenge asked in one browser answers in no other', async () => {
      const key = await enrol(await app.signIn('officer'))
      const reponse = key.get(await ask(app.visitor(), '/connexion/cle/options'))
      expect((await app.visitor().post('/connexion/cle', { reponse })).status).toBe(422)
    })
  })
})
