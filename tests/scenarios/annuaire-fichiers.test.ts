import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { allJobs } from '../../src/jobs.ts'
import { newId } from '../../src/kernel/id.ts'
import { laterBy } from '../../src/kernel/instant.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { sayByOwner } from '../../src/modules/places/testing-freshness.ts'
import { createDatabase } from '../../src/platform/db/database.ts'
import { read, useApp, words } from '../support.ts'

const app = useApp()
const AT = '/api/v1'
const CSV = '/lieux/standard.csv'
let media: PlaceId
/** What was asked of the database since somebody emptied it. */
const statements: string[] = []

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const get = (path: string, headers: Record<string, string> = {}) =>
  app.app.request(`http://localhost:3000${path}`, { headers })
// biome-ignore lint/suspicious/noExplicitAny: a test looks at what JSON it was given
const json = async (path: string): Promise<any> => (await get(path)).json()
const readsPlaces = () => statements.filter((sql) => /"places"\."place"|places\.place\b/.test(sql))
const written = async () =>
  (await query("select id from places.open_file where format = 'csv' order by made_at")).rows.length
const later = (minutes: number) => app.clock.moveTo(laterBy(app.clock.now(), minutes * 60))

beforeAll(async () => {
  app.services.db = createDatabase(app.database.pool, (sql) => statements.push(sql))
  const { db } = app.services
  const { estuaire } = app.networks
  const gap = { commune: 'Gap', inseeCode: '05061', postalCode: '05000', address: '3 rue du Mazel' }
  media = await addPlace(db, estuaire, {
    ...{ ...gap, slug: 'mediatheque-de-gap', name: 'Médiathèque de Gap', latitude: 44.56, longitude: 6.08 },
    updatedOn: '2026-05-04' as never,
  })
  await addPlace(db, estuaire, {
    ...gap,
    slug: 'atelier',
    name: 'Atelier des Alpes',
    address: '5 rue Pasteur',
  })
  await addShownLabel(db, estuaire, media, { code: 'epn', name: 'EPN Essai', until: '2026-09-01' })
})

