import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../src/kernel/instant.ts'
import { addPlace, addShownLabel, type TestPlace } from '../../src/modules/places/testing.ts'
import { read, useApp } from '../support.ts'

const SAINT_LO = { commune: 'Saint-Lô', inseeCode: '50502', postalCode: '50000' }
const CHERBOURG = { commune: 'Cherbourg-en-Cotentin', inseeCode: '50129', postalCode: '50100' }
const CAEN = { commune: 'Caen', inseeCode: '14118', postalCode: '14000' }
const PLAIN = 'Mo-Fr 09:00-12:00'

const PLACES: readonly TestPlace[] = [
  { ...SAINT_LO, name: 'Médiathèque La Source', latitude: 49.116, longitude: -1.09, openingHours: PLAIN },
  {
    ...SAINT_LO,
    name: 'Espace des Remparts',
    latitude: 49.118,
    longitude: -1.095,
    specialCare: ['other-languages'],
  },
  {
    ...CHERBOURG,
    name: 'Bibliothèque Prévert',
    latitude: 49.639,
    longitude: -1.62,
    openingHours: 'Mo-Fr 09:00-12:00; We off',
  },
  {
    ...CHERBOURG,
    name: 'Maison des familles',
    commune: 'Équeurdreville',
    latitude: 49.65,
    longitude: -1.65,
    fees: ['paying'],
  },
  {
    ...CAEN,
    name: 'Point d’aide des Jardins',
    latitude: 49.183,
    longitude: -0.37,
    services: ['administrative-procedures'],
    specialCare: ['english-speaking'],
  },
  {
    ...CAEN,
    name: 'L’Œuvre commune',
    latitude: 49.19,
    longitude: -0.36,
    openingHours: 'Fr 18:00-02:00; Sa 10:00-12:00',
  },
  {
    name: 'Case numérique',
    commune: 'Cayenne',
    inseeCode: '97302',
    postalCode: '97300',
    openingHours: PLAIN,
  },
  { name: 'Case de Nouméa', commune: 'Nouméa', inseeCode: '98818', postalCode: '98800', openingHours: PLAIN },
  {
    name: 'Atelier de Strasbourg',
    commune: 'Strasbourg',
    inseeCode: '67482',
    postalCode: '67000',
    openingHours: 'Mo-Sa 09:00-12:00',
  },
  {
    name: 'Atelier de Rennes',
    commune: 'Rennes',
    inseeCode: '35238',
    postalCode: '35000',
    openingHours: 'Mo-Sa 09:00-12:00',
  },
  {
    name: 'Case de Saint-Denis',
    commune: 'Saint-Denis',
    inseeCode: '97411',
    postalCode: '97400',
    openingHours: 'Mo-Su 09:00-12:00',
  },
]

const app = useApp()
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

async function list(query: string) {
  const page = await read(await app.visitor().get(`/lieux${query}`))
  const names = [...page.document.querySelectorAll('.row-title')].map(({ textContent }) =>
    (textContent ?? '').trim(),
  )
  return { page, heading: plain(page.heading), text: plain(page.text), names }
}

