import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import { addPerson, lastLinkTo, mailsTo, PASSWORD, sessionsOf } from '../../testing-people.ts'

const NEW = 'quatre pommes vertes au marché'

describe('one’s own account', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })

  async function enter(email: string, password = PASSWORD): Promise<Browser> {
    const browser = app.visitor()
    await browser.post('/connexion', { courriel: email, mot_de_passe: password })
    return browser
  }

  const linesAbout = (subject: string) =>
    app.services.db
      .selectFrom('platform.journal')
      .select(['action', 'changes'])
      .where('subject_id', '=', subject)
      .orderBy('id')
      .execute()

  describe('does it', () => {
    it('shows what protects the account, to somebody who acts for nobody too', async () => {
      const { email } = await addPerson(app)
      const page = await read(await (await enter(email)).get('/compte'))
      expect([page.status, page.heading]).toEqual([200, 'Votre compte'])
      expect(page.text).toContain('Vous n’agissez pour aucune structure dans Estuaire connecté')
      expect(page.document.body.textContent).not.toContain('Vous agissez pour')
      expect(page.text).toContain(email)
      const hrefs = page.links.map(({ href }) => href)
      for (const part of ['identite', 'courriel', 'mot-de-passe', 'sessions'])
        expect(hrefs).toContain(`/compte/${part}`)
      const member = await read(await (await app.signIn('officer')).get('/compte'))
      expect(member.text).toContain('Aucun : vous entrez sans mot de passe')
    })

    it('changes the name and the telephone; the journal says that, not to what', async () => {
      const { id, email } = await addPerson(app)
      const browser = await enter(email)
      expect((await read(await browser.get('/compte/identite'))).value('prenom')).toBe('Odile')
      const fields = { prenom: 'Maud', nom: 'Le Goff', telephone: '02 31 00 00 00' }
      expect((await browser.post('/compte/identite', fields)).headers.get('location')).toBe('/compte')
      expect((await read(await browser.get('/compte'))).text).toContain('02 31 00 00 00')
      expect((await linesAbout(id)).at(-1)).toEqual({
        action: 'identity.changed',
        changes: {
          given_name: ['•••', '•••'],
          family_name: ['•••', '•••'],
          phone: ['', '•••'],
        },
      })
    })

    it('changes the e-mail once the new one answers, and warns the old one', async () => {
      const { id, email } = await addPerson(app)
      const browser = await enter(email)
      const wanted = `nouvelle-${email}`
      await browser.post('/compte/courriel', { courriel: wanted, mot_de_passe_actuel: PASSWORD })
      const link = await lastLinkTo(app, wanted)
      expect((await mailsTo(app, email)).map(({ subject }) => subject)).toContain(
        'Changement d’adresse demandé pour votre compte',
      )
      expect((await read(await browser.get('/compte'))).text).not.toContain(wanted)
      expect((await app.visitor().get(link)).status).toBe(200)
      expect((await app.visitor().post(link)).status).toBe(303)
      expect((await app.visitor().post(link)).status).toBe(410)
      expect((await read(await browser.get('/compte'))).text).toContain(wanted)
      expect((await (await enter(wanted)).get('/compte')).status).toBe(200)
      expect((await linesAbout(id)).filter(({ action }) => action === 'email.changed')).toEqual([
        { action: 'email.changed', changes: { email: ['•••', '•••'] } },
      ])
    })

    it('tells the old address when the new one has replaced it', async () => {
      const { email } = await addPerson(app)
      const browser = await enter(email)
      const wanted = `apres-${email}`
      await browser.post('/compte/courriel', { courriel: wanted, mot_de_passe_actuel: PASSWORD })
      const told = async () =>
        (await mailsTo(app, email)).filter(({ subject }) => subject === 'L’adresse de votre compte a changé')
      expect(await told()).toHaveLength(0)
      const link = await lastLinkTo(app, wanted)
      await app.visitor().post(link)
      await app.visitor().post(link)
      expect(await told()).toHaveLength(1)
    })

    it('reads a password as it was typed, spaces around it included', async () => {
      const { email } = await addPerson(app)
      const browser = await enter(email)
      const spaced = ` ${NEW}  `
      const fields = { mot_de_passe_actuel: PASSWORD, mot_de_passe: spaced }
      expect((await browser.post('/compte/mot-de-passe', fields)).status).toBe(303)
      expect((await (await enter(email, NEW)).get('/compte')).status).toBe(303)
      const again = await enter(email, spaced)
      expect((await again.get('/compte')).status).toBe(200)
      const back = { mot_de_passe_actuel: NEW, mot_de_passe: PASSWORD }
      expect((await again.post('/compte/mot-de-passe', back)).status).toBe(422)
      expect(
        (await again.post('/compte/mot-de-passe', { ...back, mot_de_passe_actuel: spaced })).status,
      ).toBe(303)
    })

    it('changes the password, ends the other sessions at once and says so by mail', async () => {
      const { email } = await addPerson(app)
      const [here, elsewhere] = [await enter(email), await enter(email)]
      const fields = { mot_de_passe_actuel: PASSWORD, mot_de_passe: NEW }
      expect((await here.post('/compte/mot-de-passe', fields)).headers.get('location')).toBe('/compte')
      expect((await here.get('/compte')).status).toBe(200)
      expect((await elsewhere.get('/compte')).status).toBe(303)
      expect((await (await enter(email, NEW)).get('/compte')).status).toBe(200)
      expect((await mailsTo(app, email)).map(({ subject }) => subject)).toContain(
        'Votre mot de passe a changé',
      )
    })

    it('sets a first password without asking for one', async () => {
      const { email } = await addPerson(app, { password: null })
      await app.visitor().post('/connexion/lien', { courriel: email })
      const browser = app.visitor()
      await browser.post(await lastLinkTo(app, email))
      const page = await read(await browser.get('/compte/mot-de-passe'))
      expect(page.document.querySelector('[name="mot_de_passe_actuel"]')).toBeNull()
      expect((await browser.post('/compte/mot-de-passe', { mot_de_passe: NEW })).status).toBe(303)
      expect((await (await enter(email, NEW)).get('/compte')).status).toBe(200)
    })

    it('lists the sessions, and ends one or all the others at once', async () => {
      const { id, email } = await addPerson(app)
      const [here, second, third] = [await enter(email), await enter(email), await enter(email)]
      const page = await read(await here.get('/compte/sessions'))
      expect(page.document.querySelectorAll('tbody tr')).toHaveLength(3)
      expect(page.texts('.tag')).toEqual(['Cet appareil'])
      expect(page.text).toContain('avec le mot de passe')
      const [, secondSession] = await sessionsOf(app, id)
      await here.post(`/compte/sessions/${secondSession?.id}/fin`)
      expect((await second.get('/compte')).status).toBe(303)
      expect((await third.get('/compte')).status).toBe(200)
      await here.post('/compte/sessions/fin')
      expect((await third.get('/compte')).status).toBe(303)
      expect((await here.get('/compte')).status).toBe(200)
      expect((await linesAbout(id)).filter(({ action }) => action === 'session.revoked')).toHaveLength(2)
    })
  })

  describe('explains why not', () => {
    it('asks for the present password, five times at most', async () => {
      const { email } = await addPerson(app)
      const browser = await enter(email)
      const change = (current: string) =>
        browser.post('/compte/mot-de-passe', { mot_de_passe_actuel: current, mot_de_passe: NEW })
      for (let n = 0; n < 5; n += 1)
        expect((await read(await change('faux'))).problems[0]).toContain('pas votre mot de passe actuel')
      expect((await read(await change(PASSWORD))).problems[0]).toContain('Attendez 15 minutes')
      const moved = await browser.post('/compte/courriel', {
        courriel: 'a@example.fr',
        mot_de_passe_actuel: '',
      })
      expect(moved.status).toBe(422)
    })

    it('asks who has no password to sign in anew before the e-mail or a first password changes', async () => {
      const { id, email } = await addPerson(app, { password: null })
      await app.visitor().post('/connexion/lien', { courriel: email })
      const browser = app.visitor()
      await browser.post(await lastLinkTo(app, email))
      const aged = (minutes: number) =>
        app.database.pool.query(
          'update identity.session set created_at = now() - make_interval(mins => $2) where person_id = $1',
          [id, minutes],
        )
      const move = () => browser.post('/compte/courriel', { courriel: `ailleurs-${email}` })
      await aged(11)
      expect((await read(await move())).problems[0]).toContain('plus de dix minutes')
      const first = await read(await browser.post('/compte/mot-de-passe', { mot_de_passe: NEW }))
      expect(first.problems[0]).toContain('plus de dix minutes')
      expect(await lastLinkTo(app, `ailleurs-${email}`)).toBe('')
      await aged(9)
      expect((await move()).status).toBe(303)
      // A code given just now proves as much as a new session.
      await aged(60)
      await app.database.pool.query(
        'update identity.session set second_factor_at = now() where person_id = $1',
        [id],
      )
      expect((await move()).status).toBe(303)
    })

    it('says what is wrong with a name, a number, an address, a password', async () => {
      const { email } = await addPerson(app)
      const browser = await enter(email)
      const problems = async (path: string, fields: Record<string, string>) =>
        (await read(await browser.post(path, fields))).problems.length
      expect(await problems('/compte/identite', { prenom: '', nom: '', telephone: 'x' })).toBe(3)
      expect(await problems('/compte/courriel', { courriel: 'odile', mot_de_passe_actuel: PASSWORD })).toBe(1)
      expect(
        await problems('/compte/mot-de-passe', { mot_de_passe_actuel: PASSWORD, mot_de_passe: 'court' }),
      ).toBe(1)
    })

    it('writes nothing to an address that somebody else has, and says nothing of it', async () => {
      const [one, other] = [await addPerson(app), await addPerson(app)]
      const browser = await enter(one.email)
      const asked = await browser.post('/compte/courriel', {
        courriel: other.email,
        mot_de_passe_actuel: PASSWORD,
      })
      expect(asked.headers.get('location')).toBe('/compte')
      expect(await mailsTo(app, other.email)).toEqual([])
    })
  })

  describe('keeps others out', () => {
    it('opens to nobody without a session', async () => {
      for (const path of ['', '/identite', '/courriel', '/mot-de-passe', '/sessions'])
        expect((await app.visitor().get(`/compte${path}`)).headers.get('location')).toContain('/connexion')
    })

    it('ends a session at the age the network allows, however much it is used', async () => {
      const { id, email } = await addPerson(app)
      const browser = await enter(email)
      const age = (days: number) =>
        app.database.pool.query(
          'update identity.session set created_at = now() - make_interval(days => $2) where person_id = $1',
          [id, days],
        )
      const { rows } = await app.database.pool.query('select max(session_days) as days from identity.network')
      await age(rows[0].days - 1)
      expect((await browser.get('/compte')).status).toBe(200)
      await age(rows[0].days)
      expect((await browser.get('/compte')).status).toBe(303)
    })

    it('lasts the ninety days one network allows, while another next to it asks for less', async () => {
      const days = (slug: string, count: number) =>
        app.database.pool.query('update identity.network set session_days = $2 where slug = $1', [
          slug,
          count,
        ])
      await days('estuaire', 90)
      await days('baie', 7)
      const { id, email } = await addPerson(app)
      const answer = await app.visitor().post('/connexion', { courriel: email, mot_de_passe: PASSWORD })
      const [cookie = ''] = answer.headers.getSetCookie().filter((one) => one.includes('_session='))
      expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1])).toBe(90 * 86_400)
      const browser = await enter(email)
      const older = (by: number) =>
        app.database.pool.query(
          `update identity.session set created_at = created_at - make_interval(days => $2),
            expires_at = expires_at - make_interval(days => $2) where person_id = $1`,
          [id, by],
        )
      await older(8)
      expect((await browser.get('/n/baie/compte')).status).toBe(303)
      expect((await browser.get('/compte')).status).toBe(200)
      await older(81)
      expect((await browser.get('/compte')).status).toBe(200)
      await older(1)
      expect((await browser.get('/compte')).status).toBe(303)
      await days('estuaire', 14)
      await days('baie', 14)
    })

    it('never ends the session of somebody else', async () => {
      const [one, other] = [await addPerson(app), await addPerson(app)]
      const [browser, target] = [await enter(one.email), await enter(other.email)]
      const [session] = await sessionsOf(app, other.id)
      for (const id of [session?.id, newId(), 'x'])
        expect((await browser.post(`/compte/sessions/${id}/fin`)).status).toBe(404)
      expect((await target.get('/compte')).status).toBe(200)
    })

    it('waits for the second factor of whoever set one up, however they came in', async () => {
      const { id, email } = await addPerson(app)
      await app.visitor().post('/connexion/lien', { courriel: email })
      const browser = app.visitor()
      await app.database.pool.query('update identity.person set two_factor_enabled = true where id = $1', [
        id,
      ])
      await browser.post(await lastLinkTo(app, email))
      for (const path of ['/compte', '/compte/mot-de-passe', '/compte/sessions'])
        expect((await browser.get(path)).headers.get('location')).toContain('/connexion/second-facteur')
    })

    it('notes once a day that somebody was there', async () => {
      const { id, email } = await addPerson(app)
      const browser = await enter(email)
      const seen = async () =>
        (
          await app.services.db
            .selectFrom('identity.person')
            .select('last_seen_on')
            .where('id', '=', id)
            .executeTakeFirst()
        )?.last_seen_on
      expect(await seen()).toBe('2026-06-17')
      app.moveTo('2026-06-19')
      await browser.get('/compte')
      expect(await seen()).toBe('2026-06-19')
      app.moveTo('2026-06-17')
    })
  })
})
