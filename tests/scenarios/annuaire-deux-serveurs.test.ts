import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import type { Instant } from '../../src/kernel/instant.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { useTestDatabase } from '../../src/platform/db/testing.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../src/platform/session/actor.ts'
import { brickTheme } from '../../src/ui/demo-themes.ts'
import { type AppProcess, sessionOf, startApp, urlOf } from '../app-process.ts'
import { read } from '../support.ts'

// Deux vrais serveurs, chacun sa mémoire, l’un réglé sur l’heure d’Auckland ; une seule base.

const database = useTestDatabase()
const folder = join(tmpdir(), `deux-serveurs-${process.pid}`)
const NOW = '2026-06-17T08:00:00Z' as Instant
const GAP = { commune: 'Gap', inseeCode: '05061', postalCode: '05000', address: '3 rue du Mazel' }

let one: AppProcess
let two: AppProcess
let cookie = ''
let place: PlaceId

beforeAll(async () => {
  const account = await anOfficer()
  const settings = {
    ...{ DATABASE_URL: urlOf(database.address), DATA_DIR: folder, MAILLAGE_TODAY: '2026-06-17' },
    ...{ MAILLAGE_ROLE: 'web', MAILLAGE_SECRET: Buffer.alloc(48, 7).toString('base64') },
  }
  one = startApp({ ...settings, TZ: 'UTC' })
  two = startApp({ ...settings, TZ: 'Pacific/Auckland' })
  await Promise.all([one.ready(), two.ready()])
  cookie = sessionOf(await one.post('/connexion/demonstration', { compte: account }))
}, 120_000)

afterAll(async () => {
  await Promise.all([one, two].map((app) => app?.end('SIGKILL')))
  await rm(folder, { recursive: true, force: true })
})

/** The network, its officer, a place that changes and another that does not; the membership of the officer. */
async function anOfficer() {
  const { db } = database
  const [network, organisation, person] = [
    newId<'network'>() as NetworkId,
    newId<'organisation'>() as OrganisationId,
    newId<'person'>() as PersonId,
  ]
  await db
    .insertInto('identity.network')
    .values({
      ...{ id: network, slug: 'essai', name: 'Essai', head_name: 'Région', is_default: true },
      ...{ theme: JSON.stringify(brickTheme), created_at: NOW },
    })
    .execute()
  await db
    .insertInto('identity.organisation')
    .values({ id: organisation, network_id: network, name: 'Région', kind: 'region', created_at: NOW })
    .execute()
  await db
    .insertInto('identity.person')
    .values({
      ...{ id: person, given_name: 'Camille', family_name: 'Essai', email: 'camille@example.fr' },
      ...{ email_verified: true, created_at: NOW },
    })
    .execute()
  const membership = newId<'membership'>()
  await db
    .insertInto('identity.membership')
    .values({
      ...{ id: membership, network_id: network, person_id: person, organisation_id: organisation },
      ...{ role: 'officer', from_day: day('2020-01-01') },
    })
    .execute()
  const point = { latitude: 44.56, longitude: 6.08, openingHours: 'Mo-Su 00:00-24:00; PH 00:00-24:00' }
  place = await addPlace(db, network, { ...GAP, ...point, slug: 'atelier', name: 'Atelier zéro' })
  await addPlace(db, network, {
    ...{ ...GAP, slug: 'samedi', name: 'Permanence du samedi', openingHours: 'Sa 10:00-12:00' },
    ...{ address: '5 rue du Mazel', latitude: 44.6, longitude: 6.1 },
  })
  return membership
}

/** Everything that says the name of the place to anybody. */
const views = () => [
  `/lieux/atelier`,
  '/lieux?q=gap',
  '/lieux/impression?q=gap',
  '/lieux/carte/points?bbox=6.07,44.55,6.09,44.57&z=17',
  '/lieux/standard.csv',
  '/lieux/standard.json',
  '/lieux/lieux.geojson',
  '/lieux/flux.json?q=gap',
  `/api/v1/places/${place}`,
  '/api/v1/places?departement=05',
]

let asked = 0

