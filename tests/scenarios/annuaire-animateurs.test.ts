import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { aCard, worksAt } from '../../src/modules/facilitators/testing.ts'
import { readChanges } from '../../src/modules/federation/use-cases/read-changes.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { latestPerson } from '../../src/modules/privacy/testing.ts'
import type { PersonId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp()
const OWN = '/compte/fiche-animateur'
let facilitator: Browser
let person: { id: PersonId; name: string; email: string }
let slug: string

beforeAll(async () => {
  const { db } = app.services
  facilitator = await app.signIn('facilitator')
  const { id, name, email } = await latestPerson(app)
  person = { id: id as PersonId, name: name ?? '', email }
  await db
    .updateTable('identity.person')
    .set({ phone: '06 00 00 00 01' })
    .where('id', '=', person.id)
    .execute()
  const place = await addPlace(db, app.networks.estuaire, { name: 'Maison des usages', commune: 'Gap' })
  await worksAt(db, { network: app.networks.estuaire, person: person.id, place })
  const row = await db
    .selectFrom('places.place')
    .select('slug')
    .where('id', '=', place)
    .executeTakeFirstOrThrow()
  slug = row.slug
})

const text = async (path: string, who: Browser = app.visitor()) => (await (await who.get(path)).text()) ?? ''

describe('Une animatrice et ce qu’elle montre', () => {
  it('retire son accord pour son téléphone : il n’est plus nulle part à la lecture suivante (DIR-78, scénario 36)', async () => {
    const shown = { name: 'public', phone: 'public', places: 'public' } as const
    await facilitator.post(OWN, aCard(shown))
    const officer = await app.signIn('officer')
    const everywhere = async () => [
      await text(`/animateurs/${person.id}`),
      await text('/api/v1/facilitators'),
      await text('/animateurs/export.csv', officer),
    ]
    for (const seen of await everywhere()) expect(seen).toContain('06 00 00 00 01')
    await facilitator.post(OWN, { ...aCard({ name: 'public', places: 'public' }), vu: '1' })
    const elsewhere = [
      '/animateurs',
      `/lieux/${slug}`,
      '/lieux/standard.json',
      '/lieux/lieux.geojson',
      `/api/v1/places?q=${encodeURIComponent(person.name)}`,
    ]
    for (const seen of [...(await everywhere()), ...(await Promise.all(elsewhere.map((path) => text(path))))])
      expect(seen.replace(/[\s\u00a0]/g, '')).not.toMatch(/0600000001|\+33600000001/)
    expect(await text('/animateurs?q=0600000001')).not.toContain(person.id)
  })

  it('n’est dans rien de ce qui part vers d’autres réseaux, quoi qu’elle montre ici (DIR-88, scénario 36)', async () => {
    const reader = { id: newId<'peer'>(), departments: [] }
    const feed = (await readChanges(app.context(), reader, 'https://reseau.example', '')) ?? ''
    expect(feed).toContain('Maison des usages')
    for (const words of [person.name, person.email, person.id]) expect(feed).not.toContain(words)
  })

  it('paraît sur la page de son lieu tant qu’elle le veut et qu’elle y travaille (DIR-72, DIR-78)', async () => {
    expect(await text(`/lieux/${slug}`)).toContain(person.name)
    await facilitator.post(OWN, { ...aCard({ name: 'public', places: 'network' }), vu: '2' })
    expect(await text(`/lieux/${slug}`)).not.toContain(person.name)
  })

  it('choisit les membres : les visiteurs ne voient rien d’elle (DIR-78, scénario 36)', async () => {
    await facilitator.post(OWN, { ...aCard({ name: 'network', email: 'network' }), vu: '3' })
    const member = await app.signIn('partner')
    expect(await text(`/animateurs/${person.id}`, member)).toContain(person.email)
    expect((await app.visitor().get(`/animateurs/${person.id}`)).status).toBe(404)
    for (const path of ['/animateurs', '/api/v1/facilitators', `/lieux/${slug}`])
      expect(await text(path)).not.toContain(person.name)
  })

  it('quitte le réseau : un an plus tard sa fiche est effacée, et le rapport de la nuit le dit (DIR-79)', async () => {
    const { db } = app.services
    await db
      .updateTable('identity.membership')
      .set({ until_day: app.clock.today() })
      .where('person_id', '=', person.id)
      .execute()
    expect((await read(await app.visitor().get('/animateurs'))).text).not.toContain(person.name)
    const { facilitatorsRetention } = await import('../../src/modules/facilitators/index.ts')
    const forget = async () =>
      (await Promise.all(facilitatorsRetention.map((rule) => rule.apply(app.services))))[0]
    app.moveTo('2027-06-10')
    expect(await forget()).toBe(0)
    app.moveTo('2027-06-25')
    expect(await forget()).toBe(1)
    expect(await forget()).toBe(0)
  })
})
