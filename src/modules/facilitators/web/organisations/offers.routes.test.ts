import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { addOrganisation } from '../../../identity/index.ts'

const app = useApp()
const SETTINGS = '/reglages/annuaire-structures'
let officer: Browser
let organisation: OrganisationId

const anOrganisation = (name: string, commune = 'Gap') => {
  const { db, network, now } = app.context()
  return addOrganisation(
    db,
    network.id,
    { name, kind: 'association', siret: null, commune, postalCode: '05000', website: 'https://exemple.fr' },
    now,
  )
}
const offer = { vu: '0', competences: ['website', 'security'], pour: 'small-firms', montrer: 'oui' }
const list = async (query = '') => read(await app.visitor().get(`/organisations${query}`))

beforeEach(async () => {
  await app.forgetLimits()
  officer = await app.signIn('officer')
  organisation = await anOrganisation(`Atelier ${Math.random()}`)
  await officer.post(SETTINGS, { ouvert: 'oui' })
})

describe('the directory of organisations does it', () => {
  it('shows those that wish it, found by competence, for whom, territory and words (DIR-80)', async () => {
    const name = 'Fabrique des Alpes'
    const id = await anOrganisation(name)
    const partner = await app.signIn('partner', { organisation: id })
    expect((await partner.post(`/structures/${id}/competences`, offer)).status).toBe(303)
    for (const query of [
      '',
      '?competence=website',
      '?pour=small-firms',
      '?territoire=departement:05',
      '?q=fabrique+ALPES',
    ])
      expect((await list(query)).text, query).toContain(name)
    for (const query of ['?competence=invoicing', '?pour=places', '?territoire=departement:50', '?q=lozère'])
      expect((await list(query)).text, query).not.toContain(name)
    const shown = await read(await app.visitor().get(`/organisations/${id}`))
    expect(shown.text).toContain('Créer un site et le tenir à jour')
    expect(shown.text).toContain('exemple.fr')
    const api = await (await app.visitor().get('/api/v1/organisations?competence=security')).json()
    expect(JSON.stringify(api)).toContain(id)
    expect((await read(await partner.get(`/structures/${id}`))).text).toContain('Sécurité informatique')
  })

  it('is switched by the head of each network: closed, it is empty and nothing is lost (DIR-80)', async () => {
    await officer.post(`/structures/${organisation}/competences`, offer)
    await officer.post(SETTINGS, { ouvert: 'non' })
    expect((await list()).text).toContain('Aucune structure n’est encore présentée ici')
    expect((await app.visitor().get(`/organisations/${organisation}`)).status).toBe(404)
    expect(await (await app.visitor().get('/api/v1/organisations')).json()).toMatchObject({ items: [] })
    await officer.post(SETTINGS, { ouvert: 'oui' })
    expect((await app.visitor().get(`/organisations/${organisation}`)).status).toBe(200)
    const elsewhere = await app.visitor().get(`/n/baie/organisations/${organisation}`)
    expect(elsewhere.status).toBe(404)
  })

  it('shows an organisation under the one it joined', async () => {
    const kept = await anOrganisation('Espace gardé')
    await officer.post(`/structures/${organisation}/competences`, offer)
    await app.services.db
      .updateTable('identity.organisation')
      .set({ merged_into: kept, merged_at: app.clock.now() })
      .where('id', '=', organisation)
      .execute()
    expect((await list()).text).toContain('Espace gardé')
    expect((await app.visitor().get(`/organisations/${kept}`)).status).toBe(200)
  })
})

describe('the directory of organisations explains why not', () => {
  it('to who offers nothing, and to a page behind another', async () => {
    const address = `/structures/${organisation}/competences`
    expect((await read(await officer.post(address, { vu: '0', montrer: 'oui' }))).problems).toEqual([
      'Cochez au moins une compétence : c’est par elle que l’on vous trouve.',
    ])
    await officer.post(address, offer)
    const late = await read(await officer.post(address, { ...offer, presentation: 'Le second texte.' }))
    expect(late.status).toBe(422)
    expect(late.text).toContain('Le second texte.')
  })

  it('says which filter does not exist', async () => {
    expect((await list('?competence=magie')).text).toContain('competence=magie n’existe pas')
    expect((await app.visitor().get('/api/v1/organisations?competence=magie')).status).toBe(400)
  })
})

describe('the directory of organisations keeps others out', () => {
  it('a partner writes for its own alone, and does not open the directory', async () => {
    const partner = await app.signIn('partner')
    expect((await partner.post(`/structures/${organisation}/competences`, offer)).status).toBe(404)
    expect((await partner.post(SETTINGS, { ouvert: 'oui' })).status).toBe(403)
  })

  it('an organisation that does not wish it is not there', async () => {
    await officer.post(`/structures/${organisation}/competences`, { ...offer, montrer: '' })
    expect((await app.visitor().get(`/organisations/${organisation}`)).status).toBe(404)
  })
})
