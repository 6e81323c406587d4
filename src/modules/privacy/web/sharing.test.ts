import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'
import { latestPerson } from '../testing.ts'

const app = useApp()
const nothing = {
  name: 'personne',
  job_title: 'personne',
  organisation: 'personne',
  email: 'personne',
  phone: 'personne',
}
const directory = async (who = app.visitor()) => (await read(await who.get('/animateurs'))).text

describe('what a person shows (DIR-78)', () => {
  it('is nothing by default, then field by field and reader by reader, until it is withdrawn', async () => {
    const facilitator = await app.signIn('facilitator')
    const { id, name, email } = await latestPerson(app)
    const card = async (who = app.visitor()) => (await read(await who.get(`/animateurs/${id}`))).text
    const member = await app.signIn('partner')
    expect(await directory()).not.toContain(name)
    await facilitator.post('/compte/diffusion', { ...nothing, name: 'public', email: 'network' })
    expect(await directory()).toContain(name)
    expect(await card()).not.toContain(email)
    expect(await card(member)).toContain(email)
    const page = await read(await facilitator.get('/compte/diffusion'))
    expect(page.text).toContain('J’accepte de montrer mon nom à tout le monde, sur les pages publiques')
    await facilitator.post('/compte/diffusion', { ...nothing, name: 'same_place' })
    expect(await directory()).not.toContain(name)
    expect(await directory(member)).not.toContain(name)
    expect(await directory(facilitator)).toContain(name)
    const proofs = await app.services.db.selectFrom('privacy.consent').selectAll().execute()
    expect(proofs).toHaveLength(3)
    expect(proofs.filter(({ withdrawn_at }) => withdrawn_at === null)).toHaveLength(1)
  })

  it('leaves the list with the rights (DIR-79), and is found by words folded', async () => {
    const facilitator = await app.signIn('facilitator')
    const { id, name } = await latestPerson(app)
    await facilitator.post('/compte/diffusion', { ...nothing, name: 'public' })
    const found = await read(
      await app.visitor().get(`/animateurs?q=${encodeURIComponent((name ?? '').toUpperCase())}`),
    )
    expect(found.text).toContain(name)
    await app.services.db
      .updateTable('identity.membership')
      .set({ ended_at: app.clock.now() })
      .where('person_id', '=', id)
      .execute()
    expect(await directory()).not.toContain(name)
  })
})

describe('sharing explains why not', () => {
  it('asks for an answer on each line', async () => {
    const facilitator = await app.signIn('facilitator')
    const shown = await read(await facilitator.post('/compte/diffusion', { name: 'monde' }))
    expect(shown.status).toBe(422)
    expect(shown.problems.length).toBe(5)
  })
})

describe('the export of one’s data keeps others out', () => {
  it('is read on a page and taken as a file, each in the journal, without a secret', async () => {
    const facilitator = await app.signIn('facilitator')
    const { id, email } = await latestPerson(app)
    await facilitator.get('/compte/donnees')
    const file = await (await facilitator.get('/compte/donnees.json')).json()
    expect(file).toMatchObject({ format: 'maillage/donnees-personnelles', version: 1 })
    expect(JSON.stringify(file)).toContain(email)
    const { token } = await app.services.db
      .selectFrom('identity.session')
      .select('token')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(file)).not.toContain(token)
    const lines = await app.services.db
      .selectFrom('platform.journal')
      .select('id')
      .where('action', '=', 'data.exported')
      .where('subject_id', '=', id)
      .execute()
    expect(lines).toHaveLength(2)
    expect((await app.visitor().get('/compte/donnees.json')).status).toBe(303)
  })
})
