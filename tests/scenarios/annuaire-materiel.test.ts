import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { anInventory, aUnit, type Lent } from '../../src/modules/equipment/testing.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { type Browser, read, useApp } from '../support.ts'

// Ce qu’on peut emprunter dans un lieu : sur sa fiche, et parmi les filtres de l’annuaire.

const app = useApp()
let officer: Browser
let lent: Lent
const asked = '?equipement=R%C3%A9alit%C3%A9+virtuelle'

beforeAll(async () => {
  const { db } = app.services
  const { estuaire } = app.networks
  const at = { commune: 'Saint-Lô', inseeCode: '50502', postalCode: '50000', address: '1 rue du Port' }
  const point = { latitude: 49.116, longitude: -1.09 }
  await addPlace(db, estuaire, { ...at, ...point, slug: 'preteur', name: 'Maison du prêt' })
  await addPlace(db, estuaire, { ...at, ...point, slug: 'autre', name: 'Médiathèque', latitude: 49.12 })
  const head = { name: 'Maison du numérique', kind: 'association', siret: null, commune: 'Saint-Lô' } as const
  const owner = await addOrganisation(db, estuaire, head, app.context().now)
  officer = await app.signIn('officer', { organisation: owner })
  lent = await anInventory(app.context(), { owner })
})

const ask = (path: string) => app.app.request(`http://localhost:3000${path}`)
const desk = () => `/materiel/gestion/${lent.inventoryId}/guichets/${lent.deskId}`

async function showTo(whom: 'public' | 'members') {
  await app.database.db
    .updateTable('equipment.inventory')
    .set({ shown_to: whom })
    .where('id', '=', lent.inventoryId)
    .execute()
}

/** The places that a parameter finds, wherever it is asked. */
async function foundEverywhere() {
  const csv = parse(await (await ask(`/lieux/standard.csv${asked}`)).text(), { columns: true })
  const api = await (await ask(`/api/v1/places${asked}`)).json()
  const map = await (await ask(`/lieux/carte/points${asked}&bbox=-1.1,49.11,-1.08,49.13&z=16`)).json()
  const feed = await (await ask(`/lieux/flux.json${asked}`)).json()
  return {
    list: (await read(await ask(`/lieux${asked}`))).texts('.row-title'),
    file: (csv as { nom: string }[]).map(({ nom }) => nom),
    api: api.items.map(({ standard }: { standard: { nom: string } }) => standard.nom),
    map: map.items.map((item: unknown[]) => item[4]),
    feed: feed.items.map(({ title }: { title: string }) => title),
  }
}

