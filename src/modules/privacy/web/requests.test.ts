import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'
import { remindAboutRequests } from '../jobs/remind-about-requests.ts'
import { file, filing, latestPerson } from '../testing.ts'

const app = useApp({ today: '2026-06-17' as never })
const desk = '/reglages/vie-privee'

describe('a request about one’s data', () => {
  it('is filed by anybody, confirmed by a press on the mailed page, and due in a month', async () => {
    const { id, link } = await file(app)
    const visitor = app.visitor()
    const before = await read(await visitor.get(link))
    expect(before.text).toContain('Confirmer ma demande')
    expect(before.text).toContain('17 juillet 2026')
    const seen = () =>
      app.services.db.selectFrom('privacy.request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect((await seen()).verified_at).toBeNull()
    expect((await visitor.post(link)).status).toBe(303)
    expect((await seen()).verified_at).not.toBeNull()
    expect((await read(await visitor.get(link))).text).not.toContain('Confirmer ma demande')
  })

  it('says the same whether the address is known or not', async () => {
    await app.signIn('facilitator')
    const { email } = await latestPerson(app)
    const answers = await Promise.all(
      [email, 'inconnue@example.fr'].map(async (courriel) => {
        const answer = await app.visitor().post('/vie-privee/demande', { ...filing, courriel })
        return [answer.status, answer.headers.get('location')]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })

  it('is extended once, with a reason, then answered; the person is told each time', async () => {
    const { id, link } = await file(app, { nature: 'access', courriel: 'lou@example.fr' })
    await app.visitor().post(link)
    const dpo = await app.signIn('data_protection_officer')
    expect((await read(await dpo.get(desk))).text).toContain('Accès à mes données')
    const page = `${desk}/demandes/${id}`
    expect((await dpo.post(`${page}/prolongation`, { motif: 'Trois registres à relire.' })).status).toBe(303)
    expect((await read(await dpo.get(page))).text).toContain('17 septembre 2026')
    expect((await dpo.post(`${page}/prolongation`, { motif: 'Encore.' })).status).toBe(422)
    const silent = await read(await dpo.post(`${page}/reponse`, { suite: 'refused', reponse: '' }))
    expect(silent.problems[0]).toContain('doit dire pourquoi')
    expect((await dpo.post(`${page}/reponse`, { suite: 'refused', reponse: 'Aucun compte.' })).status).toBe(
      303,
    )
    await app.runJobs()
    const mails = await app.services.db
      .selectFrom('platform.mail')
      .select('body')
      .where('recipient', '=', 'lou@example.fr')
      .execute()
    expect(mails.map(({ body }) => body).join()).toMatch(/Trois registres à relire[\s\S]*Aucun compte/)
    const again = await dpo.post(`${page}/reponse`, { suite: 'granted', reponse: '' })
    expect((await read(again)).problems[0]).toContain('déjà reçu une réponse')
  })

  it('is recalled to the desk once seven days before, and once when late', async () => {
    await app.services.db.deleteFrom('platform.mail').execute()
    const reminders = async () => {
      await remindAboutRequests.work(app.services, {})
      await remindAboutRequests.work(app.services, {})
      const rows = await app.services.db.selectFrom('platform.mail').select('once_key').execute()
      return rows.filter(({ once_key }) => /:(soon|late):/.test(once_key ?? '')).length
    }
    const desks = 1
    expect(await reminders()).toBe(0)
    app.moveTo('2026-07-10')
    expect(await reminders()).toBe(desks)
    app.moveTo('2026-07-18')
    expect(await reminders()).toBe(2 * desks)
    app.moveTo('2026-06-17')
  })
})

describe('a request explains why not', () => {
  it('names what is missing, and keeps what was typed', async () => {
    const shown = await read(
      await app.visitor().post('/vie-privee/demande', { nom: 'Dominique', courriel: 'non' }),
    )
    expect(shown.status).toBe(422)
    expect(shown.problems.length).toBe(2)
    expect(shown.value('nom')).toBe('Dominique')
  })

  it('three a day for one address, not four', async () => {
    const send = () => app.visitor().post('/vie-privee/demande', { ...filing, courriel: 'trop@example.fr' })
    for (let times = 0; times < 3; times += 1) expect((await send()).status).toBe(303)
    expect((await send()).status).toBe(422)
  })
})

describe('requests keep others out', () => {
  it('a false link, another network’s desk, a facilitator', async () => {
    const { id, link } = await file(app, { courriel: 'secret@example.fr' })
    expect((await app.visitor().get('/vie-privee/demande/inconnu')).status).toBe(404)
    expect((await app.visitor().get(`/n/baie${link}`)).status).toBe(404)
    const foreign = await app.signIn('data_protection_officer', { network: app.networks.baie })
    expect((await foreign.get(`/n/baie${desk}/demandes/${id}`)).status).toBe(404)
    expect((await (await app.signIn('facilitator')).get(desk)).status).toBe(403)
    const auditor = await app.signIn('auditor')
    expect((await auditor.get(`${desk}/demandes/${id}`)).status).toBe(200)
    expect((await auditor.post(`${desk}/demandes/${id}/reponse`, { suite: 'granted' })).status).toBe(403)
  })

  it('an account that never belonged to this network is not found by its desk', async () => {
    await app.signIn('facilitator', { network: app.networks.baie })
    const { email } = await latestPerson(app)
    const { id, link } = await file(app, { courriel: email })
    await app.visitor().post(link)
    const row = await app.services.db
      .selectFrom('privacy.request')
      .select('person_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.person_id).toBeNull()
  })
})