beforeAll(async () => {
  const { db } = app.services
  for (const place of PLACES) await addPlace(db, app.networks.estuaire, place)
  await db
    .insertInto('places.commune_centre')
    .values([
      { code: '50502', latitude: 49.117, longitude: -1.091, basis: 'known' },
      { code: '14118', latitude: 49.182, longitude: -0.371, basis: 'known' },
      { code: '50129', latitude: 49.639, longitude: -1.62, basis: 'known' },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
})

describe('une personne cherche un lieu avec ses mots (DIR-61, scénario 26)', () => {
  it.each([
    ['mediatheque', 'Médiathèque La Source'],
    ['Médiathèques', 'Médiathèque La Source'],
    ['bibliotheqe cherbourg', 'Bibliothèque Prévert'],
    ['st lo', 'Espace des Remparts'],
    ['50100', 'Bibliothèque Prévert'],
    ['aide demarches caen', 'Point d’aide des Jardins'],
    ['œuvre', 'L’Œuvre commune'],
    ['oeuvre', 'L’Œuvre commune'],
    ['equeurdreville', 'Maison des familles'],
  ])('« %s » trouve d’abord %s', async (text, first) =>
    expect((await list(`?q=${encodeURIComponent(text)}`)).names[0]).toBe(first),
  )

  it('le nom exact passe devant celui qui commence ainsi', async () => {
    await addPlace(app.services.db, app.networks.estuaire, { name: 'Le Fanal des îles', commune: 'Ici' })
    await addPlace(app.services.db, app.networks.estuaire, { name: 'Annexe du Fanal', commune: 'Ici' })
    expect((await list('?q=fanal')).names).toHaveLength(2)
    await addPlace(app.services.db, app.networks.estuaire, { name: 'Fanal', commune: 'Ici' })
    expect((await list('?q=fanal')).names[0]).toBe('Fanal')
  })

  it('un mot seul n’est cherché dans les rues que si aucun lieu ne le dit', async () => {
    const { db } = app.services
    await addPlace(db, app.networks.estuaire, {
      name: 'Le Palier',
      commune: 'Ici',
      address: '2 rue de la Source',
    })
    expect((await list('?q=source')).names).toEqual(['Médiathèque La Source'])
    expect((await list('?q=rue+de+la+source')).names).toEqual(['Le Palier'])
    await addPlace(db, app.networks.estuaire, {
      name: 'La Remise',
      commune: 'Ici',
      address: '9 allée Bergamote',
    })
    expect((await list('?q=bergamote')).names).toEqual(['La Remise'])
  })

  it('le nom d’un label trouve les lieux qui le portent', async () => {
    const { db } = app.services
    const place = await addPlace(db, app.networks.estuaire, { name: 'Cyberbase des Quais', commune: 'Ici' })
    await addShownLabel(db, app.networks.estuaire, place, {
      code: 'epn',
      name: 'EPN Essai',
      until: '2026-07-01',
    })
    expect((await list('?q=epn+essai')).names).toEqual(['Cyberbase des Quais'])
  })

  it('un ancien nom reste cherché', async () => {
    await app.services.db
      .updateTable('places.place')
      .set({ name: 'La Fabrique' })
      .where('name', '=', 'Maison des familles')
      .execute()
    expect((await list('?q=maison+des+familles')).names).toEqual(['La Fabrique'])
  })
})

describe('une phrase demande aussi ce que les filtres demandent (DIR-61, DIR-63)', () => {
  it.each([
    ['caen samedi', ['L’Œuvre commune']],
    ['Langues étrangères', ['Espace des Remparts', 'Point d’aide des Jardins']],
    ['mes impôts à Caen, en anglais', ['Point d’aide des Jardins']],
  ])('« %s »', async (text, names) =>
    expect((await list(`?q=${encodeURIComponent(text)}`)).names.sort()).toEqual(names),
  )

  it('dit ce qu’elle a compris, et se lit mot à mot si l’on préfère', async () => {
    const { text, page } = await list('?q=caen+samedi')
    expect(text).toContain('une commune (Caen, 14) et ouvert le samedi')
    expect(page.links.some(({ text: link }) => link === 'Chercher plutôt ces mots tels quels')).toBe(true)
  })

  it('un mot que personne ne dit n’empêche pas de trouver le reste', async () => {
    const { text, names } = await list('?q=impots+bidule+caen')
    expect(text).toContain('Aucun lieu ne parle de « bidule ». Voici ceux qui répondent au reste.')
    expect(names).toEqual(['Point d’aide des Jardins'])
  })

  it('sans résultat, y renoncer retire le mot', async () => {
    const { page } = await list('?q=caen+dimanche')
    const link = page.links.find(({ text }) => text.startsWith('Chercher à toutes les heures'))
    expect(link?.href).toBe('/lieux?q=caen')
    expect(plain(link?.text ?? '')).toContain('2 lieux')
  })
})

describe('les filtres et leurs adresses (DIR-63, DIR-64, DIR-65, scénario 27)', () => {
  it('une valeur inconnue est dite, les autres tiennent', async () => {
    const { text, heading } = await list('?services=xyz&departement=14')
    expect(text).toContain('Le filtre de besoin « xyz » n’existe pas ; il a été ignoré.')
    expect(heading).toBe('2 lieux (Calvados)')
    expect((await list('?territoire=nulle-part')).text).toContain('n’existe pas')
  })

  it('« Langues étrangères » d’un ancien lien trouve les deux sortes', async () =>
    expect((await list('?prise-en-charge=langues-etrangeres')).names.sort()).toEqual([
      'Espace des Remparts',
      'Point d’aide des Jardins',
    ]))

  it.each([
    ['?commune=50502', 2],
    ['?departement=50', 4],
    ['?region=28', 6],
    ['?epci=200066389', 2],
    ['?code-postal=14000&frais=payant', 0],
    ['?departement=50&departement=14&frais=payant', 1],
  ])('%s : %i lieux', async (query, count) => {
    const { page } = await list(query)
    expect(page.heading.startsWith(count === 0 ? 'Aucun lieu' : `${count} lieu`)).toBe(true)
  })

  it('rien trouvé : quel filtre retirer, et les plus proches', async () => {
    const { page, text, names } = await list('?commune=50502&rayon=5&frais=payant')
    expect(text).toContain('Chercher à tous les prix (2 lieux)')
    expect(page.links.find(({ text: link }) => link.startsWith('Chercher plus loin'))?.href).toBe(
      '/lieux?commune=50502&frais=payant'.replace('commune=50502&frais=payant', 'frais=payant&commune=50502'),
    )
    expect(names[0]).toBe('La Fabrique')
  })

  it('chaque valeur porte son compte', async () => {
    const { page } = await list('?region=28')
    const links = page.links.map(({ text }) => plain(text))
    expect(links.some((text) => /^Payant ?1$/.test(text))).toBe(true)
    expect(links.some((text) => /^Ouvert le samedi ?1$/.test(text))).toBe(true)
  })
})

describe('autour d’un point (DIR-62)', () => {
  it('par commune et rayon, du plus proche au plus loin, la distance dite', async () => {
    const { names, text, heading } = await list('?q=caen&rayon=50')
    expect(heading).toContain('à moins de 50 km')
    expect(names).toEqual(['Point d’aide des Jardins', 'L’Œuvre commune'])
    expect(text).toMatch(/À 100 m/)
  })

  it('par position, arrondie à cent mètres', async () => {
    const { names, page } = await list('?position=49.18312,-0.37049&rayon=5')
    expect(names[0]).toBe('Point d’aide des Jardins')
    expect(page.links.some(({ href }) => href?.includes('49.183,-0.37'))).toBe(true)
    expect(page.links.some(({ href }) => href?.includes('49.18312'))).toBe(false)
  })

  it('un rayon autour de rien est dit', async () =>
    expect((await list('?rayon=5')).text).toContain('indiquez une commune ou un code postal'))
})

describe('ouvert maintenant, à l’heure du lieu (DIR-50, DIR-51, DIR-53, scénarios 22 et 23)', () => {
  const openAt = async (at: string) => {
    app.clock.moveTo(instant(at))
    return (await list('?ouvert=maintenant')).names
  }

  it.each([
    // Wednesday 17 June, 9:30 in Paris, Cayenne and Nouméa.
    [
      '2026-06-17T07:30:00Z',
      ['Médiathèque La Source', 'Atelier de Rennes'],
      ['Bibliothèque Prévert', 'Case numérique'],
    ],
    ['2026-06-17T12:30:00Z', ['Case numérique'], ['Médiathèque La Source', 'Case de Nouméa']],
    ['2026-06-16T22:30:00Z', ['Case de Nouméa'], ['Médiathèque La Source']],
    // Friday night, past midnight.
    ['2026-06-19T23:30:00Z', ['L’Œuvre commune'], ['Médiathèque La Source']],
    // The Monday after each change of the clocks.
    ['2026-03-30T07:30:00Z', ['Médiathèque La Source'], []],
    ['2026-10-26T08:30:00Z', ['Médiathèque La Source'], []],
    // Two Sundays, the second a public holiday there; Saturday 26 December.
    ['2026-12-13T05:30:00Z', ['Case de Saint-Denis'], []],
    ['2026-12-20T05:30:00Z', [], ['Case de Saint-Denis']],
    ['2026-12-26T08:30:00Z', ['Atelier de Rennes'], ['Atelier de Strasbourg']],
  ])('%s', async (at, open, closed) => {
    const names = await openAt(at)
    expect(names).toEqual(expect.arrayContaining(open))
    for (const name of closed) expect(names).not.toContain(name)
  })

  it('à une date et une heure, le samedi, le soir ; les horaires inconnus sont comptés à part', async () => {
    app.clock.moveTo(instant('2026-06-17T10:00:00Z'))
    expect((await list('?ouvert-le=20/06/2026&ouvert-a=10h30')).names).toContain('L’Œuvre commune')
    expect((await list('?ouvert=soir')).names).toEqual(['L’Œuvre commune'])
    const saturday = await list('?ouvert=samedi&departement=50')
    expect(saturday.heading).toMatch(/^Aucun lieu/)
    expect(saturday.text).toContain('2 autres lieux répondent au reste de votre recherche')
  })

  it('des horaires changés comptent à la demande suivante', async () => {
    app.clock.moveTo(instant('2026-06-17T07:30:00Z'))
    await app.services.db
      .updateTable('places.place')
      .set({ opening_hours: 'We 09:00-10:00' })
      .where('name', '=', 'Bibliothèque Prévert')
      .execute()
    expect((await list('?ouvert=maintenant')).names).toContain('Bibliothèque Prévert')
  })
})
