import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { changePlace, lockPlaces } from '../../src/modules/places/data/life/place.store.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import { addPlace, addShownLabel, type TestPlace } from '../../src/modules/places/testing.ts'
import { compareNetwork } from '../../src/modules/places/use-cases/duplicates/compare-network.ts'
import { duplicatesPaths as paths } from '../../src/modules/places/web/duplicates/duplicates.paths.ts'
import { type Browser, read, useApp } from '../support.ts'

// Un agent de la tête du réseau trouve deux fiches pour un même lieu : de la comparaison à la fusion, et retour.

const held = useApp()

const LIBRARY: TestPlace = {
  name: 'Médiathèque Simone-Veil',
  commune: 'Valmer',
  postalCode: '50999',
  inseeCode: '50502',
  address: '12 rue des Tilleuls',
  latitude: 49.1163,
  longitude: -1.0907,
  phone: '+33233000001',
  services: ['administrative-procedures'],
  source: 'Fichier régional',
}
const TWIN: TestPlace = {
  ...LIBRARY,
  name: 'Mediatheque Simone Veil',
  address: '12, rue des Tilleuls',
  services: ['everyday-tools'],
  openingHours: 'Mo-Fr 09:00-12:00',
  source: 'Fichier national',
}

let streets = 0

/** Two sheets of one place, of their own street and name: nothing of another test resembles them. */
async function twins(more: { one?: TestPlace; other?: TestPlace } = {}) {
  streets += 1
  const town = { address: `${streets} rue ${NAMES[streets]}`, name: `Atelier ${NAMES[streets]}`, phone: null }
  const add = (place: TestPlace, slug: string) =>
    addPlace(held.database.db, held.networks.estuaire, { ...place, ...town, slug: `${slug}-${streets}` })
  const one = await add({ ...LIBRARY, ...more.one }, 'atelier')
  const other = await add({ ...TWIN, ...more.other }, 'atelier-bis')
  await compare()
  return { one, other, slugs: [`atelier-${streets}`, `atelier-bis-${streets}`] as const }
}
const NAMES =
  'zéro abricotiers bouleaux cerisiers dahlias églantiers fougères genêts hortensias iris jacinthes'.split(
    ' ',
  )

function compare() {
  return compareNetwork(held.database.db, held.networks.estuaire, held.clock.now())
}

