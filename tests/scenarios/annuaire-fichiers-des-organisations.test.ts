import { beforeAll, describe, expect, it } from 'vitest'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import {
  type StandardRow,
  standardColumns,
} from '../../src/modules/places/domain/standard/standard-columns.ts'
import { aGoodRow } from '../../src/modules/places/domain/testing.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { runBy } from '../../src/modules/places/testing-life.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

// DIR-73: une organisation crée ou met à jour ses lieux par un fichier, que la tête de réseau relit toujours.

const app = useApp()
let [ours, theirs] = ['', ''] as unknown as [OrganisationId, OrganisationId]
let [partner, stranger, officer] = [] as unknown as [Browser, Browser, Browser]
let [library, bus] = ['', ''] as unknown as [PlaceId, PlaceId]
const gap = { commune: 'Gap', postalCode: '05000', inseeCode: '05061' }

beforeAll(async () => {
  const { db, network, now } = app.context()
  const fields = { kind: 'association', siret: null, commune: 'Gap' } as const
  ours = await addOrganisation(db, network.id, { ...fields, name: 'Les Rives' }, now)
  theirs = await addOrganisation(db, network.id, { ...fields, name: 'Les Crêtes' }, now)
  partner = await app.signIn('partner', { organisation: ours })
  stranger = await app.signIn('partner', { organisation: theirs })
  officer = await app.signIn('officer')
  library = await addPlace(db, network.id, {
    ...{ ...gap, name: 'Médiathèque des Rives', slug: 'mediatheque-des-rives-05061' },
    ...{ address: '1 quai des Rives', phone: '+33199000001', summary: 'Au bord de l’eau.' },
  })
  bus = await addPlace(db, network.id, {
    ...{ ...gap, name: 'Bus des Crêtes', slug: 'bus-des-cretes-05061' },
    ...{ address: '8 route des Crêtes', phone: '+33199000008' },
  })
  await runBy(app.context(), library, ours)
  await runBy(app.context(), bus, theirs)
})

function file(...rows: Partial<StandardRow>[]): File {
  const lines = rows.map((row) => standardColumns.map((column) => `"${row[column] ?? ''}"`).join(','))
  return new File([[standardColumns.join(','), ...lines].join('\n')], 'nos-lieux.csv')
}

const row = (change: Partial<StandardRow>): Partial<StandardRow> => ({
  ...{ commune: 'Gap', code_postal: '05000', code_insee: '05061' },
  ...change,
})
const known = row({
  ...{ id: 'mediatheque-des-rives-05061', nom: 'Médiathèque des Rives', adresse: '1 quai des Rives' },
  telephone: '01 99 00 00 02',
})
const ludo = row({
  id: 'neuf',
  nom: 'Ludothèque du Pré',
  adresse: '5 chemin du Pré',
  horaires: 'Tu 14:00-17:00; Sa 10:00-12:00',
})

async function sent(browser: Browser, some: File): Promise<string> {
  const answer = await browser.post('/lieux/imports/nouveau', { fichier: some })
  expect(answer.status).toBe(303)
  const address = answer.headers.get('location') ?? ''
  await app.runJobs()
  return address
}

const place = (id: PlaceId) =>
  app.database.db.selectFrom('places.place').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const named = (name: string) =>
  app.database.db.selectFrom('places.place').select(['id', 'slug']).where('name', '=', name).execute()
const mails = async (subject: string) =>
  (await app.database.db.selectFrom('platform.mail').selectAll().execute()).filter((mail) =>
    mail.subject.includes(subject),
  )

