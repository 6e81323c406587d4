import { beforeAll, describe, expect, it } from 'vitest'
import { rowCounts } from '../../../../../tests/row-counts.ts'
import { read, useApp } from '../../../../../tests/support.ts'
import { loadCentres } from '../../data/geocoding/centres.store.ts'
import type { PlaceId } from '../../domain/place.ts'
import { addPlace } from '../../testing.ts'

const app = useApp()
const get = async (path: string) => read(await app.visitor().get(path))
const ids: Record<string, PlaceId> = {}

/** On Wednesday 17 June 2026, around Coutances. */
beforeAll(async () => {
  const { db } = app.services
  await loadCentres(db)
  const coutances = { commune: 'Coutances', inseeCode: '50147', postalCode: '50200' }
  const add = async (slug: string, place: Parameters<typeof addPlace>[2]) => {
    ids[slug] = await addPlace(db, app.networks.estuaire, { ...coutances, slug, name: slug, ...place })
  }
  await add('atelier', {
    ...{ name: 'Atelier des Unelles', address: '1, rue des Unelles', phone: '+33199000003' },
    ...{ latitude: 49.06, longitude: -1.4456, openingHours: 'Mo-Fr 09:00-12:00; Sa 10:00-16:00; PH off' },
    ...{ services: ['administrative-procedures'], specialCare: ['deafness'] },
  })
  await add('mairie', {
    ...{ name: 'Mairie', latitude: 49.05, longitude: -1.44, openingHours: 'Mo-Fr 09:00-17:00' },
    ...{ services: ['administrative-procedures'], specialCare: ['deafness'] },
  })
  await add('silencieux', {
    ...{ name: 'Sans horaires', latitude: 49.05, longitude: -1.44, services: ['administrative-procedures'] },
    ...{ specialCare: ['deafness'] },
  })
  await addPlace(db, app.networks.baie, { slug: 'ailleurs', name: 'Ailleurs' })
})

const ASKED =
  'q=Coutances&services=aide-aux-demarches-administratives&prise-en-charge=surdite&rayon=20&ouvert=samedi'
const sheet = (fields: Record<string, string | readonly string[]>) =>
  app.visitor().post(`/fiche-orientation/lieux?${ASKED}`, { prescripteur: 'Maison du Coutançais', ...fields })