describe('Les fichiers entiers, à leurs adresses stables (DIR-86)', () => {
  it('sont écrits une fois pour tous ceux qui les demandent tant que l’annuaire ne bouge pas', async () => {
    await app.forgetLimits()
    const live = await (await get(CSV)).text()
    await get(CSV)
    expect(await written()).toBe(0)
    await app.runJobs()
    expect(await written()).toBe(1)
    statements.length = 0
    const kept = await get(CSV)
    expect(await kept.text()).toBe(live)
    expect(readsPlaces()).toEqual([])
    const packed = await get(CSV, { 'accept-encoding': 'gzip, br' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toContain('Accept-Encoding')
    expect(gunzipSync(await packed.bytes()).toString()).toBe(live)
    const known = { 'if-none-match': packed.headers.get('etag') ?? '' }
    expect((await get(CSV, known)).status).toBe(304)
    for (const path of ['/lieux/standard.json', '/lieux/lieux.geojson', '/lieux/lieux.xlsx']) {
      const first = await (await get(path)).bytes()
      await app.runJobs()
      const [, again] = [statements.splice(0), await (await get(path)).bytes()]
      expect(Buffer.compare(first, again), path).toBe(0)
      expect(readsPlaces(), path).toEqual([])
    }
  })

  it('ne montrent plus un label retiré dès la demande suivante, et ne se réécrivent qu’au bout d’un quart d’heure (DIR-8)', async () => {
    await app.forgetLimits()
    expect(await (await get(CSV)).text()).toContain('EPN Essai')
    await query("update places.place set name = 'Médiathèque du Champsaur' where id = $1", [media])
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await (await get(CSV)).text()).toContain('Médiathèque du Champsaur')
      await app.runJobs()
    }
    expect(await written()).toBe(1)
    later(15)
    await get(CSV)
    await app.runJobs()
    expect(await written()).toBe(2)
    statements.length = 0
    expect(await (await get(CSV)).text()).toContain('Médiathèque du Champsaur')
    expect(readsPlaces()).toEqual([])
    app.moveTo('2026-09-01')
    const after = await (await get(CSV)).text()
    expect(after).toContain('Médiathèque du Champsaur')
    expect(after).not.toContain('EPN Essai')
    await app.runJobs()
    const { rows } = await query('select count(*)::int as parts from places.open_file_part')
    expect(rows[0].parts).toBeGreaterThan(0)
    expect(await written()).toBe(1)
    app.moveTo('2026-06-17')
  })

  it('deux écritures à la fois n’en laissent qu’une', async () => {
    await query('delete from places.open_file')
    const job = allJobs.find(({ name }) => name === 'places/write-open-file')
    const asked = { network: app.networks.estuaire, format: 'csv' } as never
    await Promise.all([1, 2].map(() => job?.work(app.services, asked)))
    expect(await written()).toBe(1)
  })

  it('un filtre n’est jamais gardé, et une source qui interdit la reprise est comptée au catalogue', async () => {
    await app.forgetLimits()
    const { estuaire } = app.networks
    await query('delete from places.open_file')
    await get(`${CSV}?q=atelier`)
    await app.runJobs()
    expect(await written()).toBe(0)
    for (const [name, isReusable] of [
      ['Fichier fermé', false],
      ['Fichier libre', true],
    ] as const) {
      const place = await addPlace(app.services.db, estuaire, {
        ...{
          name: `Lieu de ${name}`,
          slug: newId(),
          commune: 'Gap',
          postalCode: '05000',
          address: '9 rue A',
        },
        source: name,
      })
      await query(
        `insert into places.source (id, network_id, name, licence, is_reusable, added_at) values ($1, $2, $3, 'ODbL', $4, $5)`,
        [newId(), estuaire, name, isReusable, app.clock.now()],
      )
      await query(
        `insert into places.external_ref (network_id, source, external_id, place_id, fingerprint) values ($1, $2, '1', $3, 'x')`,
        [estuaire, name, place],
      )
    }
    await get(CSV)
    await app.runJobs()
    const file = await (await get(CSV)).text()
    expect(file).toContain('Lieu de Fichier libre')
    expect(file).not.toContain('Lieu de Fichier fermé')
    const { '@graph': things } = await json('/catalogue.jsonld')
    const dataset = things.find((one: Record<string, unknown>) => one['@type'] === 'dcat:Dataset')
    expect(dataset['dct:title']['@value']).toBe('Lieux de médiation numérique d’Estuaire connecté')
    expect(dataset['dct:description']['@value']).toContain('3 lieux où')
    expect(dataset['dct:description']['@value']).toContain('1 lieu n’y est pas')
    expect(dataset['dct:source']).toMatchObject([
      { 'dct:title': { '@value': 'Fichier libre' }, 'dct:rights': { 'rdfs:label': { '@value': 'ODbL' } } },
    ])
    expect(await (await get('/catalogue.ttl')).text()).toContain('rdfs:label "ODbL"@fr')
    const page = await read(await app.visitor().get('/donnees-ouvertes'))
    expect(page.text).toContain('L’annuaire d’Estuaire connecté se reprend')
    expect(page.text).toContain('reprise interdite')
  })
})

describe('Le badge de fraîcheur hors des pages (DIR-59)', () => {
  it('l’API, le flux des changements, le GeoJSON, la liste et le panneau de la carte disent le même', async () => {
    await app.forgetLimits()
    const before = await get(`${AT}/places`)
    const { cursor } = await json(`${AT}/changes`)
    expect((await json(`${AT}/places/${media}`)).freshness).toBeNull()
    await sayByOwner(app.context(), media)
    const etag = before.headers.get('etag') ?? ''
    expect((await get(`${AT}/places`, { 'if-none-match': etag })).status).toBe(200)
    const text = 'Informations confirmées le 17 juin 2026'
    const told = { kind: 'confirmed', on: '2026-06-17', months: null, text }
    const { items } = await json(`${AT}/places`)
    expect(items.find(({ id }: { id: string }) => id === media).freshness).toEqual(told)
    expect((await json(`${AT}/places/${media}?fields=nom`)).freshness).toEqual(told)
    expect((await json(`${AT}/changes?since=${cursor}`)).items).toMatchObject([
      { id: media, place: { freshness: told } },
    ])
    const { features } = await json('/lieux/lieux.geojson')
    expect(features).toMatchObject([
      { id: media, properties: { fraicheur: text, confirme_le: '2026-06-17' } },
    ])
    for (const path of ['/lieux?q=mediatheque', '/lieux/carte/panneau?q=mediatheque'])
      expect(words(await (await get(path)).text()), path).toContain(text)
    app.moveTo('2027-01-20')
    expect((await json(`${AT}/places/${media}`)).freshness).toMatchObject({ kind: 'silent', months: 7 })
    app.moveTo('2026-06-17')
  })
})

