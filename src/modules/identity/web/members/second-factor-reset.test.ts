import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp, words } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import { codeFor } from '../../testing-code.ts'
import { type Somebody, somebody } from '../../testing-members.ts'
import { lastLinkTo, mailsTo } from '../../testing-people.ts'

const address = ({ id }: Pick<Somebody, 'id'>) => `/reglages/membres/${id}/seconde-preuve`
const because = { motif: 'Téléphone perdu, vérifié de vive voix.' }

describe('the second proof of a member', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })

  /** Gives the person an application of codes and a key. */
  async function protectedBy({ browser, personId }: Somebody) {
    await browser.post('/compte/code')
    const [secret = ''] = (await read(await browser.get('/compte/code'))).texts('main code')
    await browser.post('/compte/code/confirmation', { code: codeFor(secret) })
    await app.services.db
      .insertInto('identity.passkey')
      .values({
        id: newId(),
        person_id: personId,
        public_key: 'x',
        credential: newId<'passkey'>(),
        counter: 0,
        device_type: 'multiDevice',
        backed_up: true,
      })
      .execute()
  }

  async function withLink(email: string): Promise<Browser> {
    const browser = app.visitor()
    await browser.post('/connexion/lien', { courriel: email })
    await browser.post(await lastLinkTo(app, email))
    return browser
  }

  const linesAbout = (subject: string) =>
    app.services.db
      .selectFrom('platform.journal')
      .select(['action', 'details'])
      .where('subject_id', '=', subject)
      .where('action', '=', 'second-factor.reset')
      .execute()

  const reset = async (by: Somebody, whom: Somebody, fields: Record<string, string> = because) =>
    read(await by.browser.post(address(whom), fields))

  describe('does it', () => {
    it('opens the account again to whoever lost their phone, and tells them why', async () => {
      const officer = await somebody(app, 'officer')
      const locked = await somebody(app, 'facilitator')
      await protectedBy(locked)
      expect((await (await withLink(locked.email)).get('/compte')).status).toBe(303)
      const member = await read(await officer.browser.get(`/reglages/membres/${locked.id}`))
      expect(member.links.map(({ href }) => href)).toContain(address(locked))
      const page = await read(await officer.browser.get(address(locked)))
      expect(page.text).toContain('Ses sessions se ferment aussitôt')
      const answer = await officer.browser.post(address(locked), because)
      expect(answer.headers.get('location')).toBe(`/reglages/membres/${locked.id}`)
      expect((await locked.browser.get('/compte')).status).toBe(303)
      expect((await (await withLink(locked.email)).get('/compte')).status).toBe(200)
      const told = (await mailsTo(app, locked.email)).find(({ subject }) => subject.includes('remise à zéro'))
      expect(words(told?.body)).toContain(`Motif : ${because.motif}`)
      expect(await linesAbout(locked.personId)).toEqual([
        { action: 'second-factor.reset', details: { membership: locked.id, reason: because.motif } },
      ])
      const { rows } = await app.database.pool.query(
        'select (select count(*)::int from identity.passkey where person_id = $1) + (select count(*)::int from identity.two_factor where person_id = $1) as left',
        [locked.personId],
      )
      expect(rows[0].left).toBe(0)
    })

    it('is asked again of an officer by a network that requires it, who sets up another', async () => {
      const [officer, other] = [await somebody(app, 'officer'), await somebody(app, 'officer')]
      await protectedBy(other)
      await reset(officer, other)
      const require = (on: boolean) =>
        app.database.pool.query('update identity.network set second_factor_for_officers = $1', [on])
      await require(true)
      const back = await withLink(other.email)
      const sent = (await back.get('/conventions')).headers.get('location')
      const setUp = (await back.get('/compte/code')).status
      await require(false)
      expect(sent).toContain('/connexion/second-facteur')
      expect(setUp).toBe(200)
    })

    it('is one reset when two press at once', async () => {
      const officers = [await somebody(app, 'officer'), await somebody(app, 'officer')]
      const locked = await somebody(app, 'facilitator')
      await protectedBy(locked)
      const answers = await Promise.all(officers.map(({ browser }) => browser.post(address(locked), because)))
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
      expect(await linesAbout(locked.personId)).toHaveLength(1)
    })
  })

  describe('explains why not', () => {
    it('without a reason, for oneself, when there is nothing to reset', async () => {
      const officer = await somebody(app, 'officer')
      const locked = await somebody(app, 'facilitator')
      expect((await reset(officer, locked)).problems[0]).toContain('ni application de codes ni clé d’accès')
      await protectedBy(locked)
      expect((await reset(officer, locked, { motif: ' ' })).problems[0]).toContain('Indiquez le motif')
      await protectedBy(officer)
      expect((await reset(officer, officer)).problems[0]).toContain('C’est votre propre compte')
      expect(await linesAbout(officer.personId)).toEqual([])
    })

    it('for somebody who acts for another network too: it says which, and whom to write to', async () => {
      const officer = await somebody(app, 'officer')
      const locked = await somebody(app, 'facilitator')
      const there = await somebody(app, 'officer', { network: app.networks.baie })
      await protectedBy(locked)
      await app.database.pool.query(
        `update identity.network set contact_email = 'bonjour@baie.example' where slug = 'baie'`,
      )
      const elsewhere = {
        id: newId<'membership'>(),
        person_id: locked.personId,
        network_id: app.networks.baie,
        organisation_id: there.organisationId,
        role: 'juror',
        from_day: app.clock.today(),
      }
      await app.services.db.insertInto('identity.membership').values(elsewhere).execute()
      const refused = await reset(officer, locked)
      expect(refused.problems[0]).toContain('La Baie apprenante (bonjour@baie.example)')
      // The page says so before anything is asked.
      expect(
        (await read(await officer.browser.get(address(locked)))).document.querySelector('textarea'),
      ).toBe(null)
      await app.services.db
        .updateTable('identity.membership')
        .set({ ended_at: app.clock.now() })
        .where('id', '=', elsewhere.id)
        .execute()
      expect((await officer.browser.post(address(locked), because)).status).toBe(303)
    })
  })

  describe('keeps others out', () => {
    it('a partner’s manager, another network’s officer, a role that is over', async () => {
      const locked = await somebody(app, 'facilitator')
      await protectedBy(locked)
      const manager = await somebody(app, 'partner', { organisation: locked.organisationId })
      expect((await manager.browser.post(address(locked), because)).status).toBe(403)
      const foreign = await somebody(app, 'officer', { network: app.networks.baie })
      expect((await foreign.browser.post(`/n/baie${address(locked)}`, because)).status).toBe(404)
      const officer = await somebody(app, 'officer')
      await officer.browser.post(`/reglages/membres/${locked.id}/fin`, { motif: 'Fin de mission.' })
      expect((await officer.browser.post(address(locked), because)).status).toBe(404)
      expect(await linesAbout(locked.personId)).toEqual([])
    })
  })
})
