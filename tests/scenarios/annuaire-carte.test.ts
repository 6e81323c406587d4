import { beforeAll, describe, expect, it } from 'vitest'
import { loadCommuneCentres } from '../../src/modules/places/index.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { rowCounts } from '../row-counts.ts'
import { read, useApp } from '../support.ts'

const app = useApp()
const get = async (path: string) => read(await app.visitor().get(path))

/** Wednesday 17 June 2026. */
beforeAll(async () => {
  const { db } = app.services
  await loadCommuneCentres(db)
  const add = (place: Parameters<typeof addPlace>[2]) => addPlace(db, app.networks.estuaire, place)
  const coutances = { commune: 'Coutances', inseeCode: '50147', postalCode: '50200' }
  for (let number = 1; number <= 18; number += 1)
    await add({
      ...{ commune: 'Saint-Lô', inseeCode: '50502', postalCode: '50000', latitude: 49.115, longitude: -1.09 },
      ...{ slug: `permanence-${number}`, name: `Permanence ${String(number).padStart(2, '0')}` },
    })
  await add({
    ...{ ...coutances, slug: 'unelles', name: 'Atelier des Unelles', address: '1, rue des Unelles' },
    ...{ latitude: 49.06, longitude: -1.4456, phone: '+33199000003' },
    ...{ openingHours: 'Sa 10:00-16:00', services: ['administrative-procedures'], specialCare: ['deafness'] },
  })
  await add({
    ...{ ...coutances, slug: 'semaine', name: 'Mairie', latitude: 49.05, longitude: -1.44 },
    ...{ openingHours: 'Mo-Fr 09:00-17:00', services: ['administrative-procedures'] },
  })
})

describe('la carte, sans fond et sans script (scénarios 29 et 30)', () => {
  it('dessine contours, repères et liste sans appeler personne d’autre (DIR-70)', async () => {
    const answer = await app.visitor().get('/lieux?vue=les-deux')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).not.toMatch(/https?:/)
    const page = await read(answer)
    const outside = [...page.document.querySelectorAll('[src], link[href], [data-tiles]')]
      .map(
        (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? one.getAttribute('data-tiles') ?? '',
      )
      .filter((address) => /^(https?:)?\/\//.test(address))
    expect(outside).toEqual([])
    expect(page.document.querySelectorAll('.map-drawn .map-land')).toHaveLength(1)
    expect(page.texts('.list-map-list .rows h2')).toHaveLength(20)
  })

  it('mène d’un territoire à ses lieux, jusqu’aux dix-huit d’une même adresse (DIR-68, DIR-71)', async () => {
    let page = await get('/lieux?vue=les-deux')
    const seen: number[] = []
    for (let step = 0; step < 4; step += 1) {
      const mark = page.document.querySelector('a.map-mark')
      seen.push(Number(page.heading.split(' ')[0]))
      page = await get(mark?.getAttribute('href') ?? '')
      if (page.texts('.list-map-list .rows h2').length === 18) break
    }
    expect(page.texts('.list-map-list .rows h2')).toHaveLength(18)
    expect(page.links.map(({ href }) => href)).toContain('/lieux/permanence-1')
    expect(seen[0]).toBe(20)
  })

  it('passe la carte d’un lien, et le dit autrement en liste (DIR-69)', async () => {
    const page = await get('/lieux?vue=carte')
    expect(page.links.find(({ text }) => text === 'Passer la carte')?.href).toBe('#filtres')
    expect(page.document.querySelector('#filtres')).not.toBeNull()
    expect(page.document.querySelector('.map-status')?.getAttribute('aria-live')).toBe('polite')
    expect(page.texts('.map-words li').length).toBe(page.document.querySelectorAll('a.map-mark').length)
  })
})

describe('une fiche d’orientation (scénario 38)', () => {
  const STEPS = [
    ['/fiche-orientation', { services: 'aide-aux-demarches-administratives' }],
    ['/fiche-orientation/accueil', { 'prise-en-charge': 'surdite' }],
    ['/fiche-orientation/moment', { ouvert: 'samedi' }],
    ['/fiche-orientation/secteur', { q: 'Coutances', rayon: '20' }],
  ] as const

  /** Goes from question to question as a browser sends a GET form. */
  async function answered(change: Record<string, string> = {}) {
    let address: string = STEPS[0][0]
    for (const [, answers] of STEPS) {
      const page = await get(address)
      const form = page.document.querySelector('main form')
      const hidden = [...(form?.querySelectorAll('input[type="hidden"]') ?? [])]
      const query = new URLSearchParams(
        hidden.map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? '']),
      )
      for (const [name, value] of Object.entries({ ...answers, ...change }))
        if (name in answers) query.set(name, value)
      address = `${form?.getAttribute('action')}?${query}`
    }
    return address
  }

  it('propose à une personne malentendante le lieu ouvert le samedi près de Coutances (DIR-76)', async () => {
    const page = await get(await answered())
    expect(page.heading).toBe('1 lieu convient')
    expect(page.texts('.choice label')[0]).toBe('Atelier des Unelles')
  })

  it('dit clairement qu’il n’y en a aucun, et quelle réponse changer (DIR-76)', async () => {
    const page = await get(await answered({ ouvert: 'dimanche' }))
    expect(page.heading).toBe('Aucun lieu ne convient')
    expect(page.links.map(({ text }) => text)).toContain('Chercher à n’importe quel moment')
  })

  it('donne un PDF d’une page, et n’enregistre rien (DIR-76, DIR-77)', async () => {
    const address = await answered()
    const page = await get(address)
    const lieu = page.document.querySelector('input[name="lieu"]')?.getAttribute('value') ?? ''
    const before = await rowCounts(app.database.pool)
    const pdf = await app
      .visitor()
      .post(address, { lieu, prenom: 'Camille', prescripteur: 'Maison du Coutançais', sortie: 'pdf' })
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(await rowCounts(app.database.pool)).toEqual(before)
  })
})
