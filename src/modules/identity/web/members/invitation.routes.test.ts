import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, useApp, words } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import { invitationOf, linkSentTo, mails, type Somebody, somebody } from '../../testing-members.ts'

const address = '/reglages/membres/invitation'

describe('inviting somebody', () => {
  const app = useApp()
  let officer: Somebody
  let partner: Somebody

  beforeAll(async () => {
    officer = await somebody(app, 'officer')
    partner = await somebody(app, 'partner')
  })

  beforeEach(async () => {
    await app.database.pool.query(
      'truncate identity.invitation, platform.mail, platform.rate_window, platform.journal_origin',
    )
    await app.services.db.updateTable('identity.network').set({ head_id: null }).execute()
  })

  const invitations = () => app.services.db.selectFrom('identity.invitation').selectAll().execute()
  const invite = (who: Somebody, change: Record<string, string> = {}) =>
    who.browser.post(address, invitationOf(partner.organisationId, change))
  const idOfOpen = async () => (await invitations())[0]?.id ?? ''
  const problemsOf = async (answer: Response) => {
    expect(answer.status).toBe(422)
    return (await read(answer)).problems
  }

  describe('does it', () => {
    it('sends a personal link, and keeps its digest alone', async () => {
      const answer = await invite(officer)
      expect(answer.status).toBe(303)
      const [sent, ...others] = await mails(app)
      expect(others).toEqual([])
      expect(sent?.recipient).toBe('jo.nouvel@example.fr')
      expect(words(sent?.body)).toContain(
        `${officer.name} vous invite à rejoindre le réseau Estuaire connecté, pour ${partner.organisationName}.`,
      )
      expect(words(sent?.body)).toContain('Votre rôle : Médiatrice ou médiateur numérique.')
      expect(words(sent?.body)).toContain('jusqu’au 1er juillet 2026')
      const token = (await linkSentTo(app, 'jo.nouvel@example.fr')).split('/').at(-1) ?? ''
      expect(Buffer.from(token, 'base64url').length).toBe(32)
      expect(JSON.stringify(await invitations())).not.toContain(token)
    })

    it('shows what waits for an answer above the members', async () => {
      await invite(officer)
      const list = await read(await officer.browser.get('/reglages/membres'))
      expect(list.text).toContain('Invitations sans réponse')
      expect(list.text).toContain('jo.nouvel@example.fr')
      expect(list.notice).toContain('L’invitation part par courriel à jo.nouvel@example.fr.')
    })

    it('lets a partner’s manager invite a colleague', async () => {
      expect((await invite(partner)).status).toBe(303)
      expect(await invitations()).toMatchObject([{ invited_by: partner.personId, role: 'facilitator' }])
    })

    it('sends again with a new link: the one before opens nothing', async () => {
      await invite(officer)
      const first = await linkSentTo(app, 'jo.nouvel@example.fr')
      app.moveTo('2026-06-20')
      const one = `/reglages/membres/invitations/${await idOfOpen()}`
      expect((await officer.browser.post(`${one}/renvoi`)).headers.get('location')).toBe(one)
      expect((await app.visitor().get(first)).status).toBe(404)
      const second = await linkSentTo(app, 'jo.nouvel@example.fr')
      expect(second).not.toBe(first)
      expect((await app.visitor().get(first)).status).toBe(404)
      const opened = await read(await app.visitor().get(second))
      expect(opened.status).toBe(200)
      expect(opened.text).toContain('Répondez jusqu’au 4 juillet 2026')
      app.moveTo('2026-06-17')
    })

    it('writes one mail per sending, however often the job runs', async () => {
      await invite(officer)
      await app.runJobs()
      const link = await linkSentTo(app, 'jo.nouvel@example.fr')
      const { sendInvitation } = await import('../../jobs/invitation-jobs.ts')
      await sendInvitation.work(app.services, { invitation: (await idOfOpen()) as never })
      expect(await mails(app)).toHaveLength(1)
      expect((await app.visitor().get(link)).status).toBe(200)
    })

    it('takes an invitation back', async () => {
      await invite(officer)
      const link = await linkSentTo(app, 'jo.nouvel@example.fr')
      const answer = await officer.browser.post(`/reglages/membres/invitations/${await idOfOpen()}/retrait`)
      expect(answer.status).toBe(303)
      const shown = await read(await app.visitor().get(link))
      expect(shown.heading).toBe('Cette invitation a été retirée')
      expect((await app.visitor().post(`${link}/acceptation`, { prenom: 'Jo', nom: 'N' })).status).toBe(422)
      // The way is free for another one.
      expect((await invite(officer)).status).toBe(303)
    })
  })

  describe('explains why not', () => {
    it('when a field is wrong, and keeps what was typed', async () => {
      const shown = await read(await invite(officer, { courriel: 'jo', prenom: '', role: 'king' }))
      expect(shown.status).toBe(422)
      expect(shown.problems).toEqual([
        'Indiquez l’adresse de courriel de la personne, par exemple prenom.nom@exemple.fr.',
        'Indiquez le prénom de la personne.',
        'Choisissez le rôle de la personne.',
      ])
      expect(shown.value('nom')).toBe('Nouvel')
    })

    it('when the person already has that role there', async () => {
      const known = await somebody(app, 'facilitator', { organisation: partner.organisationId })
      expect(await problemsOf(await invite(officer, { courriel: known.email }))).toEqual([
        'Cette personne a déjà ce rôle pour cette structure : il n’y a rien à faire.',
      ])
    })

    it('when the same invitation is still open, and leads to it', async () => {
      await invite(officer)
      const shown = await read(await invite(officer))
      expect(shown.status).toBe(422)
      expect(shown.problems[0]).toContain('Renvoyez-la plutôt.')
      const href = shown.links.find(({ text }) => text === 'Voir cette invitation pour la renvoyer')?.href
      expect(href).toBe(`/reglages/membres/invitations/${await idOfOpen()}`)
    })

    it('once, when the same invitation is sent twice at the same instant', async () => {
      const answers = await Promise.all([invite(officer), invite(officer), invite(officer)])
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
      expect(await invitations()).toHaveLength(1)
    })

    it('when a role of the head is given for another organisation', async () => {
      await app.services.db
        .updateTable('identity.network')
        .set({ head_id: officer.organisationId })
        .where('id', '=', app.networks.estuaire)
        .execute()
      expect((await problemsOf(await invite(officer, { role: 'officer' })))[0]).toContain(
        'Ce rôle ne se donne que pour la structure qui anime le réseau.',
      )
      const forHead = { role: 'officer', structure: officer.organisationId }
      expect((await invite(officer, forHead)).status).toBe(303)
    })

    it('after five sendings more, or once it is answered', async () => {
      await invite(officer)
      const one = `/reglages/membres/invitations/${await idOfOpen()}`
      for (let times = 0; times < 5; times += 1)
        expect((await officer.browser.post(`${one}/renvoi`)).status).toBe(303)
      expect((await problemsOf(await officer.browser.post(`${one}/renvoi`)))[0]).toContain(
        'a déjà été renvoyée 5 fois',
      )
      await officer.browser.post(`${one}/retrait`)
      for (const act of ['renvoi', 'retrait'])
        expect((await problemsOf(await officer.browser.post(`${one}/${act}`)))[0]).toContain(
          'a reçu sa réponse entre-temps',
        )
    })
  })

  describe('keeps others out', () => {
    it('a partner invites for its own organisation and to its own roles, whatever the form says', async () => {
      const elsewhere = await problemsOf(await invite(partner, { structure: officer.organisationId }))
      expect(elsewhere).toEqual(['Choisissez une structure de la liste.'])
      for (const role of ['officer', 'reader', 'data_protection_officer', 'auditor', 'juror', 'desk_agent'])
        expect((await problemsOf(await invite(partner, { role })))[0]).toContain(
          'Choisissez un rôle de la liste',
        )
      expect(await invitations()).toEqual([])
      const form = await read(await partner.browser.get(address))
      expect(form.text).not.toContain('tête de réseau)')
      expect(form.text).not.toContain(officer.organisationName)
    })

    it('those who only read, those who are not the head, and visitors', async () => {
      for (const role of ['reader', 'auditor', 'facilitator', 'juror'] as const) {
        const other = await somebody(app, role)
        expect((await invite(other)).status, role).toBe(403)
      }
      const visitor = await app.visitor().post(address, invitationOf(partner.organisationId))
      expect(visitor.headers.get('location')).toBe('/connexion')
      expect(await invitations()).toEqual([])
    })

    it('another network: its invitations and organisations do not exist here', async () => {
      const there = await somebody(app, 'officer', { network: app.networks.baie })
      expect(await problemsOf(await invite(officer, { structure: there.organisationId }))).toEqual([
        'Choisissez une structure de la liste.',
      ])
      const sent = await there.browser.post(`/n/baie${address}`, invitationOf(there.organisationId))
      expect(sent.status).toBe(303)
      const link = await linkSentTo(app, 'jo.nouvel@example.fr')
      expect(link).toContain('/n/baie/invitation/')
      expect((await app.visitor().get(link)).status).toBe(200)
      // The same token, asked from the other network.
      expect((await app.visitor().get(link.replace('/n/baie', ''))).status).toBe(404)
      const one = `/reglages/membres/invitations/${await idOfOpen()}`
      for (const who of [officer, partner]) {
        expect((await who.browser.get(one)).status).toBe(404)
        expect((await who.browser.post(`${one}/renvoi`)).status).toBe(404)
        expect((await who.browser.post(`${one}/retrait`)).status).toBe(404)
      }
      expect((await officer.browser.get(`/reglages/membres/invitations/${newId()}`)).status).toBe(404)
    })

    it('a partner sees no invitation of another organisation', async () => {
      await officer.browser.post(address, invitationOf(officer.organisationId, { role: 'reader' }))
      expect((await partner.browser.get(`/reglages/membres/invitations/${await idOfOpen()}`)).status).toBe(
        404,
      )
      expect((await read(await partner.browser.get('/reglages/membres'))).text).not.toContain('jo.nouvel')
    })
  })
})
