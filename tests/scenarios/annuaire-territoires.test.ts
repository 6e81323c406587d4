import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportOf, type PlaceId } from '../../src/modules/places/index.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { type Browser, read, useApp } from '../support.ts'

// Un territoire qu’aucun code ne dit : une liste de communes et d’intercommunalités, sous un nom.

const app = useApp()
const settings = '/reglages/territoires'
const own = `${settings}/pays-de-coutances`
let officer: Browser
const places: Record<'coutances' | 'agon' | 'granville' | 'voisin', PlaceId> = {} as never

beforeAll(async () => {
  const { db } = app.services
  const { estuaire, baie } = app.networks
  officer = await app.signIn('officer')
  const at = { address: '1 rue du Port', services: ['everyday-tools' as const] }
  const coutances = { ...at, commune: 'Coutances', inseeCode: '50147', postalCode: '50200' }
  places.coutances = await addPlace(db, estuaire, {
    ...{
      ...coutances,
      slug: 'coutances',
      name: 'Médiathèque de Coutances',
      latitude: 49.05,
      longitude: -1.44,
    },
  })
  places.agon = await addPlace(db, estuaire, {
    ...{ ...at, commune: 'Agon-Coutainville', inseeCode: '50003', postalCode: '50230' },
    ...{ slug: 'agon', name: 'Mairie d’Agon', latitude: 49.04, longitude: -1.57 },
  })
  places.granville = await addPlace(db, estuaire, {
    ...{ ...at, commune: 'Granville', inseeCode: '50218', postalCode: '50400' },
    ...{ slug: 'granville', name: 'Atelier de Granville', latitude: 48.84, longitude: -1.59 },
  })
  places.voisin = await addPlace(db, baie, { ...coutances, slug: 'voisin', name: 'Lieu de la baie' })
})

const ask = (path: string) => app.app.request(`http://localhost:3000${path}`)
const titles = async (path: string) => (await read(await ask(path))).texts('.row-title')
const idsOfFile = async (path: string) =>
  (parse(await (await ask(path)).text(), { columns: true }) as { id: string }[]).map(({ id }) => id).sort()
const both = () => [places.coutances, places.agon].sort()

async function piecesOf(written: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for await (const piece of written) pieces.push(piece)
  return pieces
}

describe('nommer un territoire (DIR-63)', () => {
  it('une commune se dit par son nom ou son code ; il se cherche aussitôt partout, avec son nombre de lieux', async () => {
    const empty = await read(await officer.get(settings))
    expect(empty.text).toContain('Aucun territoire n’a encore de nom')
    const made = await officer.post(settings, {
      nom: 'Pays de Coutances',
      membres: 'Coutances\nAgon-Coutainville (50003)',
    })
    expect(made.status).toBe(303)
    const list = await read(await officer.get(settings))
    expect(list.text).toContain('2 communes')
    expect(list.links.find(({ href }) => href === '/lieux?territoire=pays-de-coutances')?.text).toContain('2')

    const filter = (await read(await ask('/lieux'))).links.find(
      ({ href }) => href === '/lieux?territoire=pays-de-coutances',
    )
    expect(filter?.text).toContain('Pays de Coutances')
    expect(filter?.text).toContain('2')
    const found = await read(await ask('/lieux?territoire=pays-de-coutances'))
    expect(found.heading).toBe('2 lieux (Pays de Coutances)')
    expect(found.text).toContain('Pays de Coutances')
    expect(found.text).not.toContain('Atelier de Granville')
  })

  it('la liste, les fichiers, l’API, le flux, la carte et l’export en ligne de commande rendent les mêmes lieux (DIR-65, DIR-82)', async () => {
    const asked = '?territoire=pays-de-coutances'
    expect((await titles(`/lieux${asked}`)).sort()).toEqual(['Mairie d’Agon', 'Médiathèque de Coutances'])
    expect(await idsOfFile(`/lieux/standard.csv${asked}`)).toEqual(both())
    const api = await (await ask(`/api/v1/places${asked}`)).json()
    expect(api.items.map(({ id }: { id: string }) => id).sort()).toEqual(both())
    const map = await (await ask(`/lieux/carte/points${asked}&bbox=-1.7,49,-1.3,49.1&z=12`)).json()
    expect(map.items.map((item: unknown[]) => item[3]).sort()).toEqual(['agon', 'coutances'])
    const written = await exportOf(app.context(), 'http://localhost:3000', {
      ...{ format: 'csv', territory: 'pays-de-coutances', label: null },
    })
    if (typeof written === 'string') throw new Error(written)
    const rows = parse(Buffer.concat(await piecesOf(written)), { columns: true, bom: true })
    expect((rows as { id: string }[]).map(({ id }) => id).sort()).toEqual(both())
  })

  it('ses chiffres ont leur page, et l’API le nomme (DIR-81, DIR-83)', async () => {
    const all = await read(await ask('/statistiques'))
    const link = all.links.find(({ text }) => text === 'Pays de Coutances')
    const figures = await read(await ask(link?.href ?? ''))
    expect(figures.heading).toBe('Statistiques : Pays de Coutances')
    expect(figures.links.find(({ href }) => href.includes('territoire=pays-de-coutances'))).toBeDefined()
    const { items } = await (await ask('/api/v1/territories?kind=territoire')).json()
    expect(items).toEqual([
      { kind: 'territoire', code: 'pays-de-coutances', name: 'Pays de Coutances', places: 2 },
    ])
  })

  it('une intercommunalité y met toutes ses communes, et ce qui change se voit à la demande suivante (DIR-84)', async () => {
    const before = await ask('/lieux/standard.csv?territoire=pays-de-coutances')
    const mark = before.headers.get('etag') ?? ''
    const held = await read(await officer.get(own))
    expect(held.value('membres')).toBe('Agon-Coutainville (50003)\nCoutances (50147)')
    const changed = await officer.post(own, {
      ...{ nom: 'Pays de Coutances', version: held.value('version') ?? '' },
      membres: 'CC de Granville, Terre et Mer (200042604)\nCoutances (50147)',
    })
    expect(changed.status).toBe(303)
    expect((await titles('/lieux?territoire=pays-de-coutances')).sort()).toEqual([
      'Atelier de Granville',
      'Médiathèque de Coutances',
    ])
    const after = await app.app.request(
      'http://localhost:3000/lieux/standard.csv?territoire=pays-de-coutances',
      {
        headers: { 'if-none-match': mark },
      },
    )
    expect(after.status).toBe(200)
  })
})