describe('an orientation sheet', () => {
  it('asks four questions, each an address that carries the answers before it (DIR-76)', async () => {
    const first = await get('/fiche-orientation')
    expect(first.document.querySelector('main form')?.getAttribute('method')).toBe('get')
    expect(first.document.querySelector('main form')?.getAttribute('action')).toBe(
      '/fiche-orientation/accueil',
    )
    const care = await get('/fiche-orientation/accueil?services=aide-aux-demarches-administratives')
    expect(care.document.querySelector('input[type="hidden"][name="services"]')?.getAttribute('value')).toBe(
      'aide-aux-demarches-administratives',
    )
    expect(care.document.querySelector('main form')?.getAttribute('action')).toBe('/fiche-orientation/moment')
    const area = await get(`/fiche-orientation/secteur?${ASKED}`)
    expect(area.value('q')).toBe('Coutances')
    expect(area.document.querySelectorAll('input[type="hidden"][name="q"]')).toHaveLength(0)
    expect(area.document.querySelector('main form')?.getAttribute('action')).toBe('/fiche-orientation/lieux')
  })

  it('offers the places that answer, and says how many have unknown hours (DIR-76)', async () => {
    const page = await get(`/fiche-orientation/lieux?${ASKED}`)
    expect(page.heading).toBe('1 lieu convient')
    expect(page.texts('.choice label')[0]).toBe('Atelier des Unelles')
    expect(page.texts('.choice-hint')[0]).toMatch(/^à 1,\d km · 1, rue des Unelles/)
    expect(page.text).toContain('horaires ne sont pas connus')
  })

  it('is shown with the plan in words, the hours of two weeks, the phone and a code (DIR-76)', async () => {
    const answer = await sheet({ lieu: ids.atelier ?? '', prenom: 'Camille', trajet: 'Bus 3, arrêt Gare' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const page = await read(answer)
    expect(page.heading).toBe('Fiche d’orientation pour Camille')
    expect(page.text).toContain('Remise le 17 juin 2026 par Maison du Coutançais.')
    expect(page.text).toContain('1, rue des Unelles, 50200 Coutances.')
    expect(page.text).toMatch(/À 1,\d km au nord du centre de Coutances, à vol d’oiseau\./)
    expect(page.text).toContain('Bus 3, arrêt Gare')
    expect(page.text).toContain('01 99 00 00 03')
    expect(page.texts('tbody tr')).toEqual([
      'Du 17 au 19 juin 2026 (mercredi à vendredi)9 h – 12 h',
      'Samedi 20 juin 202610 h – 16 h',
      'Dimanche 21 juin 2026Fermé',
      'Du 22 au 26 juin 2026 (lundi à vendredi)9 h – 12 h',
      'Samedi 27 juin 202610 h – 16 h',
      'Dimanche 28 juin 2026Fermé',
      'Du 29 au 30 juin 2026 (lundi à mardi)9 h – 12 h',
    ])
    expect(page.document.querySelector('.qr-code')).not.toBeNull()
  })

  it('is a tagged PDF of one page in French, the same bytes for the same sheet (DIR-77)', async () => {
    const fields = { lieu: ids.atelier ?? '', prenom: 'Camille', sortie: 'pdf' }
    const answer = await sheet(fields)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const text = bytes.toString('latin1')
    expect(text).toContain('/MarkInfo')
    expect(text).toMatch(/\/Lang \(fr/)
    expect(text).toContain('/DisplayDocTitle true')
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(Buffer.from(await (await sheet(fields)).arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('stores nothing, not even a line of the journal (DIR-76)', async () => {
    const before = await rowCounts(app.database.pool)
    await sheet({ lieu: ids.atelier ?? '', prenom: 'Camille' })
    await sheet({ lieu: ids.atelier ?? '', prenom: 'Camille', sortie: 'pdf' })
    expect(await rowCounts(app.database.pool)).toEqual(before)
  })
})

describe('an orientation sheet explains why not', () => {
  it('says « none » clearly, with the answer to change (DIR-76)', async () => {
    const page = await get(`/fiche-orientation/lieux?${ASKED.replace('samedi', 'dimanche')}`)
    expect(page.heading).toBe('Aucun lieu ne convient')
    const anytime = page.links.find(({ text }) => text === 'Chercher à n’importe quel moment')?.href ?? ''
    expect((await get(anytime)).heading).toBe('3 lieux conviennent')
  })

  it('says that a commune is not known', async () => {
    const page = await get('/fiche-orientation/lieux?q=zzzzz&rayon=20')
    expect(page.text).toContain('Aucun lieu')
  })

  it('wants a place and who gives the sheet, three places at most, and keeps what was typed', async () => {
    const none = await read(await sheet({ prescripteur: '', prenom: 'Camille' }))
    expect(none.status).toBe(422)
    expect(none.problems).toHaveLength(2)
    expect(none.value('prenom')).toBe('Camille')
    const four = ['atelier', 'mairie', 'silencieux'].map((slug) => ids[slug] ?? '')
    const many = await read(await sheet({ lieu: [...four, '018f0000-0000-7000-8000-000000000000'] }))
    expect(many.problems).toEqual(['Choisissez 3 lieux au plus : la fiche tient sur une page.'])
  })

  it('knows no place of another network', async () => {
    const elsewhere = await app.services.db
      .selectFrom('places.place')
      .where('slug', '=', 'ailleurs')
      .select('id')
      .executeTakeFirstOrThrow()
    const page = await read(await sheet({ lieu: elsewhere.id }))
    expect([page.status, page.text.includes('Ailleurs')]).toEqual([422, false])
  })
})
