import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltClient, buildClient, firstMapData, pageWeight } from '../scripts/page-weight.ts'
import { addPlace } from '../src/modules/places/testing.ts'
import { useApp } from './support.ts'

const KILOBYTE = 1024
const app = useApp()
let client: BuiltClient
let place: string

/** Thirty places that say a little of everything: more than a page of the list. */
beforeAll(async () => {
  client = buildClient()
  for (let number = 1; number <= 30; number += 1)
    place = await addPlace(app.services.db, app.networks.estuaire, {
      ...{ slug: `lieu-pese-${number}`, name: `Médiathèque des Salines ${number}`, commune: 'Saint-Lô' },
      ...{ inseeCode: '50502', postalCode: '50000', address: `${number} rue des Tilleuls` },
      ...{ latitude: 49 + number / 50, longitude: -1 - number / 70, phone: '+33199000001' },
      ...{ openingHours: 'Mo-Fr 09:00-12:00,14:00-17:00', services: ['administrative-procedures'] },
      ...{ summary: 'Un lieu imaginaire, dont la page est pesée.' },
    })
}, 120_000)
afterAll(() => rm(client.folder, { recursive: true }))

describe('what a page of the directory weighs, compressed, with its sheets and scripts (DIR-92)', () => {
  it.each(['/lieux?vue=carte', '/lieux?vue=les-deux'])(
    'at most 120 KB for the map %s, its ground and first points included',
    async (path) => {
      const visitor = app.visitor()
      const html = await (await visitor.get(path)).text()
      expect(html).toContain('data-island="places/map"')
      const weight = pageWeight(html, client) + (await firstMapData(html, (at) => visitor.get(at)))
      expect(weight).toBeLessThanOrEqual(120 * KILOBYTE)
      // Leaflet alone is more than that: the weight of the map was counted.
      expect(weight).toBeGreaterThan(40 * KILOBYTE)
    },
  )

  it.each(['/', '/lieux', '/lieux/lieu-pese-1', '/lieux/lieu-pese-1/signaler'])(
    'at most 60 KB for %s',
    async (path) => {
      const answer = await app.visitor().get(path)
      expect(answer.status).toBe(200)
      expect(pageWeight(await answer.text(), client)).toBeLessThanOrEqual(60 * KILOBYTE)
    },
  )

  it.each(['/lieux/nouveau', '/lieux/:id/modifier/horaires', '/lieux/imports/nouveau'])(
    'at most 60 KB for the form %s',
    async (path) => {
      const officer = await app.signIn('officer')
      const answer = await officer.get(path.replace(':id', place))
      expect(answer.status).toBe(200)
      expect(pageWeight(await answer.text(), client)).toBeLessThanOrEqual(60 * KILOBYTE)
    },
  )
})