describe('Ce que l’on relit sans que rien n’ait bougé, et à quel rythme (DIR-84)', () => {
  it('un 304 ne lit aucun lieu, quelle que soit l’adresse', async () => {
    await app.forgetLimits()
    for (const path of [
      `${AT}/places`,
      `${AT}/places?services=maitrise-des-outils-numeriques-du-quotidien`,
      ...['labels', 'sources', 'territories'].map((name) => `${AT}/${name}`),
      '/lieux/standard.csv?commune=05061',
      '/catalogue.jsonld',
      '/lieux/carte/points?bbox=5,44,7,45&z=8',
    ]) {
      await query('update places.place set summary = $1 where id = $2', [path, media])
      statements.length = 0
      const first = await get(path)
      await first.arrayBuffer()
      if (path === `${AT}/places`) expect(readsPlaces(), 'a list that changed is read').not.toEqual([])
      const etag = first.headers.get('etag')
      expect(etag, path).toBeTruthy()
      statements.length = 0
      expect((await get(path, { 'if-none-match': etag ?? '' })).status, path).toBe(304)
      expect(readsPlaces(), path).toEqual([])
    }
  })

  it('soixante demandes par minute et dix fichiers par heure pour un client sans compte ; un autre client passe', async () => {
    await app.forgetLimits()
    const statuses = new Set<number>()
    for (let turn = 0; turn < 60; turn += 1) statuses.add((await get(`${AT}/places?limit=1`)).status)
    expect([...statuses]).toEqual([200])
    const refused = await get(`${AT}/places?limit=1`)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    // The files and the pages are counted apart.
    expect((await get('/lieux')).status).toBe(200)
    for (let turn = 0; turn < 10; turn += 1) expect((await get(CSV)).status).toBe(200)
    const full = await get(CSV)
    expect(full.status).toBe(429)
    expect(Number(full.headers.get('retry-after'))).toBeLessThanOrEqual(3600)
    const officer = await app.signIn('officer')
    expect((await officer.get(CSV)).status).toBe(200)
    later(1)
    expect((await get(`${AT}/places?limit=1`)).status).toBe(200)
    expect((await get(CSV)).status).toBe(429)
    later(60)
    expect((await get(CSV)).status).toBe(200)
  })

  it('robots.txt laisse les pages ouvertes et ferme ce que des filtres combinent', async () => {
    const closed = [...(await (await get('/robots.txt')).text()).matchAll(/^Disallow: (.+)$/gm)].map(
      ([, pattern = '']) => new RegExp(`^${pattern.replace(/[.?+^()|[\]]/g, '\\$&').replaceAll('*', '.*')}`),
    )
    const isOpen = (path: string) => !closed.some((pattern) => pattern.test(path))
    for (const path of [
      ...[
        '/',
        '/lieux',
        '/lieux/mediatheque-de-gap',
        '/lieux?commune=05061',
        '/lieux?page=2',
        '/donnees-ouvertes',
      ],
      ...[
        '/n/baie/lieux/un-lieu',
        '/lieux/standard.csv',
        '/catalogue.jsonld',
        '/sitemap.xml',
        '/statistiques',
      ],
    ])
      expect(isOpen(path), path).toBe(true)
    for (const path of [
      ...[
        '/lieux?services=a&commune=05061',
        '/lieux?services=a&services=b',
        '/lieux?q=gap',
        '/lieux?tri=distance',
      ],
      ...[
        '/n/baie/lieux?labels=a&page=3',
        '/lieux?bbox=1,2,3,4',
        '/lieux/carte/points?z=4',
        '/lieux/impression?q=a',
      ],
      ...['/lieux/standard.csv?commune=05061', '/lieux/lieux.geojson?q=a'],
    ])
      expect(isOpen(path), path).toBe(false)
  })
})
