import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { laterBy } from '../../src/kernel/instant.ts'
import { addPlace, addShownLabel, type TestPlace } from '../../src/modules/places/testing.ts'
import { read, useApp } from '../support.ts'

// Un même jeu de paramètres, posé à la liste, à la carte, aux fichiers, à l’API et à la carte intégrée : les mêmes lieux.

const app = useApp()

interface Town {
  readonly fields: TestPlace
  readonly latitude: number
  readonly longitude: number
}

const TOWNS: readonly Town[] = [
  town('Saint-Lô', '50502', '50000', 49.116, -1.09),
  town('Cherbourg-en-Cotentin', '50129', '50100', 49.639, -1.62),
  town('Caen', '14118', '14000', 49.183, -0.37),
  town('Rennes', '35238', '35000', 48.11, -1.68),
  town('Nouméa', '98818', '98800', -22.27, 166.45),
]
/** Of one town. Two of each differ by their kind; all of them by the rest. */
const EACH = 6

interface Known extends TestPlace {
  readonly slug: string
  readonly name: string
  readonly isLabelled: boolean
}

const PLACES: readonly Known[] = TOWNS.flatMap((at, rank) =>
  Array.from({ length: EACH }, (_, number) => placeOf(at, rank, number)),
)
const ids = new Map<string, string>()

function town(
  commune: string,
  inseeCode: string,
  postalCode: string,
  latitude: number,
  longitude: number,
): Town {
  return { fields: { commune, inseeCode, postalCode }, latitude, longitude }
}

function placeOf({ fields, latitude, longitude }: Town, rank: number, number: number): Known {
  const kind = ['Médiathèque', 'Bibliothèque', 'Atelier'][number % 3]
  return {
    ...fields,
    slug: `lieu-${rank}-${number}`,
    name: `${kind} ${'ABCDEF'[number]} ${fields.commune}`,
    address: `${number + 1} rue du Port`,
    // Far enough apart to be told from one another on the closest map.
    latitude: latitude + number * 0.004,
    longitude,
    services: number % 2 === 0 ? ['everyday-tools'] : ['administrative-procedures', 'safe-use'],
    fees: rank % 2 === 0 ? ['free'] : ['paying'],
    specialCare: number === 1 ? ['english-speaking'] : number === 2 ? ['other-languages'] : [],
    typologies: kind === 'Atelier' ? ['TIERS_LIEUX'] : ['BIB'],
    openingHours: number < 3 ? 'Mo-Fr 10:00-17:00' : number === 3 ? 'Sa 10:00-12:00' : null,
    bookingUrl: number === 4 ? 'https://rdv.example/' : null,
    updatedOn: day(number < 2 ? '2026-06-01' : '2025-11-02'),
    source: rank === 0 ? 'Fichier départemental' : 'Fichier régional',
    isLabelled: rank < 2 && number < 2,
  }
}

/** What is asked, and which of the places must be found. */
const QUESTIONS: readonly [query: string, isFound: (place: Known) => boolean][] = [
  ['', () => true],
  [
    '?services=maitrise-des-outils-numeriques-du-quotidien',
    ({ services }) => has(services, 'everyday-tools'),
  ],
  [
    '?services=aide-aux-demarches-administratives&services=maitrise-des-outils-numeriques-du-quotidien&frais=payant',
    ({ fees }) => has(fees, 'paying'),
  ],
  ['?frais=gratuit&departement=50', ({ fees, inseeCode }) => has(fees, 'free') && inseeCode === '50502'],
  ['?departement=50&departement=14', ({ inseeCode }) => /^(50|14)/.test(inseeCode ?? '')],
  ['?commune=50502&rayon=20', ({ inseeCode }) => inseeCode === '50502'],
  ['?code-postal=98800', ({ postalCode }) => postalCode === '98800'],
  ['?q=mediatheque', ({ name }) => name.startsWith('Médiathèque')],
  [
    '?q=bibliotheqe+cherbourg',
    ({ name, inseeCode }) => name.startsWith('Bibliothèque') && inseeCode === '50129',
  ],
  ['?labels=epn', ({ isLabelled }) => isLabelled],
  ['?prise-en-charge=langues-etrangeres', ({ specialCare }) => (specialCare ?? []).length > 0],
  [
    '?ouvert=maintenant',
    ({ openingHours, inseeCode }) => (openingHours ?? '').startsWith('Mo-Fr') && inseeCode !== '98818',
  ],
  [
    '?ouvert=samedi&region=28',
    ({ openingHours, inseeCode }) => openingHours === 'Sa 10:00-12:00' && /^(50|14)/.test(inseeCode ?? ''),
  ],
  ['?position=49.183,-0.37&rayon=50&tri=distance', ({ inseeCode }) => inseeCode === '14118'],
  [
    '?maj=2026-05-01&sources=Fichier+r%C3%A9gional',
    ({ updatedOn, source }) => updatedOn === '2026-06-01' && source === 'Fichier régional',
  ],
  ['?typologies=BIB&rdv=oui', ({ typologies, bookingUrl }) => has(typologies, 'BIB') && bookingUrl !== null],
  ['?bbox=-1.8,49,-1,49.7', ({ inseeCode }) => inseeCode === '50502' || inseeCode === '50129'],
]

function has(list: readonly string[] | undefined, value: string): boolean {
  return (list ?? []).includes(value)
}

let key = ''