describe('la carte posée sur un autre site se verrouille sur un territoire nommé (DIR-85)', () => {
  const keys = '/reglages/cartes-integrees'
  const token = async () => /data-cle="([^"]+)"/.exec((await read(await officer.get(keys))).text)?.[1] ?? ''

  it('elle n’en montre que les lieux, et n’en montre pas davantage quand il n’est plus proposé', async () => {
    const site = { nom: 'Ville de Coutances', origines: 'https://www.coutances.example' }
    expect((await officer.post(keys, { ...site, territoire: 'territoire-nulle-part' })).status).toBe(422)
    expect((await officer.post(keys, { ...site, territoire: 'territoire-pays-de-coutances' })).status).toBe(
      303,
    )
    const shown = async () => (await read(await ask(`/embed/carte?cle=${await token()}`))).text
    expect(await shown()).toContain('Pays de Coutances')
    expect(await shown()).toContain('Médiathèque de Coutances')
    expect(await shown()).not.toContain('Mairie d’Agon')

    const sheet = await read(await officer.get(own))
    expect(sheet.text).toContain('Ville de Coutances')
    expect((await officer.post(`${own}/fin`, {})).status).toBe(303)
    expect(await shown()).toContain('Médiathèque de Coutances')
    expect(await shown()).not.toContain('Mairie d’Agon')
    const list = await read(await ask('/lieux?territoire=pays-de-coutances'))
    expect(list.text).toContain(
      'Le filtre de territoire « pays-de-coutances » n’existe pas ; il a été ignoré.',
    )
    expect((await ask('/api/v1/places?territoire=pays-de-coutances')).status).toBe(400)
    expect((await officer.post(`${own}/reprise`, {})).status).toBe(303)
    expect((await ask('/api/v1/places?territoire=pays-de-coutances')).status).toBe(200)
  })
})

describe('ce qui est refusé est expliqué, et ce qui est écrit n’est pas perdu', () => {
  it('une commune inconnue, ou un nom que plusieurs communes portent', async () => {
    const typed = { nom: 'Bocage', membres: 'Atlantide\nSaint-Sauveur' }
    const shown = await read(await officer.post(settings, typed))
    expect(shown.status).toBe(422)
    expect(shown.problems.join(' ')).toContain('« Atlantide »')
    expect(shown.problems.join(' ')).toContain('Plusieurs portent ce nom : « Saint-Sauveur »')
    expect(shown.value('membres')).toBe(typed.membres)
  })

  it('un nom déjà pris, même autrement écrit', async () => {
    const shown = await read(await officer.post(settings, { nom: 'PAYS DE COUTANCES', membres: 'Granville' }))
    expect(shown.status).toBe(422)
    expect(shown.problems.join(' ')).toContain('porte déjà ce nom')
  })

  it('deux personnes à la fois : la seconde voit ce que la première a enregistré, et garde son texte', async () => {
    const other = await app.signIn('officer')
    const version = (await read(await officer.get(own))).value('version') ?? ''
    const same = { nom: 'Pays de Coutances', version }
    expect((await other.post(own, { ...same, membres: 'Coutances (50147)' })).status).toBe(303)
    const late = await read(await officer.post(own, { ...same, membres: 'Granville (50218)' }))
    expect(late.status).toBe(409)
    expect(late.value('membres')).toBe('Granville (50218)')
    expect(late.texts('main li').join(' ')).toContain('Coutances (50147)')
    const again = await officer.post(own, {
      ...{ nom: 'Pays de Coutances', version: late.value('version') ?? '', membres: 'Granville (50218)' },
    })
    expect(again.status).toBe(303)
  })
})

describe('chacun chez soi', () => {
  it('un autre réseau ne le connaît pas, et une lectrice ne le change pas', async () => {
    expect((await ask('/n/baie/api/v1/places?territoire=pays-de-coutances')).status).toBe(400)
    const reader = await app.signIn('reader')
    expect((await reader.get(own)).status).toBe(200)
    expect((await reader.post(`${own}/fin`, {})).status).toBe(403)
    expect((await app.visitor().get(settings)).status).not.toBe(200)
  })

  it('le journal garde qui a nommé, modifié, retiré et repris', async () => {
    const rows = await app.database.db
      .selectFrom('platform.journal')
      .where('action', 'like', 'territory.%')
      .select('action')
      .distinct()
      .orderBy('action')
      .execute()
    expect(rows.map(({ action }) => action)).toEqual([
      'territory.changed',
      'territory.ended',
      'territory.made',
      'territory.reopened',
    ])
  })
})
