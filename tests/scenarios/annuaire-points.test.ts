import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addressService } from '../../src/modules/places/data/geocoding/address-service.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { locatePlaces } from '../../src/modules/places/use-cases/geocoding/locate-places.ts'
import { read, useApp } from '../support.ts'

// Un service d’adresses factice, de la forme de la Base adresse nationale, sur la boucle locale.
const app = useApp()
const answers = new Map<string, { score: number; citycode: string; type?: string }>()
let asked: string[] = []
let isDown = false
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const q = searchParams.get('q') ?? ''
  asked.push(q)
  if (isDown) return response.writeHead(503).end()
  const answer = answers.get(q)
  const features = answer
    ? [
        {
          geometry: { coordinates: [-1.0906, 49.1157] },
          properties: { label: q, type: 'housenumber', ...answer },
        },
      ]
    : []
  return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ features }))
})
let service = ''

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  service = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
})
afterAll(() => server.close())
beforeEach(() => {
  asked = []
})

const locate = () => locatePlaces({ db: app.database.db, now: app.clock.now() }, addressService(service))

async function pointOf(id: PlaceId) {
  return app.database.db
    .selectFrom('places.place')
    .select(['latitude', 'point_precision as precision'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

function aPlaceAt(address: string, inseeCode = '50502') {
  return addPlace(app.database.db, app.networks.estuaire, {
    ...{ name: `Lieu du ${address}`, address, commune: 'Saint-Lô', postalCode: '50000', inseeCode },
  })
}

describe('un service d’adresses choisi par l’hébergeur', () => {
  it('DIR-56 : place ce dont il est sûr dans la commune, propose le reste, et n’est interrogé qu’une fois', async () => {
    answers.set('8 rue du Port 50000 Saint-Lô', { score: 0.92, citycode: '50502' })
    answers.set('9 rue du Port 50000 Saint-Lô', { score: 0.95, citycode: '50129' })
    const sure = await aPlaceAt('8 rue du Port')
    const elsewhere = await aPlaceAt('9 rue du Port')
    const unknown = await aPlaceAt('Lieu-dit perdu')
    expect(await locate()).toEqual({ written: 1, proposed: 1, left: 1 })
    expect(await pointOf(sure)).toEqual({ latitude: 49.1157, precision: 'street' })
    expect((await pointOf(elsewhere)).latitude).toBeNull()
    expect((await pointOf(unknown)).latitude).toBeNull()
    expect(asked).toHaveLength(3)
    expect(await locate()).toEqual({ written: 0, proposed: 0, left: 0 })
    await aPlaceAt('8 RUE DU PORT')
    await locate()
    expect(asked).toHaveLength(3)
  })

  it('DIR-56 : une proposition se décide à la main', async () => {
    const officer = await app.signIn('officer')
    const page = await read(await officer.get('/lieux/points'))
    expect(page.text).toContain('Lieu du 9 rue du Port')
    expect(page.text).not.toContain('Lieu-dit perdu')
    const { id } = await app.database.db
      .selectFrom('places.place')
      .select('id')
      .where('name', '=', 'Lieu du 9 rue du Port')
      .executeTakeFirstOrThrow()
    expect((await officer.post(`/lieux/points/${id}`, { reponse: 'oui' })).status).toBe(303)
    expect(await pointOf(id)).toEqual({ latitude: 49.1157, precision: 'street' })
    expect((await officer.post(`/lieux/points/${id}`, { reponse: 'non' })).status).toBe(404)
    expect((await officer.post('/lieux/points/inconnu', { reponse: 'oui' })).status).toBe(404)
  })

  it('DIR-56 : en panne, il est laissé en paix de plus en plus longtemps, et rien d’autre ne s’arrête', async () => {
    const place = await aPlaceAt('10 rue du Port')
    isDown = true
    await locate()
    expect(asked).toHaveLength(1)
    await locate()
    expect(asked).toHaveLength(1)
    expect((await app.visitor().get('/lieux')).status).toBe(200)
    isDown = false
    answers.set('10 rue du Port 50000 Saint-Lô', { score: 0.9, citycode: '50502' })
    app.moveTo('2026-06-18')
    await locate()
    expect((await pointOf(place)).latitude).toBe(49.1157)
  })
})
