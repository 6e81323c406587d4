import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { codeFor } from '../../testing-code.ts'

const PASSWORD = 'trois mots de passe au hasard'

describe('a code at each sign-in', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })

  /** Somebody with a password, signed in. */
  async function person(): Promise<{ browser: Browser; id: PersonId; email: string }> {
    const browser = await app.signIn('officer')
    const { rows } = await app.database.pool.query<{ id: PersonId; email: string }>(
      'select id, email from identity.person order by id desc limit 1',
    )
    const { id, email } = rows[0] ?? { id: newId<'person'>(), email: '' }
    const { password } = await accountsOf(app.services).$context
    await app.services.db
      .insertInto('identity.credential')
      .values({
        id: newId(),
        account: id,
        provider: 'credential',
        person_id: id,
        password: await password.hash(PASSWORD),
        updated_at: app.clock.now(),
      })
      .execute()
    return { browser, id, email }
  }

  async function setUp(browser: Browser): Promise<{ secret: string; codes: string[] }> {
    await browser.post('/compte/code')
    const [secret = ''] = (await read(await browser.get('/compte/code'))).texts('main code')
    await browser.post('/compte/code/confirmation', { code: codeFor(secret) })
    const codes = (await read(await browser.get('/compte/code/secours'))).texts('main li code')
    await browser.post('/compte/code/secours')
    return { secret, codes }
  }

  async function password(email: string): Promise<Browser> {
    const browser = app.visitor()
    const sent = await browser.post('/connexion', {
      courriel: email,
      mot_de_passe: PASSWORD,
      suite: '/labels',
    })
    expect(sent.headers.get('location')).toBe('/connexion/code?suite=%2Flabels')
    return browser
  }

  const actions = async (id: PersonId) =>
    (
      await app.services.db
        .selectFrom('platform.journal')
        .select('action')
        .where('subject_id', '=', id)
        .orderBy('id')
        .execute()
    ).map(({ action }) => action)

  const isSignedIn = async (browser: Browser) => (await browser.get('/compte')).status === 200

  describe('does it', () => {
    it('is set up with the first code, shows its recovery codes once, and tells it by mail', async () => {
      const { browser, id, email } = await person()
      const first = await read(await browser.get('/compte/code'))
      expect(first.text).toContain('Préparer mon application')
      expect((await browser.post('/compte/code')).headers.get('location')).toBe('/compte/code')
      const step = await read(await browser.get('/compte/code'))
      const [secret = ''] = step.texts('main code')
      expect(secret).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/)
      expect(step.links.find(({ href }) => href.startsWith('otpauth:'))?.href).toContain(
        `secret=${secret.replaceAll(' ', '')}`,
      )
      const confirmed = await browser.post('/compte/code/confirmation', { code: codeFor(secret) })
      expect(confirmed.headers.get('location')).toBe('/compte/code/secours')
      const shown = await read(await browser.get('/compte/code/secours'))
      expect(shown.texts('main li code')).toHaveLength(10)
      await browser.post('/compte/code/secours')
      expect((await read(await browser.get('/compte/code/secours'))).texts('main li code')).toEqual([])
      expect((await read(await browser.get('/compte/code'))).text).toContain('Il en reste 10 sur 10')
      expect(await actions(id)).toEqual([
        'second-factor.prepared',
        'second-factor.added',
        'recovery-codes.noted',
      ])
      await app.runJobs()
      const mails = await app.services.db
        .selectFrom('platform.mail')
        .select('subject')
        .where('recipient', '=', email)
        .execute()
      expect(mails.map(({ subject }) => subject)).toEqual([
        'Un code est désormais demandé à votre connexion (Estuaire connecté)',
      ])
    })

    it('is asked after the password, and leads to the page that was asked for', async () => {
      const { browser, email } = await person()
      const { secret } = await setUp(browser)
      const waiting = await password(email)
      expect(await isSignedIn(waiting)).toBe(false)
      expect((await read(await waiting.get('/connexion/code?suite=%2Flabels'))).value('suite')).toBe(
        '/labels',
      )
      const entered = await waiting.post('/connexion/code', { code: codeFor(secret, 1), suite: '/labels' })
      expect(entered.headers.get('location')).toBe('/labels')
      expect(await isSignedIn(waiting)).toBe(true)
    })

    it('accepts each recovery code once', async () => {
      const { browser, email } = await person()
      const { codes } = await setUp(browser)
      const [code = ''] = codes
      const one = await password(email)
      expect((await one.post('/connexion/code', { code: code.toUpperCase() })).status).toBe(303)
      const other = await password(email)
      expect((await other.post('/connexion/code', { code })).status).toBe(422)
      expect((await read(await one.get('/compte/code'))).text).toContain('Il en reste 9 sur 10')
    })

    it('renews the recovery codes: the old ones open nothing', async () => {
      const { browser, email } = await person()
      const { secret, codes } = await setUp(browser)
      const renewed = await browser.post('/compte/code/secours/renouvellement', { code: codeFor(secret, 1) })
      expect(renewed.headers.get('location')).toBe('/compte/code/secours')
      const fresh = (await read(await browser.get('/compte/code/secours'))).texts('main li code')
      expect(fresh).toHaveLength(10)
      const waiting = await password(email)
      expect((await waiting.post('/connexion/code', { code: codes[1] ?? '' })).status).toBe(422)
      expect((await waiting.post('/connexion/code', { code: fresh[1] ?? '' })).status).toBe(303)
    })

    it('goes away with a last code; then the password is enough', async () => {
      const { browser, id, email } = await person()
      const { codes } = await setUp(browser)
      expect((await browser.post('/compte/code/retrait', { code: '000000' })).status).toBe(422)
      expect((await browser.post('/compte/code/retrait', { code: codes[0] ?? '' })).status).toBe(303)
      expect(await actions(id)).toContain('second-factor.removed')
      const entering = app.visitor()
      await entering.post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      expect(await isSignedIn(entering)).toBe(true)
    })

    it('is asked of a session that lacks it, however it was opened', async () => {
      const { browser, id } = await person()
      const { secret } = await setUp(browser)
      await app.database.pool.query(
        'update identity.session set second_factor_at = null where person_id = $1',
        [id],
      )
      const sent = await browser.get('/conventions')
      expect(sent.headers.get('location')).toBe('/connexion/second-facteur?suite=%2Fconventions')
      const wrong = await read(
        await browser.post('/connexion/second-facteur', { code: '12', suite: '/conventions' }),
      )
      expect(wrong.problems[0]).toContain('Ce code n’est pas le bon')
      expect(wrong.value('suite')).toBe('/conventions')
      const right = await browser.post('/connexion/second-facteur', {
        code: codeFor(secret, 1),
        suite: '/conventions',
      })
      expect(right.headers.get('location')).toBe('/conventions')
      expect((await browser.get('/conventions')).status).toBe(200)
      expect(await actions(id)).toContain('session.strengthened')
    })
  })

  describe('when the network asks it of its officers', () => {
    it('lets them set one up now, which counts for the session, and back to the page', async () => {
      const { browser } = await person()
      await app.database.pool.query('update identity.network set second_factor_for_officers = true')
      try {
        const sent = await browser.get('/conventions')
        expect(sent.headers.get('location')).toBe('/connexion/second-facteur?suite=%2Fconventions')
        const asked = await read(await browser.get(sent.headers.get('location') ?? ''))
        expect(asked.text).toContain('Estuaire connecté demande une seconde preuve')
        const way = asked.links.find(({ text }) => text.startsWith('Régler une application'))?.href ?? ''
        expect((await read(await browser.get(way))).value('suite')).toBe('/conventions')
        const suite = '/conventions'
        const prepared = await browser.post('/compte/code', { suite })
        const step = await read(await browser.get(prepared.headers.get('location') ?? ''))
        const code = codeFor(step.texts('main code')[0] ?? '')
        const confirmed = await browser.post('/compte/code/confirmation', { code, suite })
        expect(confirmed.headers.get('location')).toBe('/compte/code/secours?suite=%2Fconventions')
        expect((await browser.post('/compte/code/secours', { suite })).headers.get('location')).toBe(suite)
        expect((await browser.get('/conventions')).status).toBe(200)
      } finally {
        await app.database.pool.query('update identity.network set second_factor_for_officers = false')
      }
    })
  })

  describe('explains why not', () => {
    it('a first code that is wrong sets nothing up', async () => {
      const { browser, email } = await person()
      await browser.post('/compte/code')
      const wrong = await read(await browser.post('/compte/code/confirmation', { code: '000000' }))
      expect(wrong.status).toBe(422)
      expect(wrong.problems[0]).toContain('Ce code n’est pas le bon')
      const entering = app.visitor()
      await entering.post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      expect(await isSignedIn(entering)).toBe(true)
    })

    it('a code that already served, even within its half minute', async () => {
      const { browser, email } = await person()
      const { secret } = await setUp(browser)
      const code = codeFor(secret, 1)
      expect((await (await password(email)).post('/connexion/code', { code })).status).toBe(303)
      const again = await read(await (await password(email)).post('/connexion/code', { code }))
      expect(again.problems[0]).toContain('Ce code a déjà servi')
    })

    it('two answers at once with one code: one comes in', async () => {
      const { browser, email } = await person()
      const { secret } = await setUp(browser)
      const waiting = [await password(email), await password(email)]
      const code = codeFor(secret, 1)
      const statuses = await Promise.all(
        waiting.map(async (one) => (await one.post('/connexion/code', { code })).status),
      )
      expect(statuses.sort()).toEqual([303, 422])
    })

    it('five wrong codes end the sign-in that waited, and it alone', async () => {
      const { browser, email } = await person()
      const { secret } = await setUp(browser)
      const guessing = await password(email)
      const owner = await password(email)
      for (let tries = 0; tries < 5; tries += 1) {
        const wrong = await read(await guessing.post('/connexion/code', { code: '000000' }))
        expect(wrong.problems[0]).toContain('Ce code n’est pas le bon')
      }
      const over = await read(await guessing.post('/connexion/code', { code: '000000' }))
      expect(over.heading).toBe('Aucune connexion n’attend de code')
      expect((await owner.post('/connexion/code', { code: codeFor(secret, 1) })).status).toBe(303)
    })

    it('too many wrong codes in an open session close the way by code for a while', async () => {
      const { browser } = await person()
      const { secret } = await setUp(browser)
      for (let tries = 0; tries < 10; tries += 1)
        await browser.post('/compte/code/retrait', { code: '000000' })
      const closed = await read(await browser.post('/compte/code/retrait', { code: codeFor(secret, 1) }))
      expect(closed.problems[0]).toContain('Attendez 15 minutes')
    })

    it('the page of the code without a sign-in that waits', async () => {
      expect((await read(await app.visitor().get('/connexion/code'))).heading).toBe(
        'Aucune connexion n’attend de code',
      )
      expect((await app.visitor().post('/connexion/code', { code: '123456' })).status).toBe(422)
    })
  })

  describe('keeps others out', () => {
    it('a link by mail does not change the factors of who has one', async () => {
      const { browser, id } = await person()
      await setUp(browser)
      await app.database.pool.query(
        'update identity.session set second_factor_at = null where person_id = $1',
        [id],
      )
      for (const path of ['/compte/code', '/compte/code/retrait', '/compte/cles', '/compte/cles/options']) {
        const sent = (await browser.get(path)).headers.get('location')
        expect(sent, path).toBe(`/connexion/second-facteur?suite=${encodeURIComponent(path)}`)
      }
      expect((await browser.post('/compte/code/retrait', { code: '000000' })).headers.get('location')).toBe(
        '/connexion/second-facteur',
      )
    })

    it('one does not read the codes of somebody else', async () => {
      const { browser } = await person()
      const { secret } = await setUp(browser)
      const other = await person()
      await setUp(other.browser)
      const refused = await other.browser.post('/compte/code/retrait', { code: codeFor(secret, 1) })
      expect(refused.status).toBe(422)
    })

    it('the table alone gives neither the secret nor the codes', async () => {
      const { browser, id } = await person()
      const { secret, codes } = await setUp(browser)
      const { rows } = await app.database.pool.query(
        'select * from identity.two_factor where person_id = $1',
        [id],
      )
      const kept = JSON.stringify(rows)
      expect(kept).not.toContain(secret.replaceAll(' ', ''))
      for (const code of codes) expect(kept).not.toContain(code)
    })
  })
})