beforeAll(async () => {
  const { db } = app.services
  const { estuaire } = app.networks
  for (const { isLabelled, ...place } of PLACES) {
    const id = await addPlace(db, estuaire, place)
    ids.set(place.slug, id)
    if (isLabelled) await addShownLabel(db, estuaire, id, { code: 'epn', name: 'EPN Essai' })
  }
  await addPlace(db, estuaire, {
    ...{ ...TOWNS[0]?.fields, slug: 'brouillon', name: 'Médiathèque en projet', status: 'draft' },
    ...{ address: '9 rue du Port', latitude: 49.11, longitude: -1.08, services: ['everyday-tools'] },
  })
  await addPlace(db, app.networks.baie, { ...TOWNS[0]?.fields, slug: 'voisin', name: 'Médiathèque voisine' })
  const officer = await app.signIn('officer')
  const address = '/reglages/cartes-integrees'
  await officer.post(address, { nom: 'Partout', origines: 'https://www.ailleurs.example', territoire: '' })
  key = /data-cle="([^"]+)"/.exec((await read(await officer.get(address))).text)?.[1] ?? ''
})

const ask = (path: string) => app.app.request(`http://localhost:3000${path}`)
const with_ = (query: string, more: string) => `${query}${query === '' ? '?' : '&'}${more}`
const idsOfSlugs = (slugs: readonly string[]) =>
  slugs.map((slug) => ids.get(slug) ?? `unknown ${slug}`).sort()

/** Every page of a list, from one to the next. */
async function listed(path: string): Promise<string[]> {
  const slugs: string[] = []
  for (let at: string | null | undefined = path; at; ) {
    const { document } = await read(await ask(at))
    for (const link of document.querySelectorAll('.row-title a'))
      slugs.push((link.getAttribute('href') ?? '').split('/').at(-1) ?? '')
    at = document.querySelector('a[rel=next]')?.getAttribute('href')
  }
  return idsOfSlugs(slugs)
}

/** The marks of the closest map, town by town. */
async function mapped(query: string): Promise<string[]> {
  const slugs: string[] = []
  const own = /[?&]bbox=([^&]+)/.exec(query)?.[1]?.split(',').map(Number)
  for (const { latitude, longitude } of TOWNS) {
    const [west = -180, south = -90, east = 180, north = 90] = own ?? []
    if (longitude < west || longitude > east || latitude < south || latitude > north) continue
    const box = [longitude - 0.03, latitude - 0.03, longitude + 0.03, latitude + 0.05].map((n) =>
      n.toFixed(4),
    )
    const rest = query.replace(/([?&])bbox=[^&]+/, '$1').replace(/[?&]$/, '')
    const { items } = await (
      await ask(`/lieux/carte/points${with_(rest, `bbox=${box.join(',')}&z=17`)}`)
    ).json()
    for (const [, , count, slug] of items) {
      expect(count).toBe(1)
      slugs.push(slug)
    }
  }
  return idsOfSlugs(slugs)
}

async function filed(query: string): Promise<string[]> {
  const rows = parse(await (await ask(`/lieux/standard.csv${query}`)).text(), { columns: true })
  return (rows as { id: string }[]).map(({ id }) => id).sort()
}

async function drawn(query: string): Promise<string[]> {
  const { features } = await (await ask(`/lieux/lieux.geojson${query}`)).json()
  return features.map(({ id }: { id: string }) => id).sort()
}

/** The pages of the API, by its cursors. */
async function told(query: string): Promise<string[]> {
  const found: string[] = []
  let cursor = ''
  do {
    const answer = await (await ask(`/api/v1/places${with_(query, `limit=7${cursor}`)}`)).json()
    found.push(...answer.items.map(({ id }: { id: string }) => id))
    cursor = answer.next === null ? '' : `&cursor=${answer.next}`
  } while (cursor !== '')
  return found.sort()
}

describe('les mêmes paramètres rendent les mêmes lieux partout (DIR-65, scénario 28)', () => {
  it.each(QUESTIONS)('« %s »', async (query, isFound) => {
    await app.forgetLimits()
    const expected = idsOfSlugs(PLACES.filter(isFound).map(({ slug }) => slug))
    expect(expected.length).toBeGreaterThan(0)
    if (query !== '') expect(expected.length).toBeLessThan(PLACES.length)
    // The API sorts by id, and takes no other order.
    const unsorted = query.replace(/&tri=\w+/, '')
    expect(await listed(`/lieux${query}`), 'the list').toEqual(expected)
    expect(await mapped(query), 'the map').toEqual(expected)
    expect(await filed(query), 'the file').toEqual(expected)
    expect(await drawn(query), 'the GeoJSON file').toEqual(expected)
    expect(await told(unsorted), 'the API').toEqual(expected)
    expect(await listed(`/embed/carte${with_(query, `cle=${key}`)}`), 'the map on another site').toEqual(
      expected,
    )
  })

  it.each(['/lieux/standard.csv', '/api/v1/places', '/lieux/carte/points'])(
    'ce qui est ouvert à présent est une autre réponse le soir, sans que rien ait été écrit (%s, DIR-84)',
    async (path) => {
      await app.forgetLimits()
      app.moveTo('2026-06-17')
      const asked = `${path}?ouvert=maintenant&departement=14`
      const noon = await ask(asked)
      expect(await noon.text()).toContain('Atelier C Caen')
      const held = { 'if-none-match': noon.headers.get('etag') ?? '' }
      const again = () => app.app.request(`http://localhost:3000${asked}`, { headers: held })
      expect((await again()).status).toBe(304)
      app.clock.moveTo(laterBy(app.clock.now(), 6 * 3600))
      const evening = await again()
      expect(evening.status).toBe(200)
      expect(await evening.text()).not.toContain('Atelier C Caen')
    },
  )
})
