import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, useApp, words } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { NetworkId, OrganisationId, Role } from '../../../../platform/session/actor.ts'
import { addMembership } from '../../data/members/members.store.ts'
import type { MembershipId } from '../../domain/members/member.ts'
import { mails, type Somebody, somebody } from '../../testing-members.ts'

const address = '/compte/organisations'

describe('acting for several organisations', () => {
  const app = useApp()
  let officer: Somebody
  let host: Somebody
  let there: Somebody
  let person: Somebody
  let second: MembershipId
  let third: MembershipId

  beforeAll(async () => {
    officer = await somebody(app, 'officer')
    host = await somebody(app, 'partner')
    there = await somebody(app, 'officer', { network: app.networks.baie })
  })

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.mail, platform.rate_window')
    person = await somebody(app, 'partner')
    second = await given(person, 'facilitator', app.networks.estuaire, host.organisationId)
    third = await given(person, 'reader', app.networks.baie, there.organisationId)
  })

  function given(to: Somebody, role: Role, networkId: NetworkId, organisationId: OrganisationId) {
    return addMembership(app.services.db, {
      personId: to.personId,
      networkId,
      organisationId,
      role,
      jobTitle: '',
      fromDay: day('2021-01-01'),
    })
  }

  const bannerOf = async (path: string) => {
    const { document } = await read(await person.browser.get(path))
    const banner = document.querySelector('.acting-for')
    return { text: words(banner?.textContent), href: banner?.querySelector('a')?.getAttribute('href') }
  }

  describe('does it', () => {
    it('lists every quality, marks the one in use, and the banner leads there', async () => {
      const shown = await read(await person.browser.get(address))
      expect(shown.heading).toBe('Vos structures et rôles')
      const rows = shown.texts('tbody tr')
      expect(rows).toHaveLength(3)
      expect(rows.filter((row) => row.includes('En ce moment'))).toEqual([
        expect.stringContaining(person.organisationName),
      ])
      expect(rows.some((row) => row.includes('La Baie apprenante'))).toBe(true)
      expect(await bannerOf('/aujourdhui')).toEqual({
        text: `Vous agissez pour ${person.organisationName} Changer d’organisation`,
        href: address,
      })
    })

    it('shows no way to change to whoever has one quality', async () => {
      const { document } = await read(await officer.browser.get('/aujourdhui'))
      expect(document.querySelector('.acting-for a')).toBe(null)
    })

    it('acts in another quality of this network, then of another one', async () => {
      const here = await person.browser.post(`${address}/${second}/choix`)
      expect(here.headers.get('location')).toBe('/aujourdhui')
      expect((await bannerOf('/aujourdhui')).text).toContain(host.organisationName)
      expect((await person.browser.get('/reglages/membres')).status).toBe(403)
      const elsewhere = await person.browser.post(`${address}/${third}/choix`)
      expect(elsewhere.headers.get('location')).toBe('/n/baie/aujourdhui')
      expect((await bannerOf('/n/baie/aujourdhui')).text).toContain(there.organisationName)
      const line = await app.services.db
        .selectFrom('platform.journal')
        .select(['network_id', 'subject_id'])
        .where('action', '=', 'context.switched')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      expect(line).toEqual({ network_id: app.networks.baie, subject_id: third })
    })

    it('leaves at once, in open pages too, and tells the officers and the organisation', async () => {
      const mate = await somebody(app, 'facilitator', { organisation: person.organisationId })
      const open = `/reglages/membres/${mate.id}/fonction`
      expect((await person.browser.get(open)).status).toBe(200)
      const page = await read(await person.browser.get(`${address}/${person.id}/depart`))
      expect(page.text).toContain('Vos droits prennent fin aussitôt')
      const answer = await person.browser.post(`${address}/${person.id}/depart`)
      expect(answer.headers.get('location')).toBe(address)
      // The other quality held here is what remains: it keeps no members.
      const refused = await read(await person.browser.post(open, { fonction: 'Chef' }))
      expect(refused.status).toBe(403)
      expect(refused.text).toContain('Votre rôle ne donne pas accès à cette page.')
      const kept = await app.services.db
        .selectFrom('identity.membership')
        .select(['id', 'job_title', 'ended_by'])
        .where('id', 'in', [mate.id, person.id])
        .orderBy('id')
        .execute()
      expect(kept).toEqual([
        { id: person.id, job_title: '', ended_by: 'left' },
        { id: mate.id, job_title: '', ended_by: '' },
      ])
      const told = await mails(app)
      expect(told.map(({ recipient }) => recipient)).toEqual([officer.email])
      expect(words(told[0]?.subject)).toBe(
        `Estuaire connecté : ${person.name} a quitté ${person.organisationName}`,
      )
    })

    it('leaves a quality of another network, which keeps the line', async () => {
      expect((await person.browser.post(`${address}/${third}/depart`)).status).toBe(303)
      const line = await app.services.db
        .selectFrom('platform.journal')
        .select(['network_id', 'action'])
        .where('subject_id', '=', third)
        .executeTakeFirstOrThrow()
      expect(line).toEqual({ network_id: app.networks.baie, action: 'membership.left' })
      const recipients = (await mails(app)).map(({ recipient }) => recipient)
      expect(recipients).toEqual([there.email])
    })

    it('stays open to whoever acts for nobody any more', async () => {
      for (const id of [person.id, second, third]) await person.browser.post(`${address}/${id}/depart`)
      const shown = await read(await person.browser.get(address))
      expect(shown.status).toBe(200)
      expect(shown.text).toContain('Vous n’agissez pour aucune structure')
    })
  })

  describe('explains why not', () => {
    it('when leaving would leave the network without an officer', async () => {
      const refused = await read(await officer.browser.post(`${address}/${officer.id}/depart`))
      expect(refused.status).toBe(422)
      expect(refused.problems[0]).toContain('C’est la dernière personne chargée de mission du réseau')
    })

    it('when it was left already', async () => {
      const answers = await Promise.all([
        person.browser.post(`${address}/${second}/depart`),
        person.browser.post(`${address}/${second}/depart`),
      ])
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
      expect((await person.browser.post(`${address}/${second}/depart`)).status).toBe(404)
      expect((await person.browser.post(`${address}/${second}/choix`)).status).toBe(404)
    })
  })

  describe('keeps others out', () => {
    it('nobody acts in, or ends, what another person holds', async () => {
      for (const id of [host.id, officer.id, there.id, 'x']) {
        expect((await person.browser.get(`${address}/${id}/depart`)).status).toBe(404)
        expect((await person.browser.post(`${address}/${id}/depart`)).status).toBe(404)
        expect((await person.browser.post(`${address}/${id}/choix`)).status).toBe(404)
      }
      expect((await app.visitor().get(address)).status).toBe(303)
    })
  })
})
