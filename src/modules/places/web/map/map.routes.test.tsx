import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { read, useApp, words } from '../../../../../tests/support.ts'
import { IGN_PLAN } from '../../domain/map/base-map.ts'
import { addPlace } from '../../testing.ts'

const app = useApp()
const get = async (path: string) => read(await app.visitor().get(path))
const FRANCE = 'bbox=-5,41,9,51'
const NORMANDY = 'bbox=-1.6,48.9,-0.3,49.3'

/** A stack of 18 at one point in Saint-Lô, one in Coutances, one in Caen, one on La Réunion, one nowhere. */
beforeAll(async () => {
  const { db } = app.services
  const add = (place: Parameters<typeof addPlace>[2]) => addPlace(db, app.networks.estuaire, place)
  const lo = {
    commune: 'Saint-Lô',
    inseeCode: '50502',
    postalCode: '50000',
    latitude: 49.115,
    longitude: -1.09,
  }
  for (let number = 1; number <= 18; number += 1)
    await add({ ...lo, slug: `permanence-${number}`, name: `Permanence ${String(number).padStart(2, '0')}` })
  await add({
    ...{
      commune: 'Coutances',
      inseeCode: '50147',
      postalCode: '50200',
      latitude: 49.048,
      longitude: -1.4456,
    },
    ...{ slug: 'coutances', name: 'Médiathèque de Coutances', openingHours: 'Mo-Su 00:00-24:00' },
    ...{ phone: '+33199000002', address: '1, rue des Unelles' },
  })
  await add({
    ...{ commune: 'Caen', inseeCode: '14118', postalCode: '14000', latitude: 49.18, longitude: -0.37 },
    ...{ slug: 'caen', name: 'Atelier de Caen', openingHours: 'Mo-Su off' },
  })
  await add({
    ...{
      commune: 'Saint-Denis',
      inseeCode: '97411',
      postalCode: '97400',
      latitude: -20.88,
      longitude: 55.45,
    },
    ...{ slug: 'reunion', name: 'Case numérique' },
  })
  await add({ slug: 'nulle-part', name: 'Nulle part' })
})

describe('the same results, seen three ways', () => {
  it('keeps the parameters from the list to the map, the map to the list (DIR-65, DIR-66)', async () => {
    const list = await get('/lieux?q=permanence')
    const switched = list.links.filter(({ href }) => href.startsWith('/lieux?q=permanence'))
    expect(switched.map(({ href }) => href)).toEqual(
      expect.arrayContaining(['/lieux?q=permanence&vue=carte', '/lieux?q=permanence&vue=les-deux']),
    )
    const both = await get('/lieux?q=permanence&vue=les-deux')
    expect(both.heading).toBe(list.heading)
    expect(both.texts('.list-map-list .rows h2')).toEqual(list.texts('.rows h2'))
    expect((await get('/lieux?q=permanence&vue=carte')).texts('.list-map-list .rows h2')).toEqual(
      list.texts('.rows h2'),
    )
  })

  it('keeps the address that the map had', async () => {
    const moved = await app.visitor().get('/lieux/carte?q=permanence')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/lieux?q=permanence&vue=les-deux'])
  })

  it('says that a view does not exist (DIR-64)', async () =>
    expect((await get('/lieux?vue=globe')).text).toContain('globe'))
})

describe('the map without a script', () => {
  it('draws one linked circle for each département, then each EPCI, with its name and count (DIR-71)', async () => {
    const page = await get('/lieux?vue=les-deux')
    const marks = [...page.document.querySelectorAll('a.map-mark')]
    expect(marks.map((mark) => words(mark.getAttribute('aria-label')))).toEqual([
      'Manche : 19 lieux',
      'Calvados : 1 lieu',
    ])
    const manche = marks[0]?.getAttribute('href') ?? ''
    expect(manche).toBe('/lieux?departement=50&vue=les-deux')
    expect(page.texts('.map-words li')).toEqual(['Manche : 19 lieux', 'Calvados : 1 lieu'])
    const inside = await get(manche)
    expect(inside.heading).toContain('19 lieux')
    const closer = [...inside.document.querySelectorAll('a.map-mark')].map((one) =>
      words(one.getAttribute('aria-label')),
    )
    expect(closer).toHaveLength(2)
    expect(closer[0]).toMatch(/ : 18 lieux$/)
    expect(page.document.querySelectorAll('[style]')).toHaveLength(0)
  })

  it('shows the territories overseas in insets, and says what is not on the map (DIR-70)', async () => {
    const page = await get('/lieux?vue=les-deux')
    expect(page.texts('.map-insets li')).toEqual(['France métropolitaine (20)', 'La Réunion (1)'])
    expect(page.text).toContain('1 lieu n’a pas de position connue')
  })

  it('is printed with numbers, addresses, hours, phones and a code to scan (DIR-71)', async () => {
    const page = await get('/lieux/impression?q=coutances')
    expect(page.texts('.map-printed text')).toEqual(['1'])
    expect(page.texts('.printed-places li')[0]).toMatch(
      /Médiathèque de Coutances.*1, rue des Unelles.*01 99 00 00 02.*Tous les jours/,
    )
    expect(page.document.querySelector('.qr-code')).not.toBeNull()
    expect(page.text).toContain('http://localhost:3000/lieux?q=coutances')
  })
})

