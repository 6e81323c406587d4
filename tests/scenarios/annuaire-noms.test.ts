import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { aCard, worksAt } from '../../src/modules/facilitators/testing.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { latestPerson } from '../../src/modules/privacy/testing.ts'
import type { OrganisationId, PersonId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp()
const CARD = '/compte/fiche-animateur'
let facilitator: Browser
let workshop: PlaceId

beforeAll(async () => {
  const { db } = app.services
  const { estuaire } = app.networks
  workshop = await addPlace(db, estuaire, { name: 'Atelier des Roseaux', commune: 'Ici' })
  await addPlace(db, estuaire, { name: 'Autre lieu', commune: 'Ici' })
  facilitator = await app.signIn('facilitator')
  const person = await latestPerson(app)
  await db
    .updateTable('identity.person')
    .set({ given_name: 'Zéphyrine', family_name: 'Lacombe-Test' })
    .where('id', '=', person.id)
    .execute()
  await worksAt(db, { network: estuaire, person: person.id as PersonId, place: workshop })
})

const list = async (q: string, path = '/lieux') => {
  const page = await read(await app.visitor().get(`${path}?q=${encodeURIComponent(q)}`))
  return [...page.document.querySelectorAll('.row-title')].map(({ textContent }) =>
    (textContent ?? '').trim(),
  )
}
const told = async (q: string) => {
  const answer = await app.visitor().get(`/api/v1/places?q=${encodeURIComponent(q)}`)
  const { items } = (await answer.json()) as { items: unknown[] }
  return items.length
}

describe('une personne cherche un lieu par un nom qui s’y rattache (DIR-61)', () => {
  it('celui d’une animatrice, tant qu’elle le montre à tous : l’accord retiré agit à la demande suivante (DIR-78)', async () => {
    const shown = { name: 'public', places: 'public' } as const
    expect(await list('zephyrine')).toEqual([])
    await facilitator.post(CARD, aCard(shown))
    for (const text of ['zephyrine', 'Lacombe', 'zephyrine lacombe test', 'zéphy'])
      expect(await list(text)).toEqual(['Atelier des Roseaux'])
    expect(await list('zephyrine dupont')).toEqual([])
    expect(await told('zephyrine')).toBe(1)
    const marks = () =>
      Promise.all(
        ['/api/v1/places?q=zephyrine', '/lieux/carte/points?q=zephyrine'].map(
          async (path) => (await app.visitor().get(path)).headers.get('etag') ?? path,
        ),
      )
    const held = await marks()
    expect(await marks()).toEqual(held)
    await facilitator.post(CARD, { ...aCard({ name: 'network', places: 'public' }), vu: '1' })
    expect(await list('zephyrine')).toEqual([])
    expect(await told('zephyrine')).toBe(0)
    const now = await marks()
    for (const [at, mark] of now.entries()) expect(mark).not.toBe(held[at])
    await facilitator.post(CARD, { ...aCard(shown), vu: '2' })
    expect(await list('zephyrine')).toEqual(['Atelier des Roseaux'])
  })

  it('et plus dès qu’elle n’y travaille plus', async () => {
    const { db } = app.services
    const until = { until_day: app.clock.today() }
    await db.updateTable('places.person_place').set(until).where('place_id', '=', workshop).execute()
    expect(await list('zephyrine')).toEqual([])
  })

  it('celui de l’organisation qui le tient, tant qu’elle le tient', async () => {
    const { db } = app.services
    const { estuaire } = app.networks
    const fields = { name: 'Les Passeurs d’Écrans', kind: 'association', siret: null, commune: 'Ici' }
    const now = '2026-01-01T00:00:00Z' as never
    const organisation = (await addOrganisation(db, estuaire, fields, now)) as OrganisationId
    const place = await addPlace(db, estuaire, { name: 'Halle du Quai', commune: 'Ici' })
    expect(await list('passeurs ecrans')).toEqual([])
    const tie = { network_id: estuaire, place_id: place, organisation_id: organisation, role: 'operates' }
    await db
      .insertInto('places.organisation_place')
      .values({ ...tie, id: newId(), from_day: '2026-01-01' as never, recorded_at: now })
      .execute()
    expect(await list('passeurs ecrans')).toEqual(['Halle du Quai'])
    expect(await list('passeurs', '/n/baie/lieux')).toEqual([])
    expect(await told('passeurs')).toBe(1)
    await db
      .updateTable('places.organisation_place')
      .set({ until_day: app.clock.today() })
      .where('place_id', '=', place)
      .execute()
    expect(await list('passeurs ecrans')).toEqual([])
  })

  it('celui de la structure que la source a écrite', async () => {
    await addPlace(app.services.db, app.networks.estuaire, {
      name: 'Le Bocal',
      commune: 'Ici',
      parentOrganisation: 'Mission des Alizés',
    })
    expect(await list('mission alizes')).toEqual(['Le Bocal'])
  })

  it('son ancien nom, et celui d’un label qu’il porte, même mal accentués', async () => {
    const { db } = app.services
    const place = await addPlace(db, app.networks.estuaire, { name: 'Cybercentre Élan', commune: 'Ici' })
    await db.updateTable('places.place').set({ name: 'La Verrière' }).where('id', '=', place).execute()
    await addShownLabel(db, app.networks.estuaire, place, {
      code: 'phares',
      name: 'Phares Numériques',
      until: '2026-07-01',
    })
    expect(await list('cybercentre elan')).toEqual(['La Verrière'])
    expect(await list('phares numeriques')).toEqual(['La Verrière'])
    app.moveTo('2026-07-01')
    expect(await list('phares numeriques')).toEqual([])
    app.moveTo('2026-06-17')
  })
})
