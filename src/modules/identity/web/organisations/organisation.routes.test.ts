import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { anAgreementInForce } from '../../../agreements/testing.ts'
import { anOrganisation } from '../../testing-organisations.ts'

const app = useApp()
let officer: Browser
const typed = { nom: 'Commune de Valmer', nature: 'commune', commune: 'Valmer' }
const added = async (answer: Response) => {
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const idOf = (address: string) => address.split('/').at(-1) as OrganisationId

beforeAll(async () => {
  officer = await app.signIn('officer')
})

describe('an organisation', () => {
  it('is added, found by name, number or commune, and counted by kind', async () => {
    const siret = '43493312300029'
    const address = await added(
      await officer.post('/structures/nouvelle', { ...typed, siret: '434 933 123 00029' }),
    )
    const shown = await read(await officer.get(address))
    expect(shown.heading).toBe('Commune de Valmer')
    expect(shown.text).toContain('434 933 123 00029')
    for (const q of ['valmer', 'VALMÉR', siret, '434933']) {
      expect((await read(await officer.get(`/structures?q=${q}`))).text, q).toContain('Commune de Valmer')
    }
    const filtered = await read(await officer.get('/structures?nature=region'))
    expect(filtered.text).toContain('Aucune structure ne correspond')
  })

  it('that looks like another is shown first, with the reason, and added when one insists', async () => {
    const asked = await read(
      await officer.post('/structures/nouvelle', { ...typed, nom: 'Mairie de Valmer' }),
    )
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Cette structure existe peut-être déjà')
    expect(asked.text).toContain('Même nom, même commune')
    expect(asked.links.map(({ text }) => text)).toContain('C’est celle-ci : Commune de Valmer')
    expect(asked.value('nom')).toBe('Mairie de Valmer')
    await added(
      await officer.post('/structures/nouvelle', { ...typed, nom: 'Mairie de Valmer', nouvelle: 'oui' }),
    )
  })

  it('keeps its contacts and its references, and shows who may sign and its agreements', async () => {
    const address = await added(
      await officer.post('/structures/nouvelle', { nom: 'Clics', nature: 'association' }),
    )
    const contact = { nom: 'Accueil', objet: 'general', courriel: 'accueil@exemple.fr', telephone: '' }
    await added(await officer.post(`${address}/contacts/nouveau`, contact))
    await added(await officer.post(`${address}/references`, { source: 'Grist', reference: 'ORG-12' }))
    const shown = await read(await officer.get(address))
    expect(shown.text).toContain('grist : ORG-12')
    expect(shown.text).toContain('Aucun mandat pour le moment')
    expect(shown.text).toContain('Aucune convention avec cette structure')
    const edit = shown.links.find(({ text }) => text === 'Modifier Accueil')?.href ?? ''
    await added(await officer.post(edit, { ...contact, nom: 'Standard' }))
    expect((await read(await officer.get(address))).text).toContain('Standard')
    await added(await officer.post(`${edit}/retrait`))
    await added(await officer.post(`${address}/references/retrait`, { source: 'grist', reference: 'ORG-12' }))
    expect((await read(await officer.get(address))).text).not.toContain('ORG-12')
  })

  it('is joined to another after a preview, is reached by its old address, shows its new name everywhere, and comes back', async () => {
    const context = app.context()
    const agreement = await anAgreementInForce(context, undefined, { partner: 'Doublon SARL' })
    const [{ partner_id: duplicate } = { partner_id: '' }] = await app.services.db
      .selectFrom('agreements.agreement')
      .select('partner_id')
      .where('id', '=', agreement)
      .execute()
    const kept = await anOrganisation(context, { name: 'Celle qui reste' })
    const choice = await read(await officer.get(`/structures/${duplicate}/fusion?q=reste`))
    expect(choice.links.map(({ text }) => text)).toContain('Celle qui reste')
    const preview = await read(await officer.get(`/structures/${duplicate}/fusion?avec=${kept}`))
    expect(preview.text).toContain('Les deux fiches côte à côte')
    expect(preview.text).toContain('2026-0001')
    const form = {
      gardee: kept,
      vu: preview.value('vu') ?? '',
      vu_gardee: preview.value('vu_gardee') ?? '',
      reprendre: ['commune'],
    }
    await added(await officer.post(`/structures/${duplicate}/fusion`, form))
    const old = await officer.get(`/structures/${duplicate}`)
    expect([old.status, old.headers.get('location')]).toEqual([303, `/structures/${kept}`])
    const shown = await read(await officer.get(`/structures/${kept}`))
    expect(shown.text).toContain('Doublon SARL')
    expect(shown.text).toContain('2026-0001')
    expect(shown.text).toContain('Honfleur')
    expect((await read(await officer.get('/structures?q=doublon'))).text).toContain('Celle qui reste')
    expect((await read(await officer.get('/conventions?q=celle+qui'))).text).toContain('2026-0001')
    expect((await read(await officer.get(`/conventions/${agreement}`))).heading).toBe(
      'Convention avec Celle qui reste',
    )
    const manager = await app.signIn('partner', { organisation: kept })
    expect((await manager.get(`/conventions/${agreement}`)).status).toBe(200)
    await added(await officer.post(`/structures/${duplicate}/separation`))
    expect((await officer.get(`/structures/${duplicate}`)).status).toBe(200)
    expect((await manager.get(`/conventions/${agreement}`)).status).toBe(404)
  })
})

describe('what is wrong is said', () => {
  it.each([
    [{ nom: '' }, 'Indiquez le nom de la structure.'],
    [{ nature: 'royaume' }, 'Choisissez la nature de la structure.'],
    [{ siret: '43493312300028' }, 'ne passe pas le contrôle de sa clé'],
    [{ siret: '3,67501E+13' }, 'arrondi par un tableur'],
    [{ siret: '434933123' }, 'C’est un SIREN'],
    [{ siret: '5550201700019' }, 'Essayez 05550201700019'],
    [{ rna: 'X1' }, 'commence par W'],
    [{ ridet: '12' }, 'Un RIDET compte'],
    [{ code_postal: '1' }, 'cinq chiffres'],
    [{ site: 'javascript:alert(1)' }, 'adresse complète du site'],
  ])('%j', async (change, sentence) => {
    const refused = await read(await officer.post('/structures/nouvelle', { ...typed, ...change }))
    expect(refused.status).toBe(422)
    expect(refused.problems.join()).toContain(sentence)
  })

  it('whose a number is, with the way there', async () => {
    const bearer = await anOrganisation(app.context(), { name: 'Porteuse', rna: 'W142001234' })
    const own = await anOrganisation(app.context(), { name: 'Autre nom' })
    const change = { nom: 'Autre nom', nature: 'association', vu: '1', rna: 'W142001234' }
    const refused = await read(await officer.post(`/structures/${own}/modification`, change))
    expect(refused.problems).toEqual(['Ce numéro RNA est déjà celui de « Porteuse ».'])
    expect(refused.links.map(({ href }) => href)).toContain(`/structures/${bearer}`)
    expect(refused.value('rna')).toBe('W142001234')
    const partner = await app.signIn('partner', { organisation: own })
    const discreet = await read(await partner.post(`/structures/${own}/modification`, change))
    expect(discreet.text).not.toContain('Porteuse')
  })

  it('that a page is behind the facts: nothing is written, what was typed is kept', async () => {
    const id = await anOrganisation(app.context(), { name: 'Version une' })
    const change = { nom: 'Version deux', nature: 'commune', vu: '1' }
    await added(await officer.post(`/structures/${id}/modification`, change))
    const stale = await read(
      await officer.post(`/structures/${id}/modification`, { ...change, nom: 'Version trois' }),
    )
    expect(stale.status).toBe(422)
    expect(stale.problems[0]).toContain('a changé pendant votre saisie')
    expect(stale.value('nom')).toBe('Version trois')
    expect(stale.value('vu')).toBe('2')
    expect((await read(await officer.get(`/structures/${id}`))).heading).toBe('Version deux')
  })

  it('that a contact must be reachable, and that a reference is known', async () => {
    const id = await anOrganisation(app.context(), { name: 'Injoignable' })
    const refused = await read(
      await officer.post(`/structures/${id}/contacts/nouveau`, { nom: 'A', objet: 'general' }),
    )
    expect(refused.problems[0]).toContain('Indiquez un courriel ou un téléphone')
    const ref = { source: 'coop', reference: '1' }
    await added(await officer.post(`/structures/${id}/references`, ref))
    const twice = await read(await officer.post(`/structures/${id}/references`, ref))
    expect(twice.problems).toEqual(['Cette référence est déjà enregistrée.'])
  })
})

describe('others are kept out', () => {
  it('partners see their own organisation and its duplicates, change it, and add none', async () => {
    const own = await anOrganisation(app.context(), { name: 'À moi' })
    const other = await anOrganisation(app.context(), { name: 'À d’autres' })
    const partner = await app.signIn('partner', { organisation: own })
    const list = await read(await partner.get('/structures'))
    expect(list.text).toContain('À moi')
    expect(list.text).not.toContain('À d’autres')
    for (const way of ['', '/modification', '/contacts/nouveau', '/references', '/mandats/nouveau']) {
      expect((await partner.get(`/structures/${own}${way}`)).status, way).toBe(200)
      expect((await partner.get(`/structures/${other}${way}`)).status, way).toBe(404)
    }
    expect((await partner.get('/structures/nouvelle')).status).toBe(403)
    expect((await partner.get(`/structures/${own}/fusion`)).status).toBe(403)
    expect((await partner.post(`/structures/${own}/separation`)).status).toBe(403)
  })

  it('another network finds nothing, nor lends a contact of another organisation', async () => {
    const here = await anOrganisation(app.context(), { name: 'D’ici' })
    const there = await app.signIn('officer', { network: app.networks.baie })
    for (const way of [
      '',
      '/modification',
      '/fusion',
      '/contacts/nouveau',
      '/references',
      '/mandats/nouveau',
    ]) {
      expect((await there.get(`/n/baie/structures/${here}${way}`)).status, way).toBe(404)
    }
    const foreign = await read(await there.get('/n/baie/structures?q=ici'))
    expect(foreign.text).not.toContain('D’ici')
  })

  it('an address that names nothing', async () => {
    for (const id of ['x', '00000000-0000-7000-8000-000000000000']) {
      expect((await officer.get(`/structures/${id}`)).status).toBe(404)
    }
    const id = idOf(
      await added(await officer.post('/structures/nouvelle', { nom: 'Zébulon', nature: 'autre' })),
    )
    expect((await officer.get(`/structures/${id}/contacts/${id}`)).status).toBe(404)
    expect((await officer.get(`/structures/${id}/mandats/${id}/fin`)).status).toBe(404)
    expect((await officer.get(`/structures/${id}/delegations/${id}/fin`)).status).toBe(404)
  })
})