describe('the points of the map', () => {
  it('come grouped, in reading order, each place with its state (DIR-67)', async () => {
    const { items } = await (await app.visitor().get(`/lieux/carte/points?${NORMANDY}&z=11`)).json()
    expect(items).toEqual([
      [-0.37, 49.18, 1, 'caen', 'Atelier de Caen', 'ferme'],
      [-1.09, 49.115, 18, '', 'Saint-Lô', ''],
      [-1.4456, 49.048, 1, 'coutances', 'Médiathèque de Coutances', 'ouvert'],
    ])
    const wide = await (await app.visitor().get(`/lieux/carte/points?${FRANCE}&z=4`)).json()
    expect(wide.items).toHaveLength(1)
    expect(wide.items[0].slice(2, 4)).toEqual([20, ''])
    expect(wide.items[0][6]).toBeGreaterThan(4)
  })

  it('are the places of the list (DIR-65)', async () => {
    const { items } = await (
      await app.visitor().get(`/lieux/carte/points?q=coutances&${NORMANDY}&z=11`)
    ).json()
    expect(items.map((item: unknown[]) => item[3])).toEqual(['coutances'])
  })

  it('are not sent twice, until something changes (DIR-67, DIR-84)', async () => {
    const ask = (etag: string) =>
      app.app.request(`http://localhost:3000/lieux/carte/points?${FRANCE}&z=6`, {
        headers: { 'if-none-match': etag },
      })
    const etag = (await ask('')).headers.get('etag') ?? ''
    expect((await ask(etag)).status).toBe(304)
    await addPlace(app.services.db, app.networks.estuaire, { slug: 'neuf', name: 'Neuf' })
    expect((await ask(etag)).status).toBe(200)
  })

  it('opens a stack of 18 as a list of its places, by one address (DIR-68)', async () => {
    const answer = await get('/lieux/carte/panneau?bbox=-1.09002,49.11498,-1.08998,49.11502')
    expect(answer.texts('h2')).toEqual(['18 lieux à cette adresse'])
    expect(answer.texts('h3')).toHaveLength(18)
    expect(answer.links[0]?.href).toBe('/lieux/permanence-1')
  })

  it('serves its outlines itself, for ever', async () => {
    const page = await get('/lieux?vue=carte')
    const address =
      page.document.querySelector('[data-island="places/map"]')?.getAttribute('data-outline') ?? ''
    const outline = await app.visitor().get(address)
    expect(outline.headers.get('cache-control')).toContain('immutable')
    expect(gzipSync(await outline.text()).length).toBeLessThan(45_000)
    expect((await app.visitor().get('/lieux/fond-de-carte/0123.json')).status).toBe(404)
  })
})

describe('what is drawn under the places', () => {
  const policyOf = async (path: string) =>
    (await app.visitor().get(path)).headers.get('content-security-policy') ?? ''
  const post = async (fields: Record<string, string>) =>
    (await app.signIn('officer')).post('/reglages/carte', fields)

  it('asks nothing of another site as long as nobody chose so (DIR-70)', async () => {
    expect(await policyOf('/lieux?vue=carte')).toContain("img-src 'self' data: blob:;")
    const page = await get('/lieux?vue=carte')
    expect(page.document.querySelector('[data-island="places/map"]')?.hasAttribute('data-tiles')).toBe(false)
  })

  it('lets the map alone ask the server of the tiles that the network chose, with its attribution (DIR-70)', async () => {
    const answer = await post({ vu: '0', fond: 'ign' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reglages/carte'])
    expect(await policyOf('/lieux?vue=carte')).toContain("img-src 'self' data: blob: https://data.geopf.fr;")
    expect(await policyOf('/lieux')).not.toContain('geopf')
    expect(await policyOf('/n/baie/lieux?vue=carte')).not.toContain('geopf')
    const island = (await get('/lieux?vue=carte')).document.querySelector('[data-island="places/map"]')
    expect(island?.getAttribute('data-tiles')).toBe(IGN_PLAN.tilesUrl)
    expect(island?.getAttribute('data-attribution')).toBe('© IGN')
  })

  it('refuses tiles that are not safe, that belong to nobody, or that say no position', async () => {
    const wrong = {
      vu: '1',
      fond: 'autre',
      adresse: 'http://tuiles.example/{z}/{x}/{y}.png',
      attribution: '',
      zoom: '',
    }
    const page = await read(await post(wrong))
    expect(page.status).toBe(422)
    expect(page.problems).toHaveLength(3)
    expect(page.value('adresse')).toBe(wrong.adresse)
    for (const adresse of [
      'https://tuiles.example/fond.png',
      "https://x.example; script-src 'unsafe-inline'/{z}/{x}/{y}",
      'https://a@b.example/{z}/{x}/{y}',
    ])
      expect((await post({ ...wrong, adresse, attribution: '© Essai', zoom: '19' })).status).toBe(422)
  })

  it('says that somebody changed it meanwhile', async () => {
    const page = await read(await post({ vu: '0', fond: 'contours' }))
    expect(page.status).toBe(422)
    expect(page.problems[0]).toContain('Quelqu’un a changé ce réglage')
    expect((await post({ vu: '1', fond: 'contours' })).status).toBe(303)
    expect(await policyOf('/lieux?vue=carte')).not.toContain('geopf')
  })

  it('is the affair of the head of the network', async () => {
    expect((await (await app.signIn('partner')).get('/reglages/carte')).status).toBe(403)
    const reader = await app.signIn('reader')
    expect(
      (await read(await reader.get('/reglages/carte'))).document.querySelector(
        'form[action="/reglages/carte"]',
      ),
    ).toBeNull()
    expect((await reader.post('/reglages/carte', { vu: '0', fond: 'ign' })).status).toBe(403)
  })
})