describe('le matériel prêté dans un lieu (DIR-63, DIR-72)', () => {
  it('rien ne se dit tant que personne ne prête à la vue de tous', async () => {
    expect((await read(await ask('/lieux'))).text).not.toContain('Matériel prêté')
    const typed = { fiche: 'http://localhost:3000/lieux/preteur' }
    expect((await officer.post(`${desk()}/lieu`, typed)).status).toBe(303)
    expect((await read(await ask('/lieux/preteur'))).text).not.toContain('Matériel à emprunter')
    expect((await ask(`/api/v1/places${asked}`)).status).toBe(400)
  })

  it('dit les sortes de matériel d’un inventaire montré à tous, ni combien ni à qui', async () => {
    await showTo('public')
    const page = await read(await ask('/lieux/preteur'))
    expect(page.text).toContain('Matériel à emprunter')
    expect(page.links.find(({ text }) => text.startsWith('Réalité virtuelle'))?.href).toBe(`/lieux${asked}`)
    expect(page.text).not.toContain('VR-1')
    expect(page.text).not.toContain('Casque VR')
    expect((await read(await ask('/lieux/autre'))).text).not.toContain('Matériel à emprunter')
  })

  it('se cherche avec son nombre de lieux, et rend les mêmes lieux en liste, carte, fichier, flux et API', async () => {
    const filter = (await read(await ask('/lieux'))).links.find(({ href }) => href === `/lieux${asked}`)
    expect(filter?.text).toContain('Réalité virtuelle')
    expect(filter?.text).toContain('1')
    const only = ['Maison du prêt']
    expect(await foundEverywhere()).toEqual({ list: only, file: only, api: only, map: only, feed: only })
  })

  it('suit le stock dès la demande suivante, sur la fiche, la carte et son étiquette de version (DIR-84)', async () => {
    const points = `/lieux/carte/points${asked}&bbox=-1.1,49.11,-1.08,49.13&z=16`
    const mark = (await ask(points)).headers.get('etag') ?? ''
    const other = await app.database.db
      .selectFrom('places.place')
      .select('id')
      .where('slug', '=', 'autre')
      .executeTakeFirstOrThrow()
    const second = await anInventory(app.context(), { name: 'Second' })
    await app.database.db
      .updateTable('equipment.inventory')
      .set({ shown_to: 'public' })
      .where('id', '=', second.inventoryId)
      .execute()
    await app.database.db
      .updateTable('equipment.desk')
      .set({ place_id: other.id })
      .where('id', '=', second.deskId)
      .execute()
    const again = await app.app.request(`http://localhost:3000${points}`, {
      headers: { 'if-none-match': mark },
    })
    expect(again.status).toBe(200)
    expect((await again.json()).items).toHaveLength(2)
    // What is broken is lent by nobody.
    await app.database.db
      .updateTable('equipment.unit')
      .set({ lifecycle: 'in_repair' })
      .where('inventory_id', '=', second.inventoryId)
      .execute()
    expect((await (await ask(points)).json()).items).toHaveLength(1)
  })

  it('une sorte que personne ne prête est dite, jamais ignorée (DIR-64)', async () => {
    const list = await read(await ask('/lieux?equipement=Fus%C3%A9e'))
    expect(list.text).toContain('Le filtre de matériel « Fusée » n’existe pas ; il a été ignoré.')
    expect((await ask('/api/v1/places?equipement=Fus%C3%A9e')).status).toBe(400)
  })

  it('une pièce qui ne se prête qu’avec sa malle n’est pas proposée seule', async () => {
    const { db } = app.database
    const model = { ...lent, model: lent.model }
    const kit = await aUnit(app.context(), model, 'MALLE-1', { isKit: true })
    await aUnit(app.context(), model, 'PIECE-1', { kitId: kit, lentAlone: false })
    await db
      .updateTable('equipment.unit')
      .set({ lifecycle: 'retired' })
      .where('id', '<>', kit)
      .where('asset_number', '<>', 'PIECE-1')
      .execute()
    await db.updateTable('equipment.unit').set({ lifecycle: 'in_repair' }).where('id', '=', kit).execute()
    expect((await read(await ask('/lieux/preteur'))).text).not.toContain('Matériel à emprunter')
    await db.updateTable('equipment.unit').set({ lifecycle: 'in_service' }).where('id', '=', kit).execute()
    expect((await read(await ask('/lieux/preteur'))).text).toContain('Matériel à emprunter')
  })
})

describe('le guichet et son lieu', () => {
  it('une adresse qui ne mène à aucun lieu est refusée, et ce qui est écrit reste', async () => {
    const shown = await read(
      await officer.post(`${desk()}/lieu`, { fiche: 'https://ailleurs.example/lieux/x' }),
    )
    expect(shown.status).toBe(422)
    expect(shown.problems.join(' ')).toContain('Aucun lieu de l’annuaire n’a cette adresse')
    expect(shown.value('fiche')).toBe('https://ailleurs.example/lieux/x')
  })

  it('une fois retiré, la fiche n’en dit plus rien ; qui ne tient pas l’inventaire ne le change pas', async () => {
    expect((await (await app.signIn('partner')).post(`${desk()}/lieu`, { fiche: '' })).status).toBe(404)
    expect((await officer.post(`${desk()}/lieu`, { fiche: '' })).status).toBe(303)
    expect((await read(await ask('/lieux/preteur'))).text).not.toContain('Matériel à emprunter')
  })
})