describe('une organisation envoie ses lieux par un fichier (DIR-73)', () => {
  it('lit son rapport, l’envoie à la relecture ; rien n’est publié avant l’accord', async () => {
    const address = await sent(partner, file(known, ludo))
    const report = await read(await partner.get(address))
    expect(report.text).toContain('Envoyer à la relecture')
    expect(report.text).toContain('01 99 00 00 01 → 01 99 00 00 02')
    expect(report.text).not.toContain('Publier')
    // Nobody publishes what its organisation still reads.
    expect((await officer.post(`${address}/publication`, {})).status).toBe(422)
    expect((await partner.post(`${address}/relecture`, {})).status).toBe(303)
    await app.runJobs()
    expect((await place(library)).phone).toBe('+33199000001')
    expect(await named('Ludothèque du Pré')).toEqual([])
    expect(await mails('Les Rives vous envoie un fichier de lieux')).not.toEqual([])

    const review = await read(await officer.get(address))
    expect(review.text).toContain('Envoyé par Les Rives')
    expect(review.text).toContain('Ludothèque du Pré')
    expect((await officer.post(`${address}/publication`, {})).status).toBe(303)
    await app.runJobs()
    expect(await place(library)).toMatchObject({ phone: '+33199000002', summary: 'Au bord de l’eau.' })
    const [made] = await named('Ludothèque du Pré')
    expect((await read(await partner.get('/lieux/mes-lieux'))).text).toContain('Ludothèque du Pré')
    expect((await app.visitor().get(`/lieux/${made?.slug}`)).status).toBe(200)
    expect(await mails('Votre fichier de lieux est publié')).toHaveLength(1)
    // What follows does not wait for the night, nor for somebody to search.
    const { db } = app.database
    expect(
      await db
        .selectFrom('places.hours')
        .select('compiled_on')
        .where('words', '=', 'Tu 14:00-17:00; Sa 10:00-12:00')
        .execute(),
    ).toEqual([{ compiled_on: app.context().today }])
    expect(await db.selectFrom('places.comparison_due').selectAll().execute()).toEqual([])
    const changes = await app.visitor().get('/api/v1/changes')
    expect(await changes.text()).toContain(made?.id)
  })

  it('renvoyé tel quel, le fichier ne change rien, et retrouve les lieux qu’il a créés', async () => {
    const address = await sent(partner, file(ludo, known))
    const report = await read(await partner.get(address))
    expect(report.text).toContain('n’apporte rien de nouveau')
    expect((await partner.post(`${address}/abandon`, {})).status).toBe(303)
  })

  it('refusé, elle lit pourquoi, et ses lieux restent comme ils étaient', async () => {
    const address = await sent(partner, file({ ...known, telephone: '01 99 00 00 03' }))
    await partner.post(`${address}/relecture`, {})
    expect((await officer.post(`${address}/refus`, { motif: ' ' })).status).toBe(422)
    expect(
      (await officer.post(`${address}/refus`, { motif: 'Ce numéro est celui de la mairie.' })).status,
    ).toBe(303)
    await app.runJobs()
    const page = await read(await partner.get(address))
    expect(page.text).toContain('Ce numéro est celui de la mairie.')
    expect((await place(library)).phone).toBe('+33199000002')
    expect((await mails('n’est pas publié'))[0]?.body).toContain('Ce numéro est celui de la mairie.')
    expect((await officer.post(`${address}/publication`, {})).status).toBe(422)
    const acts = await app.database.db
      .selectFrom('platform.journal')
      .select('action')
      .where('subject_id', '=', address.split('/').at(-1) ?? '')
      .execute()
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['import.received', 'import.submitted', 'import.returned']),
    )
  })

  it('annulé, il retire les lieux qu’il a créés, et ne les rattache plus', async () => {
    const address = await sent(partner, file(row({ id: 'bref', nom: 'Halte brève', adresse: '9 rue Brève' })))
    await partner.post(`${address}/relecture`, {})
    await officer.post(`${address}/publication`, {})
    await app.runJobs()
    expect(await named('Halte brève')).toHaveLength(1)
    expect((await partner.post(`${address}/annulation`, {})).status).toBe(403)
    expect((await officer.post(`${address}/annulation`, {})).status).toBe(303)
    expect(await named('Halte brève')).toEqual([])
    expect((await officer.post(`${address}/retablissement`, {})).status).toBe(303)
    expect((await read(await partner.get('/lieux/mes-lieux'))).text).toContain('Halte brève')
  })
})

