import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'
import { newId } from '../../../kernel/id.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { verifyJournal } from '../../../platform/journal/verify.ts'
import { anAgreementInForce } from '../../agreements/testing.ts'
import { latestMember, somebody } from '../../identity/testing-members.ts'
import { aDelegation, aMandate } from '../../identity/testing-organisations.ts'
import { file, latestPerson, memberAs } from '../testing.ts'

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

describe('what an erasure leaves and takes', () => {
  it('the name in a power that served stays, and goes from one that never did', async () => {
    const dpo = await app.signIn('data_protection_officer')
    const { person, id } = await toErase()
    const network = app.context()
    const { organisationId: town, organisationName } = await latestMember(app)
    const power = { personId: person.id, holderName: 'Camille Essai' }
    const used = await aMandate(network, town, { ...power, quality: 'maire' })
    const idle = await aMandate(network, town, { ...power, quality: 'adjointe' })
    const delegated = await aDelegation(network, town, idle, { ...power, quality: 'directrice' })
    await inTransaction(app.services.db, (tx) =>
      writeJournal(tx, network, 'agreement.signed', town, {}, { mandateId: used }),
    )
    const preview = await read(await dpo.get(`${desk}/${id}/effacement`))
    expect(preview.text).toContain(`Le nom dans le mandat « maire » de ${organisationName}`)
    expect(preview.text).not.toContain('« adjointe »')
    expect((await dpo.post(`${desk}/${id}/effacement`, { confirme: 'oui' })).status).toBe(303)
    const { db } = app.services
    const holders = await db
      .selectFrom('identity.mandate')
      .select(['id', 'holder_name', 'quality'])
      .where('id', 'in', [used, idle])
      .orderBy('id')
      .execute()
    expect(holders).toEqual([
      { id: used, holder_name: 'Camille Essai', quality: 'maire' },
      { id: idle, holder_name: 'Personne effacée', quality: 'effacée' },
    ])
    const delegation = await db
      .selectFrom('identity.delegation')
      .select('holder_name')
      .where('id', '=', delegated)
      .executeTakeFirstOrThrow()
    expect(delegation.holder_name).toBe('Personne effacée')
    const lines = await app.database.pool.query(
      `select details::text || changes::text as told from platform.journal where subject_id in ($1, $2)`,
      [town, person.id],
    )
    expect(lines.rows.filter(({ told }) => told.includes('Essai'))).toEqual([])
    expect(await verifyJournal(db)).toMatchObject({ faults: [] })
  })

  it('acts keep who recorded them, are listed before, and the mails are gone', async () => {
    const dpo = await app.signIn('data_protection_officer')
    const { person, id } = await toErase('officer')
    await app.signIn('officer')
    const agreement = await anAgreementInForce(app.context({ actor: memberAs(app, person.id) }))
    const { db } = app.services
    const acts = () =>
      db
        .selectFrom('agreements.act')
        .select(['seq', 'recorded_by'])
        .where('agreement_id', '=', agreement as never)
        .where('recorded_by', '=', person.id)
        .orderBy('seq')
        .execute()
    const before = await acts()
    expect(before.length).toBeGreaterThan(1)
    const preview = await read(await dpo.get(`${desk}/${id}/effacement`))
    expect(preview.text).toContain(`Les actes de conventions enregistrés par la personne (${before.length})`)
    const mails = () =>
      db.selectFrom('platform.mail').select('once_key').where('recipient', '=', person.email).execute()
    expect(await mails()).not.toEqual([])
    expect((await dpo.post(`${desk}/${id}/effacement`, { confirme: 'oui' })).status).toBe(303)
    expect(await mails()).toEqual([])
    expect(await acts()).toEqual(before)
    // The one that remains says that it is done, and where the certificate is.
    await app.runJobs()
    expect(await mails()).toEqual([{ once_key: `${id}:erased` }])
  })
})

describe('an erasure explains why not', () => {
  it('never leaves a network without an officer, when one is erased while the other is removed', async () => {
    for (let round = 0; round < 4; round += 1) {
      await app.services.db
        .updateTable('identity.membership')
        .set({ ended_at: app.clock.now() })
        .where('role', '=', 'officer')
        .where('ended_at', 'is', null)
        .execute()
      const dpo = await app.signIn('data_protection_officer')
      const erased = await toErase('officer')
      const other = await somebody(app, 'officer')
      const answers = await Promise.all([
        dpo.post(`${desk}/${erased.id}/effacement`, { confirme: 'oui' }),
        erased.browser.post(`/reglages/membres/${other.id}/fin`, { motif: 'Essai' }),
      ])
      expect(answers.filter(({ status }) => status === 303).length, `round ${round}`).toBeLessThan(2)
      const officers = await app.services.db
        .selectFrom('identity.membership as m')
        .select('m.id')
        .where('m.role', '=', 'officer')
        .where('m.ended_at', 'is', null)
        .execute()
      expect(officers.length).toBe(1)
    }
  })

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
