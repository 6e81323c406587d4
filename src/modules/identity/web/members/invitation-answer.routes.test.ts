import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp, words } from '../../../../../tests/support.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { invitationOf, linkSentTo, mails, type Somebody, somebody } from '../../testing-members.ts'

const names = { prenom: 'Jo', nom: 'Nouvel' }
const password = 'les dunes bougent la nuit'

describe('answering an invitation', () => {
  const app = useApp()
  let officer: Somebody
  let newcomers = 0
  let email = ''

  beforeAll(async () => {
    officer = await somebody(app, 'officer')
  })

  beforeEach(async () => {
    await app.database.pool.query('truncate identity.invitation, platform.mail, platform.rate_window')
    newcomers += 1
    email = `nouvel-${newcomers}@example.fr`
  })

  const invited = async (courriel = email, change = {}) => {
    const fields = invitationOf(officer.organisationId, { courriel, ...change })
    expect((await officer.browser.post('/reglages/membres/invitation', fields)).status).toBe(303)
    return linkSentTo(app, courriel)
  }
  const membershipsOf = (address: string) =>
    app.services.db
      .selectFrom('identity.membership as m')
      .innerJoin('identity.person as p', 'p.id', 'm.person_id')
      .select(['m.id', 'm.role', 'm.job_title', 'p.id as personId', 'p.email_verified', 'p.name'])
      .where('p.email', '=', address)
      .execute()
  const accept = (browser: Browser, link: string, fields: Record<string, string> = names) =>
    browser.post(`${link}/acceptation`, fields)

  describe('does it', () => {
    it('says who invites, where, for what and until when', async () => {
      const shown = await read(await app.visitor().get(await invited()))
      expect(shown.heading).toBe(`${officer.name} vous invite`)
      for (const fact of ['Estuaire connecté', officer.organisationName, email, '1er juillet 2026'])
        expect(shown.text).toContain(fact)
      expect(shown.value('prenom')).toBe('Jo')
    })

    it('makes the account of a newcomer, lets them in, and tells who invited', async () => {
      const browser = app.visitor()
      const answer = await accept(browser, await invited(), { ...names, mot_de_passe: password })
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe('/aujourdhui')
      const [membership] = await membershipsOf(email)
      expect(membership).toMatchObject({
        role: 'facilitator',
        job_title: 'Accueil',
        email_verified: true,
        name: 'Jo Nouvel',
      })
      const account = await read(await browser.get('/compte'))
      expect(account.text).toContain(officer.organisationName)
      const told = (await mails(app)).find(({ recipient }) => recipient === officer.email)
      expect(words(told?.subject)).toBe('Estuaire connecté : Jo Nouvel a accepté votre invitation')
      const lines = await app.services.db
        .selectFrom('platform.journal')
        .select('action')
        .where('action', 'like', 'invitation.%')
        .orderBy('id', 'desc')
        .executeTakeFirst()
      expect(lines?.action).toBe('invitation.accepted')
    })

    it('with a password the library knows, or without any', async () => {
      const headers = new Headers()
      await accept(app.visitor(), await invited(), { ...names, mot_de_passe: password })
      const { api } = accountsOf(app.services)
      const { token } = await api.signInEmail({ body: { email, password }, headers })
      expect(token).toBeTruthy()
      email = `sans-${newcomers}@example.fr`
      await accept(app.visitor(), await invited())
      await expect(api.signInEmail({ body: { email, password: '' }, headers })).rejects.toThrow()
      expect(await membershipsOf(email)).toHaveLength(1)
    })

    it('gives one more role to an account that exists, which still signs in its own way', async () => {
      const known = await somebody(app, 'partner')
      const link = await invited(known.email)
      const visitor = app.visitor()
      const shown = await read(await visitor.get(link))
      expect(shown.value('prenom')).toBe(null)
      const answer = await accept(visitor, link, { mot_de_passe: 'not theirs to choose' })
      expect(answer.headers.get('location')).toBe('/connexion')
      expect((await visitor.get('/compte')).status).toBe(303)
      expect((await membershipsOf(known.email)).map(({ role }) => role).sort()).toEqual([
        'facilitator',
        'partner',
      ])
      const credentials = app.services.db.selectFrom('identity.credential').select('id')
      expect(await credentials.where('person_id', '=', known.personId).execute()).toEqual([])
    })

    it('declines: nothing is made, and who invited is told', async () => {
      const link = await invited()
      const browser = app.visitor()
      expect((await browser.post(`${link}/refus`)).headers.get('location')).toBe('/')
      expect(await membershipsOf(email)).toEqual([])
      const told = (await mails(app)).find(({ recipient }) => recipient === officer.email)
      expect(words(told?.subject)).toBe('Estuaire connecté : Jo Nouvel a refusé votre invitation')
      expect((await read(await browser.get(link))).heading).toBe('Cette invitation a été refusée')
    })

    it('from the account of the person, signed in', async () => {
      const known = await somebody(app, 'partner')
      await invited(known.email)
      const own = await read(await known.browser.get('/compte/organisations'))
      expect(own.text).toContain('Invitations reçues')
      const { id } = await app.services.db
        .selectFrom('identity.invitation')
        .select('id')
        .executeTakeFirstOrThrow()
      const stranger = await somebody(app, 'partner')
      for (const act of ['acceptation', 'refus'])
        expect((await stranger.browser.post(`/compte/invitations/${id}/${act}`)).status).toBe(404)
      expect((await known.browser.post(`/compte/invitations/${id}/acceptation`)).status).toBe(303)
      expect(await membershipsOf(known.email)).toHaveLength(2)
    })
  })

  describe('explains why not', () => {
    it('when a name is missing or the password is weak, without giving the password back', async () => {
      const link = await invited()
      const shown = await read(
        await accept(app.visitor(), link, { prenom: '', nom: 'Nouvel', mot_de_passe: 'azertyuiop12' }),
      )
      expect(shown.status).toBe(422)
      expect(shown.problems[0]).toBe('Indiquez votre prénom.')
      const weak = await read(await accept(app.visitor(), link, { ...names, mot_de_passe: 'azertyuiop12' }))
      expect(weak.problems[0]).toContain('Choisissez plutôt une phrase')
      expect(weak.value('mot_de_passe')).toBe('')
      expect(await membershipsOf(email)).toEqual([])
    })

    it('when it expired, and says whom to ask', async () => {
      const link = await invited()
      app.moveTo('2026-07-02')
      const shown = await read(await app.visitor().get(link))
      expect(shown.heading).toBe('Cette invitation a expiré')
      expect(shown.text).toContain(officer.email)
      for (const act of ['acceptation', 'refus'])
        expect((await app.visitor().post(`${link}/${act}`, names)).status).toBe(422)
      app.moveTo('2026-06-17')
      expect(await membershipsOf(email)).toEqual([])
    })

    it('once answered: two clicks at the same instant leave one membership', async () => {
      const link = await invited()
      const answers = await Promise.all([1, 2, 3].map(() => accept(app.visitor(), link)))
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
      expect(await membershipsOf(email)).toHaveLength(1)
      const late = await read(await accept(app.visitor(), link))
      expect(late.problems[0]).toContain('a déjà reçu sa réponse')
      expect(late.heading).toBe('Cette invitation est déjà acceptée')
    })

    it('once answered, for an account that exists too: the three answers are told apart', async () => {
      const known = await somebody(app, 'partner')
      const link = await invited(known.email)
      const answers = await Promise.all([
        accept(app.visitor(), link),
        accept(app.visitor(), link),
        app.visitor().post(`${link}/refus`),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
      const { answer } = await app.services.db
        .selectFrom('identity.invitation')
        .select('answer')
        .executeTakeFirstOrThrow()
      expect(await membershipsOf(known.email)).toHaveLength(answer === 'accepted' ? 2 : 1)
      const told = (await mails(app)).filter(({ recipient }) => recipient === officer.email)
      expect(told).toHaveLength(1)
    })

    it('when two networks invite the same newcomer, who answers both at the same instant', async () => {
      const there = await somebody(app, 'officer', { network: app.networks.baie })
      const here = await invited()
      await there.browser.post(
        '/n/baie/reglages/membres/invitation',
        invitationOf(there.organisationId, { courriel: email }),
      )
      const elsewhere = await linkSentTo(app, email)
      expect(elsewhere).toContain('/n/baie/')
      const answers = await Promise.all([accept(app.visitor(), here), accept(app.visitor(), elsewhere)])
      for (const { status } of answers) expect([303, 422]).toContain(status)
      // Whoever was told to answer again may.
      for (const link of [here, elsewhere]) await accept(app.visitor(), link)
      expect(new Set((await membershipsOf(email)).map(({ personId }) => personId)).size).toBe(1)
      expect(await membershipsOf(email)).toHaveLength(2)
    })
  })

  describe('keeps others out', () => {
    it('a link that was never sent', async () => {
      for (const token of ['x', 'A'.repeat(43), '%20', 'unsent:1']) {
        const shown = await read(await app.visitor().get(`/invitation/${token}`))
        expect(shown.status).toBe(404)
        expect((await app.visitor().post(`/invitation/${token}/acceptation`, names)).status).not.toBe(303)
      }
    })

    it('somebody else who is signed in: says so, and offers to change', async () => {
      const link = await invited()
      const other = await somebody(app, 'facilitator')
      const shown = await read(await other.browser.get(link))
      expect(shown.text).toContain(`Vous agissez avec le compte de ${other.name}`)
      expect(shown.text).toContain('Se déconnecter pour changer de compte')
      for (const act of ['acceptation', 'refus']) {
        const refused = await read(await other.browser.post(`${link}/${act}`, names))
        expect(refused.problems[0]).toContain('adressée à une autre personne que vous')
      }
      expect(await membershipsOf(email)).toEqual([])
    })

    it('a session under an address that was never proved', async () => {
      const known = await somebody(app, 'partner')
      const unproved = app.services.db.updateTable('identity.person').set({ email_verified: false })
      await unproved.where('id', '=', known.personId).execute()
      await invited(known.email)
      const { id } = await app.services.db
        .selectFrom('identity.invitation')
        .select('id')
        .executeTakeFirstOrThrow()
      expect((await known.browser.post(`/compte/invitations/${id}/acceptation`)).status).toBe(404)
      expect((await read(await known.browser.get('/compte/organisations'))).text).not.toContain('reçues')
    })
  })
})