describe('elle ne touche ni ne voit ce qui n’est pas à elle (DIR-11, DIR-73)', () => {
  it('une ligne qui parle du lieu d’une autre est refusée, qu’elle le nomme ou lui ressemble', async () => {
    const byAddress = row({ id: 'bus-des-cretes-05061', nom: 'Bus à nous', adresse: '8 route des Crêtes' })
    const byId = row({ id: bus, nom: 'Bus encore', adresse: '8 route des Crêtes' })
    const alike = row({
      ...{ id: 'x', nom: 'Bus des Crêtes', adresse: '8 route des Crêtes', telephone: '01 99 00 00 08' },
    })
    const address = await sent(partner, file(byAddress, byId, alike))
    const report = await (await partner.get(`${address}/rapport.csv`)).text()
    expect(report.match(/not-yours/g)).toHaveLength(3)
    expect(report).toContain('votre organisation ne le tient pas')
    expect(report).not.toContain('like-known')
    const page = await read(await partner.get(address))
    expect(page.text).not.toContain('01 99 00 00 08 →')
    expect((await partner.post(`${address}/abandon`, {})).status).toBe(303)
    expect(await place(bus)).toMatchObject({ name: 'Bus des Crêtes', version: 1 })
  })

  it('un lieu qu’elle ne tient plus à la publication n’est pas touché', async () => {
    const address = await sent(partner, file({ ...known, telephone: '01 99 00 00 04' }))
    await partner.post(`${address}/relecture`, {})
    await app.database.db
      .updateTable('places.organisation_place')
      .set({ until_day: app.context().today })
      .where('place_id', '=', library)
      .execute()
    await app.database.db
      .updateTable('places.organisation_place')
      .set({ from_day: '2020-01-01' as never })
      .where('place_id', '=', library)
      .execute()
    await officer.post(`${address}/publication`, {})
    await app.runJobs()
    expect((await place(library)).phone).toBe('+33199000002')
    expect((await read(await partner.get(address))).text).toContain(
      '1 (elles ne peuvent pas devenir un lieu)',
    )
  })

  it('le fichier d’une organisation n’existe pas pour une autre, ni ceux de la tête de réseau', async () => {
    const address = await sent(partner, file(row({ id: 'z', nom: 'Café Zinc', adresse: '2 rue du Zinc' })))
    for (const part of ['', '/rapport.csv', '/lignes-refusees.csv', '/colonnes'])
      expect((await stranger.get(`${address}${part}`)).status).toBe(404)
    for (const part of ['/relecture', '/abandon', '/arret'])
      expect((await stranger.post(`${address}${part}`, {})).status).toBe(404)
    expect((await read(await stranger.get('/lieux/imports'))).text).not.toContain('nos-lieux.csv')
    const received = await officer.post('/lieux/imports/nouveau', {
      ...{ fichier: file(aGoodRow({ id: 'q' })), source: 'Préfecture' },
    })
    const heads = received.headers.get('location') ?? ''
    expect((await partner.get(heads)).status).toBe(404)
    expect((await partner.post(`${heads}/relecture`, {})).status).toBe(404)
    for (const queue of ['attente', 'propositions', 'disparus', 'sources'])
      expect((await partner.get(`/lieux/imports/${queue}`)).status).toBe(403)
    for (const act of ['publication', 'refus', 'annulation'])
      expect((await partner.post(`${address}/${act}`, { motif: 'x' })).status).toBe(403)
    expect(
      (await partner.post('/lieux/imports/nouveau', { adresse: 'https://example.org/x.csv' })).status,
    ).toBe(422)
  })
})