async function pairPage(browser: Browser, one: PlaceId, other: PlaceId, keep = one) {
  const page = await read(await browser.get(paths.pair('', one, other, keep)))
  const sent: Record<string, string> = {}
  for (const input of page.document.querySelectorAll(`form[action$="/fusion"] input`)) {
    const isOff = input.getAttribute('type') === 'radio' && !input.hasAttribute('checked')
    if (!isOff && input.getAttribute('type') !== 'checkbox')
      sent[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
  }
  return { page, sent }
}

async function merge(browser: Browser, one: PlaceId, other: PlaceId, more: Record<string, string> = {}) {
  const { sent } = await pairPage(browser, one, other)
  const answer = await browser.post(paths.merge('', one, other), { ...sent, ...more })
  return { answer, at: answer.headers.get('location') ?? '' }
}

function rowOf(id: PlaceId) {
  return held.database.db
    .selectFrom('places.place')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function queue(browser: Browser, query = '') {
  return read(await browser.get(`/lieux/doublons${query}`))
}

describe('un doublon est trouvé et fusionné', () => {
  it('la paire est dans la file avec ses raisons, filtrée par territoire et par source (DIR-44)', async () => {
    const { one, other } = await twins()
    const officer = await held.signIn('officer')
    const page = await queue(officer, '?departement=50&source=Fichier+national')
    expect(page.links.map(({ href }) => href)).toContain(paths.pair('', one, other))
    expect(page.text).toMatch(/mêmes noms, même adresse, 0 m/i)
    const elsewhere = await queue(officer, '?departement=33')
    expect(elsewhere.links.map(({ href }) => href)).not.toContain(paths.pair('', one, other))
    const possible = await queue(officer, '?surete=possible')
    expect(possible.links.map(({ href }) => href)).not.toContain(paths.pair('', one, other))
  })

  it('la fusion garde ce qui est choisi, et les listes réunies par défaut (DIR-44, DIR-47)', async () => {
    const { one, other } = await twins()
    const officer = await held.signIn('officer')
    const { page, sent } = await pairPage(officer, one, other)
    expect(sent).toMatchObject({ garder_services: 'both', garder_openingHours: 'duplicate' })
    expect(page.text).toContain('Du lundi au vendredi')
    const { answer } = await merge(officer, one, other)
    expect(answer.status).toBe(303)
    const kept = await rowOf(one)
    expect([...kept.services].sort()).toEqual(['administrative-procedures', 'everyday-tools'])
    expect(kept.opening_hours).toBe('Mo-Fr 09:00-12:00')
    expect(await rowOf(other)).toMatchObject({ status: 'merged', merged_into: one })
  })

  it('l’ancienne adresse et l’ancien numéro mènent pour toujours à la fiche gardée (DIR-2, DIR-3, DIR-47)', async () => {
    const { one, other, slugs } = await twins()
    const officer = await held.signIn('officer')
    await held.database.db
      .insertInto('places.former_slug')
      .values({ network_id: held.networks.estuaire, slug: `${slugs[1]}-ancien`, place_id: other })
      .execute()
    await merge(officer, one, other)
    for (const address of [slugs[1], `${slugs[1]}-ancien`, other, one]) {
      const answer = await held.visitor().get(`/lieux/${address}`)
      expect([answer.status, answer.headers.get('location')]).toEqual([301, `/lieux/${slugs[0]}`])
    }
  })

  it('un label donné au doublon est porté par la fiche gardée (LAB-37, DIR-8)', async () => {
    const { one, other, slugs } = await twins()
    await addShownLabel(held.database.db, held.networks.estuaire, other, {
      code: 'epn',
      name: 'EPN Estuaire',
    })
    const officer = await held.signIn('officer')
    const { at } = await merge(officer, one, other)
    expect((await read(await held.visitor().get(`/lieux/${slugs[0]}`))).text).toContain('EPN Estuaire')
    await officer.post(`${at}/annulation`, { motif: '' })
    expect((await read(await held.visitor().get(`/lieux/${slugs[0]}`))).text).not.toContain('EPN Estuaire')
    expect((await read(await held.visitor().get(`/lieux/${slugs[1]}`))).text).toContain('EPN Estuaire')
  })

  it('annulée plus tard, chacun retrouve ce qu’il avait ; ce qui a changé depuis reste (DIR-47)', async () => {
    const { one, other, slugs } = await twins()
    const officer = await held.signIn('officer')
    const { at } = await merge(officer, one, other, { motif: 'même enseigne' })
    await held.database.db.transaction().execute(async (tx) => {
      const [row] = await lockPlaces(tx, held.networks.estuaire, [one])
      const told = { saidBy: 'staff', by: null, at: held.clock.now(), act: 'edited' } as const
      if (row) await changePlace(tx, row, { opening_hours: 'Sa 10:00-12:00' }, told)
    })
    const shown = await read(await officer.get(at))
    expect(shown.text).toContain('reste : Horaires')
    const undone = await officer.post(`${at}/annulation`, { motif: 'deux étages, deux lieux' })
    expect(undone.status).toBe(303)
    const [kept, back] = [await rowOf(one), await rowOf(other)]
    expect(kept).toMatchObject({ opening_hours: 'Sa 10:00-12:00', services: ['administrative-procedures'] })
    expect(back).toMatchObject({ status: 'published', merged_into: null, opening_hours: 'Mo-Fr 09:00-12:00' })
    for (const slug of slugs) expect((await held.visitor().get(`/lieux/${slug}`)).status).toBe(200)
  })

  it('un rattachement fait depuis la fusion va où le dit la personne qui l’annule (DIR-47)', async () => {
    const { one, other } = await twins()
    const officer = await held.signIn('officer')
    const { at } = await merge(officer, one, other)
    const tie = await anOperator(one)
    const page = await read(await officer.get(at))
    expect(page.text).toContain('Rattachements faits depuis la fusion')
    await officer.post(`${at}/annulation`, { rendre: tie })
    const row = await held.database.db
      .selectFrom('places.organisation_place')
      .select('place_id')
      .where('id', '=', tie)
      .executeTakeFirst()
    expect(row?.place_id).toBe(other)
  })

  it('les certains se fusionnent par liste, au nom de qui les coche (DIR-45)', async () => {
    const [a, b] = [await twins(), await twins()]
    const officer = await held.signIn('officer')
    const page = await read(await officer.get('/lieux/doublons/certains'))
    const ticks = [...page.document.querySelectorAll('input[name="paire"]')].flatMap(
      (input) => input.getAttribute('value') ?? [],
    )
    const mine = ticks.filter((value) => [a.one, b.one].some((id) => value.includes(id)))
    expect(mine).toHaveLength(2)
    expect((await officer.post('/lieux/doublons/certains', { paire: mine })).status).toBe(303)
    const merges = await held.database.db
      .selectFrom('places.merge')
      .select(['merged_by'])
      .where('duplicate_id', 'in', [a.one, a.other, b.one, b.other])
      .execute()
    expect(merges.map(({ merged_by: by }) => by !== null)).toEqual([true, true])
  })
})

describe('ce qui n’est pas fusionné', () => {
  it('« ce ne sont pas les mêmes » vaut pour toujours, jusqu’à une nouvelle adresse (DIR-46)', async () => {
    const { one, other } = await twins()
    const officer = await held.signIn('officer')
    const seen = { vu_un: '1', vu_autre: '1', raison: 'Deux services à la même porte' }
    expect((await officer.post(paths.distinction('', one, other), seen)).status).toBe(303)
    await held.database.db
      .updateTable('places.place')
      .set({ detail: 'réimporté' })
      .where('id', '=', one)
      .execute()
    await compareNetwork(held.database.db, held.networks.estuaire, held.clock.now(), { whole: true })
    const there = async () =>
      (await queue(officer)).links.some(({ href }) => href === paths.pair('', one, other))
    expect(await there()).toBe(false)
    await held.database.db
      .updateTable('places.place')
      .set({ pivot: '21500502300011' })
      .where('id', '=', other)
      .execute()
    await compare()
    expect(await there()).toBe(true)
    const { page } = await pairPage(officer, one, other)
    expect(page.text).toContain('Deux services à la même porte')
  })

  it('la fiche gardée hérite de ce qu’on a distingué du doublon (DIR-46)', async () => {
    const { one, other } = await twins()
    const third = await addPlace(held.database.db, held.networks.estuaire, {
      ...(await facts(one)),
      slug: `tiers-${streets}`,
    })
    await compare()
    const officer = await held.signIn('officer')
    await officer.post(paths.distinction('', other, third), { vu_un: '1', vu_autre: '1', raison: 'à côté' })
    await merge(officer, one, other)
    await compare()
    const [low, high] = [one, third].sort()
    const links = (await queue(officer)).links.map(({ href }) => href)
    expect(links).not.toContain(paths.pair('', low as PlaceId, high as PlaceId))
  })

  it('trois lieux enchaînés ne se fusionnent pas sans que chaque paire soit vue (DIR-45)', async () => {
    const { one, other } = await twins()
    const third = await addPlace(held.database.db, held.networks.estuaire, {
      ...(await facts(one)),
      slug: `trois-${streets}`,
    })
    await compare()
    const officer = await held.signIn('officer')
    const list = await read(await officer.get('/lieux/doublons/certains'))
    const values = [...list.document.querySelectorAll('input[name="paire"]')].map((input) =>
      input.getAttribute('value'),
    )
    expect(values.filter((value) => [one, other, third].some((id) => value?.includes(id)))).toEqual([])
    const { page } = await pairPage(officer, one, other)
    expect(page.text).toContain('D’autres fiches ressemblent à ces deux-là')
    const forced = await officer.post('/lieux/doublons/certains', { paire: `${one}:${other}:1:1` })
    expect(forced.status).toBe(422)
    expect((await rowOf(other)).merged_into).toBeNull()
  })

  it('deux labels de même nom sont montrés, et aucun n’est perdu (DIR-47)', async () => {
    const { one, other } = await twins()
    for (const id of [one, other])
      await addShownLabel(held.database.db, held.networks.estuaire, id, { code: 'epn', name: 'EPN Estuaire' })
    const officer = await held.signIn('officer')
    const { answer } = await merge(officer, one, other)
    const page = await read(answer)
    expect([page.status, page.problems[0]]).toEqual([422, expect.stringContaining('EPN Estuaire')])
    expect((await merge(officer, one, other, { labels_vus: 'oui' })).answer.status).toBe(303)
    const awards = await held.database.db
      .selectFrom('labels.shown_label')
      .select('award_id')
      .where('place_id', '=', one)
      .execute()
    expect(awards).toHaveLength(2)
  })

  it('une fiche modifiée pendant la lecture n’est pas fusionnée à l’aveugle (DIR-47)', async () => {
    const { one, other } = await twins()
    const officer = await held.signIn('officer')
    const { sent } = await pairPage(officer, one, other)
    await held.database.db
      .updateTable('places.place')
      .set({ summary: 'neuf' })
      .where('id', '=', other)
      .execute()
    const answer = await read(await officer.post(paths.merge('', one, other), sent))
    expect(answer.status).toBe(422)
    expect(answer.problems[0]).toContain('a changé pendant votre lecture')
  })

  it('deux agents fusionnent en même temps : un seul le fait (DIR-47)', async () => {
    const { one, other } = await twins()
    const [first, second] = [await held.signIn('officer'), await held.signIn('officer')]
    const [{ sent }, inverse] = [await pairPage(first, one, other), await pairPage(second, one, other, other)]
    const answers = await Promise.all([
      first.post(paths.merge('', one, other), sent),
      second.post(paths.merge('', one, other), inverse.sent),
    ])
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1)
    const rows = [await rowOf(one), await rowOf(other)]
    expect(rows.filter(({ merged_into: into }) => into !== null)).toHaveLength(1)
  })
})

describe('qui n’en a pas le droit', () => {
  it('un partenaire ne voit ni la file ni une paire ; un lecteur voit et ne fusionne pas', async () => {
    const { one, other } = await twins()
    const [partner, reader] = [await held.signIn('partner'), await held.signIn('reader')]
    expect((await partner.get('/lieux/doublons')).status).toBe(403)
    expect((await reader.get(paths.pair('', one, other))).status).toBe(200)
    expect((await reader.post(paths.merge('', one, other), { gardee: one })).status).toBe(403)
  })

  it('un autre réseau n’a pas cette paire', async () => {
    const { one, other } = await twins()
    const neighbour = await held.signIn('officer', { network: held.networks.baie })
    expect((await neighbour.get(paths.pair('/n/baie', one, other))).status).toBe(404)
  })
})

async function facts(id: PlaceId): Promise<TestPlace> {
  const { name, commune, postal_code, insee_code, address, latitude, longitude } = await rowOf(id)
  return { name, commune, postalCode: postal_code, inseeCode: insee_code, address, latitude, longitude }
}

async function anOperator(place: PlaceId) {
  const { db } = held.database
  const organisation = newId<'organisation'>()
  const now = held.clock.now()
  await db
    .insertInto('identity.organisation')
    .values({
      id: organisation,
      network_id: held.networks.estuaire,
      name: 'Commune',
      kind: 'commune',
      created_at: now,
    })
    .execute()
  const id = newId<'organisation-place'>()
  await db
    .insertInto('places.organisation_place')
    .values({
      ...{ id, network_id: held.networks.estuaire, place_id: place, organisation_id: organisation },
      ...{ role: 'operates', from_day: '2026-06-17' as never, recorded_at: now },
    })
    .execute()
  return id
}
