import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../tests/support.ts'
import { anOrganisation } from '../../identity/testing-organisations.ts'

const app = useApp()
let officer: Browser
const draft = {
  modele: 'normandie-connectee',
  partenaire: 'Mairie de Valmer',
  nature: 'commune',
  representant: 'Paul Desprez',
  qualite: 'maire',
  duree: '3',
}
const partners = () =>
  app.services.db.selectFrom('agreements.agreement').select('partner_id').orderBy('reference').execute()

beforeAll(async () => {
  officer = await app.signIn('officer')
})

describe('the partner of a draft', () => {
  it('is proposed when it is known under a close name, and is then not created twice', async () => {
    const valmer = await anOrganisation(app.context(), { name: 'Commune de Valmer' })
    const asked = await read(await officer.post('/conventions/nouvelle', draft))
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Cette structure existe peut-être déjà')
    expect(asked.text).toContain('Même nom')
    expect(asked.value('representant')).toBe('Paul Desprez')
    expect((await officer.post('/conventions/nouvelle', { ...draft, structure: valmer })).status).toBe(303)
    expect(await partners()).toEqual([{ partner_id: valmer }])
    expect((await officer.post('/conventions/nouvelle', { ...draft, structure: 'nouvelle' })).status).toBe(
      303,
    )
    expect(new Set((await partners()).map(({ partner_id }) => partner_id)).size).toBe(2)
  })

  it('is found by a search, and chosen with what its file says', async () => {
    const id = await anOrganisation(app.context(), { name: 'Clics et Marées', kind: 'association' })
    const found = await read(await officer.get('/conventions/nouvelle?q=marees'))
    const href = found.links.find(({ text }) => text === 'Clics et Marées')?.href ?? ''
    const form = await read(await officer.get(href))
    expect([form.value('structure'), form.value('partenaire')]).toEqual([id, 'Clics et Marées'])
  })

  it('is refused when its SIRET is wrong, with the sentence of organisations', async () => {
    const refused = await read(await officer.post('/conventions/nouvelle', { ...draft, siret: '434933123' }))
    expect(refused.problems[0]).toContain('C’est un SIREN')
  })

  it('is none of another network’s', async () => {
    const there = { ...app.context(), network: { ...app.context().network, id: app.networks.baie } }
    const foreign = await anOrganisation(there, { name: 'Ailleurs' })
    const refused = await read(await officer.post('/conventions/nouvelle', { ...draft, structure: foreign }))
    expect(refused.problems).toEqual(['Cette structure n’est pas dans le réseau : cherchez-la par son nom.'])
    expect((await read(await officer.get(`/conventions/nouvelle?structure=${foreign}`))).text).not.toContain(
      'Ailleurs',
    )
  })

  it('of the same new SIRET, drafted by several people at once, is one', async () => {
    const same = { ...draft, partenaire: 'Neuve', siret: '43493312300029', structure: 'nouvelle' }
    const answers = await Promise.all([1, 2, 3].map(() => officer.post('/conventions/nouvelle', same)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const rows = await app.services.db
      .selectFrom('identity.organisation')
      .select('id')
      .where('siret', '=', same.siret)
      .execute()
    expect(rows).toHaveLength(1)
  })
})
