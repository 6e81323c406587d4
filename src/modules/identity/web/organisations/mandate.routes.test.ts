import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { aDelegation, aMandate, anOrganisation, someDocument } from '../../testing-organisations.ts'

const app = useApp()
let officer: Browser
let id: OrganisationId
let address = ''
let made = 0
const mandate = {
  titulaire: 'Odile Marchand',
  qualite: 'maire',
  representant_legal: 'oui',
  nature_acte: 'election',
  premier_jour: '01/03/2026',
  dernier_jour: '',
}
const delegation = {
  titulaire: 'Hugo Lestrade',
  qualite: 'directeur',
  objets: ['agreements'],
  premier_jour: '01/03/2026',
}
const pdf = () => new File(['%PDF-1.7\nDélibération'], 'délibération.pdf', { type: 'application/pdf' })

beforeAll(async () => {
  officer = await app.signIn('officer')
})

beforeEach(async () => {
  made += 1
  id = await anOrganisation(app.context(), { name: `Commune numéro ${made}` })
  address = `/structures/${id}`
})

describe('a mandate', () => {
  it('is recorded with its document, delegated, ended; all of it in the journal', async () => {
    const sent = { ...mandate, acte: 'n° 2026-014', date_acte: '28/02/2026', document: pdf() }
    expect((await officer.post(`${address}/mandats/nouveau`, sent)).status).toBe(303)
    const shown = await read(await officer.get(address))
    expect(shown.text).toContain('Odile Marchand, maire, représentant légal')
    expect(shown.text).toContain('Depuis le 1er mars 2026 · Élection n° 2026-014 du 28 février 2026')
    const href = (text: string) => shown.links.find((link) => link.text.startsWith(text))?.href ?? ''
    const file = await officer.get(href('Document de Odile Marchand'))
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(await file.text()).toContain('Délibération')

    const way = href('Enregistrer une délégation')
    expect((await officer.post(way, { ...delegation, document: pdf() })).status).toBe(303)
    expect((await read(await officer.get(address))).text).toContain(
      'par délégation de Odile Marchand : conventions',
    )
    const ended = await officer.post(href('Enregistrer la fin'), { dernier_jour: '16/06/2026' })
    expect(ended.status).toBe(303)
    expect((await read(await officer.get(address))).text).toContain('Du 1er mars 2026 au 16 juin 2026')
    const lines = await app.services.db
      .selectFrom('platform.journal')
      .select(['action', 'changes'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute()
    expect(lines.map(({ action }) => action)).toEqual([
      'mandate.recorded',
      'delegation.recorded',
      'mandate.ended',
    ])
    expect(lines[2]?.changes).toEqual({ until: [null, '2026-06-17'] })
  })

  it('overlapping another legal representative is recorded, and the pages say so', async () => {
    await aMandate(app.context(), id, { holderName: 'Paul Desprez' })
    expect((await officer.post(`${address}/mandats/nouveau`, mandate)).status).toBe(303)
    const shown = await read(await officer.get(address))
    expect(shown.notice).toContain('Attention : Paul Desprez est aussi représentant légal')
    expect(shown.text).toContain('Plusieurs représentants légaux le même jour')
  })

  it('recorded by mistake stays readable, and is proposed no more', async () => {
    const known = await aMandate(app.context(), id)
    expect((await officer.post(`${address}/mandats/${known}/retrait`)).status).toBe(303)
    const shown = await read(await officer.get(address))
    expect(shown.text).toContain('Enregistré par erreur')
    const twice = await read(await officer.post(`${address}/mandats/${known}/retrait`))
    expect(twice.problems[0]).toContain('déjà été retiré')
    const more = await read(
      await officer.post(`${address}/mandats/${known}/delegations/nouvelle`, delegation),
    )
    expect(more.status).toBe(422)
  })

  it('may be linked to somebody who acts for the organisation, and to nobody else', async () => {
    await app.signIn('partner', { organisation: id })
    const form = await read(await officer.get(`${address}/mandats/nouveau`))
    const [own = ''] = [...form.document.querySelectorAll('[name="personne"] option')].flatMap(
      (option) => option.getAttribute('value') || [],
    )
    expect((await officer.post(`${address}/mandats/nouveau`, { ...mandate, personne: own })).status).toBe(303)
    const stranger = '00000000-0000-7000-8000-000000000000'
    const refused = await read(
      await officer.post(`${address}/mandats/nouveau`, { ...mandate, personne: stranger }),
    )
    expect(refused.problems).toEqual(['Choisissez une personne qui agit pour cette structure.'])
  })
})

describe('what is wrong is said', () => {
  it.each([
    [{ titulaire: '' }, 'Indiquez le nom de la personne.'],
    [{ nature_acte: 'sacre' }, 'Choisissez l’acte qui donne ce mandat.'],
    [{ premier_jour: '' }, 'Indiquez le premier jour.'],
    [{ premier_jour: '31/02/2026' }, 'Cette date n’existe pas dans le calendrier.'],
    [{ dernier_jour: '28/02/2026' }, 'Le dernier jour vient avant le premier'],
    [{ document: new File(['<script>'], 'a.pdf') }, 'Ce fichier n’est ni un PDF, ni une image PNG ou JPEG'],
  ])('%j', async (change, sentence) => {
    const refused = await read(await officer.post(`${address}/mandats/nouveau`, { ...mandate, ...change }))
    expect(refused.status).toBe(422)
    expect(refused.problems.join()).toContain(sentence)
  })

  it('that an end is only brought forward', async () => {
    const known = await aMandate(app.context(), id, { until: day('2026-04-01') })
    const end = `${address}/mandats/${known}/fin`
    const later = await read(await officer.post(end, { dernier_jour: '01/05/2026' }))
    expect(later.problems[0]).toContain('La fin est déjà connue : le 31 mars 2026')
    const before = await read(await officer.post(end, { dernier_jour: '01/01/2020' }))
    expect(before.problems[0]).toContain('Le dernier jour vient avant le premier')
    const given = await aDelegation(app.context(), id, known)
    const none = await read(
      await officer.post(`${address}/mandats/${known}/delegations/nouvelle`, { ...delegation, objets: [] }),
    )
    expect(none.problems).toEqual(['Choisissez au moins un objet.'])
    expect(
      (await officer.post(`${address}/delegations/${given}/fin`, { dernier_jour: '01/03/2026' })).status,
    ).toBe(303)
    expect((await officer.post(`${address}/delegations/${given}/retrait`)).status).toBe(303)
  })
})

describe('others are kept out', () => {
  it('of the mandates, delegations and documents of another organisation, or by its own address', async () => {
    const document = await someDocument(app.services.files)
    const known = await aMandate(app.context(), id, { document })
    const given = await aDelegation(app.context(), id, known, { document })
    const other = await anOrganisation(app.context(), { name: `Voisine ${made}` })
    const neighbour = await app.signIn('partner', { organisation: other })
    const foreign = await app.signIn('officer', { network: app.networks.baie })
    const ways = [
      `mandats/${known}/fin`,
      `mandats/${known}/document`,
      `mandats/${known}/delegations/nouvelle`,
      `delegations/${given}/fin`,
      `delegations/${given}/document`,
    ]
    for (const way of ways) {
      expect((await officer.get(`${address}/${way}`)).status, way).toBe(200)
      expect((await neighbour.get(`${address}/${way}`)).status, way).toBe(404)
      expect((await neighbour.get(`/structures/${other}/${way}`)).status, way).toBe(404)
      expect((await officer.get(`/structures/${other}/${way}`)).status, way).toBe(404)
      expect((await foreign.get(`/n/baie${address}/${way}`)).status, way).toBe(404)
    }
    for (const way of [`mandats/${known}/retrait`, `delegations/${given}/retrait`]) {
      expect((await neighbour.post(`/structures/${other}/${way}`)).status, way).toBe(404)
      expect((await foreign.post(`/n/baie${address}/${way}`)).status, way).toBe(404)
    }
    const reader = await app.signIn('facilitator', { organisation: id })
    expect((await reader.get(`${address}/mandats/${known}/document`)).status).toBe(200)
    expect((await reader.get(`${address}/mandats/nouveau`)).status).toBe(403)
  })
})
