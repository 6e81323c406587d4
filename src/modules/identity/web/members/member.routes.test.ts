import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, useApp, words } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import { addOrganisation } from '../../data/organisations/organisations.store.ts'
import { invitationOf, mails, type Somebody, somebody } from '../../testing-members.ts'

const list = '/reglages/membres'

describe('the members of a network', () => {
  const app = useApp()
  let officer: Somebody
  let partner: Somebody
  let colleague: Somebody

  beforeAll(async () => {
    officer = await somebody(app, 'officer')
    partner = await somebody(app, 'partner')
    colleague = await somebody(app, 'facilitator', { organisation: partner.organisationId })
    await somebody(app, 'officer', { network: app.networks.baie })
  })

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.mail, platform.rate_window')
  })

  const shownTo = async (who: Somebody, query = '') => read(await who.browser.get(`${list}${query}`))
  const namesIn = (page: Awaited<ReturnType<typeof shownTo>>) =>
    page.links.filter(({ href }) => /membres\/[0-9a-f]{8}-/.test(href)).map(({ text }) => text)

  describe('lists them', () => {
    it('all to the head, its own to a partner, duplicates included', async () => {
      expect(namesIn(await shownTo(officer))).toEqual([officer, partner, colleague].map(({ name }) => name))
      expect(namesIn(await shownTo(partner))).toEqual([partner.name, colleague.name])
      const { db } = app.services
      const same = { name: 'Doublon', kind: 'association', siret: null, commune: '' }
      const duplicate = await addOrganisation(db, app.networks.estuaire, same, app.clock.now())
      const there = await somebody(app, 'facilitator', { organisation: duplicate })
      expect(namesIn(await shownTo(partner))).not.toContain(there.name)
      await db
        .updateTable('identity.organisation')
        .set({ merged_into: partner.organisationId, merged_at: app.clock.now() })
        .where('id', '=', duplicate)
        .execute()
      const after = await shownTo(partner)
      expect(namesIn(after)).toContain(there.name)
      expect(after.text).not.toContain('Doublon')
    })

    it('by role, by organisation, by name or address', async () => {
      expect(namesIn(await shownTo(officer, '?role=officer'))).toEqual([officer.name])
      const ofPartner = `?structure=${partner.organisationId}`
      expect(namesIn(await shownTo(officer, ofPartner))).toContain(colleague.name)
      expect(namesIn(await shownTo(officer, ofPartner))).not.toContain(officer.name)
      expect(namesIn(await shownTo(officer, `?q=${encodeURIComponent(partner.email)}`))).toEqual([
        partner.name,
      ])
      expect(namesIn(await shownTo(officer, '?q=%25'))).toEqual([])
      expect(namesIn(await shownTo(officer, '?role=king&structure=x&page=0'))).toContain(officer.name)
    })

    it('page by page', async () => {
      const { organisationId } = await somebody(app, 'donor')
      for (let count = 0; count < 26; count += 1) await app.signIn('donor', { organisation: organisationId })
      const first = await shownTo(officer, '?role=donor')
      expect(namesIn(first)).toHaveLength(25)
      expect(first.text).toContain('1–25 sur 27 membres')
      const next = first.links.find(({ text }) => text === 'Page suivante')?.href ?? ''
      expect(next).toBe('/reglages/membres?role=donor&page=2')
      expect(namesIn(await read(await officer.browser.get(next)))).toHaveLength(2)
    })

    it('is found from the settings', async () => {
      const settings = await read(await officer.browser.get('/reglages'))
      expect(settings.links).toContainEqual({ text: 'Membres et invitations', href: list })
      const current = (await shownTo(officer)).document.querySelector('.side-nav [aria-current]')
      expect(words(current?.textContent)).toBe('Réglages')
    })
  })

  describe('changes one', () => {
    it('writes the job title', async () => {
      const address = `${list}/${colleague.id}`
      const answer = await partner.browser.post(`${address}/fonction`, {
        fonction: 'Responsable de l’accueil',
      })
      expect(answer.headers.get('location')).toBe(address)
      const shown = await read(await officer.browser.get(address))
      expect(shown.heading).toBe(colleague.name)
      expect(shown.text).toContain('Responsable de l’accueil')
      const line = await app.services.db
        .selectFrom('platform.journal')
        .select('changes')
        .where('action', '=', 'membership.changed')
        .executeTakeFirstOrThrow()
      expect(line.changes).toEqual({ job_title: ['', 'Responsable de l’accueil'] })
    })

    it('takes a role back at once, and tells the person why', async () => {
      const leaver = await somebody(app, 'facilitator', { organisation: partner.organisationId })
      expect((await leaver.browser.get('/conventions')).status).toBe(200)
      const page = await read(await partner.browser.get(`${list}/${leaver.id}/fin`))
      expect(page.text).toContain('Ses droits prennent fin aussitôt')
      const answer = await partner.browser.post(`${list}/${leaver.id}/fin`, { motif: 'A changé de service.' })
      expect(answer.status).toBe(303)
      expect((await leaver.browser.get('/conventions')).status).toBe(403)
      const [mail, ...others] = await mails(app)
      expect(others).toEqual([])
      expect(mail?.recipient).toBe(leaver.email)
      expect(words(mail?.body)).toContain('Motif : A changé de service.')
      expect(words(mail?.body)).toContain('a été retiré le 17 juin 2026')
      expect(namesIn(await shownTo(officer, '?etat=termines'))).toEqual([leaver.name])
      const shown = await read(await officer.browser.get(`${list}/${leaver.id}`))
      expect(shown.text).toContain('A changé de service.')
      // The role may be given again.
      const again = invitationOf(partner.organisationId, { courriel: leaver.email })
      expect((await partner.browser.post(`${list}/invitation`, again)).status).toBe(303)
    })

    it('writes nothing from a page opened before the role was taken back', async () => {
      const manager = await somebody(app, 'partner')
      const mate = await somebody(app, 'facilitator', { organisation: manager.organisationId })
      expect((await manager.browser.get(`${list}/${mate.id}/fonction`)).status).toBe(200)
      await officer.browser.post(`${list}/${manager.id}/fin`, { motif: 'Fin de mission.' })
      const refused = await read(
        await manager.browser.post(`${list}/${mate.id}/fonction`, { fonction: 'Chef' }),
      )
      expect(refused.status).toBe(403)
      expect(refused.heading).toBe('Page réservée')
      const { job_title } = await app.services.db
        .selectFrom('identity.membership')
        .select('job_title')
        .where('id', '=', mate.id)
        .executeTakeFirstOrThrow()
      expect(job_title).toBe('')
    })
  })

  describe('explains why not', () => {
    const endOf = async (who: Somebody, whom: Somebody, fields = { motif: 'Essai' }) =>
      read(await who.browser.post(`${list}/${whom.id}/fin`, fields))

    it('without a reason, for one’s own role, for a role of the head, when it is over', async () => {
      expect((await endOf(officer, partner, { motif: '' })).problems[0]).toContain('Indiquez le motif')
      expect((await endOf(officer, officer)).problems[0]).toContain('Ce rôle est le vôtre')
      const juror = await somebody(app, 'juror', { organisation: partner.organisationId })
      expect((await endOf(partner, juror)).problems[0]).toContain('donné et retiré par la tête de réseau')
      expect((await read(await partner.browser.get(`${list}/${juror.id}`))).text).not.toContain(
        'Retirer ce rôle',
      )
      expect((await endOf(officer, juror)).status).toBe(303)
      expect((await endOf(officer, juror)).problems[0]).toContain('avait déjà pris fin')
    })

    it('when it is the network’s last officer, even if two remove each other at the same instant', async () => {
      const network = app.networks.baie
      await app.services.db
        .updateTable('identity.membership')
        .set({ ended_at: app.clock.now() })
        .where('network_id', '=', network)
        .execute()
      for (let round = 0; round < 5; round += 1) {
        const one = await somebody(app, 'officer', { network })
        const other = await somebody(app, 'officer', { network })
        const remove = (who: Somebody, whom: Somebody) =>
          who.browser.post(`/n/baie${list}/${whom.id}/fin`, { motif: 'Essai' })
        const answers = await Promise.all([remove(one, other), remove(other, one)])
        expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
        const left = await app.services.db
          .selectFrom('identity.membership')
          .select(['id', 'person_id'])
          .where('network_id', '=', network)
          .where('role', '=', 'officer')
          .where('ended_at', 'is', null)
          .execute()
        expect(left).toHaveLength(1)
        const last = left[0]?.id === one.id ? one : other
        const refused = await read(await last.browser.post(`/n/baie/compte/organisations/${last.id}/depart`))
        expect(refused.problems[0]).toContain('C’est la dernière personne chargée de mission')
        await app.services.db
          .updateTable('identity.membership')
          .set({ ended_at: app.clock.now() })
          .where('id', '=', last.id)
          .execute()
      }
    })
  })

  describe('keeps others out', () => {
    it('by role', async () => {
      for (const role of ['facilitator', 'juror', 'expert', 'desk_agent'] as const)
        expect((await (await app.signIn(role)).get(list)).status, role).toBe(403)
      for (const role of ['reader', 'auditor', 'data_protection_officer'] as const) {
        const reader = await somebody(app, role)
        expect((await reader.browser.get(`${list}/${partner.id}`)).status).toBe(200)
        for (const act of ['fin', 'fonction'])
          expect((await reader.browser.post(`${list}/${partner.id}/${act}`, { motif: 'x' })).status).toBe(403)
        expect((await read(await reader.browser.get(list))).text).not.toContain('Inviter')
      }
      expect((await app.visitor().get(list)).headers.get('location')).toContain('/connexion')
    })

    it('by network and by organisation', async () => {
      const there = await somebody(app, 'partner', { network: app.networks.baie })
      const other = await somebody(app, 'partner')
      for (const [who, whom] of [
        [officer, there],
        [partner, other],
        [partner, officer],
      ] as const) {
        const address = `${list}/${whom.id}`
        expect((await who.browser.get(address)).status).toBe(404)
        for (const act of ['fin', 'fonction']) {
          expect((await who.browser.get(`${address}/${act}`)).status).toBe(404)
          const answer = await who.browser.post(`${address}/${act}`, { motif: 'x', fonction: 'x' })
          expect(answer.status).toBe(404)
        }
      }
      expect((await officer.browser.get(`${list}/${newId()}`)).status).toBe(404)
      expect((await officer.browser.get(`${list}/x`)).status).toBe(404)
    })
  })
})