/** Each time from another connection: a server keeps the files of a day from one alone. */
function get(app: AppProcess, path: string, held = ''): Promise<Response> {
  asked += 1
  const from = `198.51.${Math.floor(asked / 250)}.${asked % 250}`
  return app.get(path, '', { 'x-forwarded-for': from, ...(held && { 'if-none-match': held }) })
}

/** What is read there, at a new address too. */
async function seen(app: AppProcess, path: string): Promise<string> {
  const answer = await get(app, path)
  return answer.status === 301 ? seen(app, answer.headers.get('location') ?? '') : answer.text()
}

/** Changes the sheet through one of the servers, as a form does. */
async function changed(through: AppProcess, section: string, typed: Record<string, string>): Promise<void> {
  const address = `/lieux/${place}/modifier/${section}`
  const { document } = await read(await through.get(address, cookie))
  const held: Record<string, string> = {}
  for (const field of document.querySelectorAll(
    'main input:not([type=checkbox]):not([type=radio]), main textarea',
  )) {
    const name = field.getAttribute('name') ?? ''
    if (name !== '' && name !== 'suite') held[name] = field.getAttribute('value') ?? field.textContent ?? ''
  }
  const answer = await through.post(address, { ...held, ...typed }, '203.0.113.1', cookie)
  expect(answer.status, await answer.text()).toBe(303)
}

describe('deux serveurs sur une base (DIR-84, scénario 33)', { timeout: 60_000 }, () => {
  it('ce qui est changé par l’un se lit par l’autre à la demande suivante, partout', async () => {
    const turns = [
      [one, two, 'Atelier premier'],
      [two, one, 'Atelier deuxième'],
      [one, two, 'Atelier troisième'],
    ] as const
    let name = 'Atelier zéro'
    for (const [writer, reader, next] of turns) {
      // Each holds in memory what it answered.
      for (const view of views())
        for (const app of [one, two]) expect(await seen(app, view), view).toContain(name)
      await changed(writer, 'identite', { nom: next })
      for (const view of views()) {
        const text = await seen(reader, view)
        expect(text, view).toContain(next)
        // Its page tells its history.
        if (view !== '/lieux/atelier') expect(text, view).not.toContain(name)
      }
      name = next
    }
  })

  it('une liste que rien n’a changée n’est pas renvoyée ; son empreinte vaut pour les deux, et change avec elle', async () => {
    const marked = [
      '/lieux/standard.csv',
      '/api/v1/places',
      '/lieux/carte/points?bbox=6,44,7,45&z=12',
      '/lieux/flux.xml',
    ]
    const etags = new Map<string, string>()
    for (const path of marked) {
      const etag = (await get(one, path)).headers.get('etag') ?? ''
      expect(etag, path).not.toBe('')
      etags.set(path, etag)
      for (const app of [one, two]) {
        const again = await get(app, path, etag)
        expect([again.status, await again.text()], path).toEqual([304, ''])
      }
    }
    await changed(two, 'contact', { telephone: '04 92 53 00 00' })
    for (const path of marked) {
      const answer = await get(one, path, etags.get(path))
      expect([answer.status, answer.headers.get('etag') === etags.get(path)], path).toEqual([200, false])
      expect((await get(two, path, answer.headers.get('etag') ?? '')).status, path).toBe(304)
    }
  })

  it('répondent la même heure, où que la machine se croie (DIR-50)', async () => {
    for (const path of [
      '/lieux?ouvert-le=20/06/2026&ouvert-a=10h30',
      '/lieux?ouvert=samedi',
      '/lieux/samedi',
    ]) {
      const [here, there] = await Promise.all(
        [one, two].map(async (app) => (await read(await app.get(path))).text),
      )
      expect(there, path).toBe(here)
      expect(here, path).toContain('Permanence du samedi')
    }
  })

  it('un lieu fermé par l’un quitte l’autre à la demande suivante', async () => {
    const closing = { date: '17/06/2026', remplacant: '' }
    const answer = await two.post(`/lieux/${place}/fermeture`, closing, '203.0.113.1', cookie)
    expect(answer.status).toBe(303)
    expect((await one.get(`/api/v1/places/${place}`)).status).toBe(410)
    expect(await (await one.get('/lieux?q=gap')).text()).not.toContain('Atelier troisième')
    expect(await (await one.get('/lieux/standard.csv')).text()).not.toContain('Atelier troisième')
  })
})
