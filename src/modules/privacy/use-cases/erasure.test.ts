import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'
import { newId } from '../../../kernel/id.ts'
import { verifyJournal } from '../../../platform/journal/verify.ts'
import { anAgreementInForce } from '../../agreements/testing.ts'
import { file, latestPerson } from '../testing.ts'

const app = useApp()
const desk = '/reglages/vie-privee/demandes'

async function toErase(role: 'officer' | 'facilitator' = 'facilitator') {
  const browser = await app.signIn(role)
  const person = await latestPerson(app)
  const { id, link } = await file(app, { courriel: person.email })
  await app.visitor().post(link)
  return { browser, person, id, link }
}

const personNow = (id: string) =>
  app.services.db
    .selectFrom('identity.person')
    .selectAll()
    .where('id', '=', id as never)
    .executeTakeFirstOrThrow()

describe('erasing a person', () => {
  it('shows what goes and what stays, erases once, closes the session, and leaves a certificate', async () => {
    const dpo = await app.signIn('data_protection_officer')
    const { browser, person, id } = await toErase()
    const preview = await read(await dpo.get(`${desk}/${id}/effacement`))
    expect(preview.text).toContain('Ce qui disparaîtra')
    expect(preview.text).toContain('Les lignes du journal, sans le nom')
    expect((await dpo.post(`${desk}/${id}/effacement`)).status).toBe(422)
    expect((await personNow(person.id)).anonymised_at).toBeNull()
    expect((await dpo.post(`${desk}/${id}/effacement`, { confirme: 'oui' })).status).toBe(303)
    expect(await personNow(person.id)).toMatchObject({
      given_name: 'Personne',
      family_name: 'effacée',
      email: `efface-${person.id}@invalide.invalid`,
    })
    expect((await browser.get('/compte/donnees')).status).toBe(303)
    await app.runJobs()
    const mail = await app.services.db
      .selectFrom('platform.mail')
      .select('body')
      .where('once_key', '=', `${id}:erased`)
      .executeTakeFirstOrThrow()
    const address = /\/vie-privee\/attestation\/[0-9a-f-]+/.exec(mail.body)?.[0] ?? ''
    const certificate = await read(await app.visitor().get(address))
    expect(certificate.text).toContain('À la demande de la personne')
    expect(certificate.text).not.toContain('Dominique')
    expect((await app.visitor().get(`/n/baie${address}`)).status).toBe(404)
    const pdf = await app.visitor().get(`${address}/pdf`)
    expect(new TextDecoder('latin1').decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  })

  it('is one erasure when two press at once', async () => {
    const [one, two] = [await app.signIn('officer'), await app.signIn('data_protection_officer')]
    const { person, id } = await toErase()
    const answers = await Promise.all(
      [one, two].map((desker) => desker.post(`${desk}/${id}/effacement`, { confirme: 'oui' })),
    )
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1)
    const erasures = await app.services.db
      .selectFrom('privacy.erasure')
      .select('id')
      .where('person_id', '=', person.id)
      .execute()
    expect(erasures).toHaveLength(1)
  })

  it('keeps the signed acts and the journal whole', async () => {
    const dpo = await app.signIn('data_protection_officer')
    const { person, id } = await toErase('officer')
    await app.signIn('officer')
    const agreement = await anAgreementInForce(
      app.context({
        actor: { kind: 'person', personId: person.id, name: '', sessionId: newId(), lacks: 'membership' },
      }),
    )
    const before = await read(await dpo.get(`/conventions/${agreement}`))
    expect((await dpo.post(`${desk}/${id}/effacement`, { confirme: 'oui' })).status).toBe(303)
    const after = await read(await dpo.get(`/conventions/${agreement}`))
    expect(after.text).toContain(before.text)
    expect(await verifyJournal(app.services.db)).toMatchObject({ faults: [] })
  })
})

describe('an erasure explains why not', () => {
  it('a network’s last officer stays until another is named', async () => {
    await app.services.db
      .updateTable('identity.membership')
      .set({ ended_at: app.clock.now() })
      .where('role', '=', 'officer')
      .execute()
    const dpo = await app.signIn('data_protection_officer')
    const { person, id } = await toErase('officer')
    expect((await read(await dpo.get(`${desk}/${id}/effacement`))).text).toContain('seule à diriger')
    const refused = await read(await dpo.post(`${desk}/${id}/effacement`, { confirme: 'oui' }))
    expect(refused.problems[0]).toContain('nommez d’abord')
    expect((await personNow(person.id)).anonymised_at).toBeNull()
    await app.signIn('officer')
    expect((await dpo.post(`${desk}/${id}/effacement`, { confirme: 'oui' })).status).toBe(303)
  })
})

describe('an erasure keeps others out', () => {
  it('nobody but the desk, and not before the address is confirmed', async () => {
    const dpo = await app.signIn('data_protection_officer')
    await app.signIn('facilitator')
    const { email } = await latestPerson(app)
    const { id } = await file(app, { courriel: email })
    expect((await dpo.get(`${desk}/${id}/effacement`)).status).toBe(404)
    expect((await dpo.get(`${desk}/${id}/donnees.json`)).status).toBe(404)
    expect((await (await app.signIn('reader')).get(`${desk}/${id}/effacement`)).status).toBe(403)
  })
})
