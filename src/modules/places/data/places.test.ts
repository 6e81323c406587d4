import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/context.ts'
import { undone, useTestDatabase } from '../../../platform/db/testing.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { seaTheme } from '../../../ui/demo-themes.ts'
import { addOrganisation } from '../../identity/index.ts'
import { type Asked, askingNothing } from '../domain/search/asked.ts'
import { addPlace, addShownLabel } from '../testing.ts'
import { mapIndex, mapVersion, marksIn } from './map/places.map.ts'
import { findPlace, findPlaces } from './places.queries.ts'
import { directoryVersion } from './places.version.ts'
import { everything as all } from './search/places.filter.ts'
import { searchDirectory } from './search/places.results.ts'

const database = useTestDatabase()
const network: NetworkId = newId()
const elsewhere: NetworkId = newId()
const FRANCE = { west: -6, south: 41, east: 10, north: 52 }

const asked: Asked = askingNothing

function context(today = '2026-06-17', db = database.db): Context {
  return { db, today: day(today), network: { id: network } } as Context
}

async function search(change: Partial<Asked>, today?: string) {
  return searchDirectory(context(today), { ...asked, ...change }, 25)
}

async function names(change: Partial<Asked>, today?: string): Promise<string[]> {
  return (await search(change, today)).places.map(({ name }) => name)
}

beforeAll(async () => {
  const { db } = database
  for (const [id, slug] of [
    [network, 'ici'],
    [elsewhere, 'ailleurs'],
  ] as const) {
    await db
      .insertInto('identity.network')
      .values({
        id,
        slug,
        name: slug,
        head_name: slug,
        theme: JSON.stringify(seaTheme),
        created_at: '2026-01-01T00:00:00Z' as never,
      })
      .execute()
  }
  const gap = { commune: 'GAP', inseeCode: '05061', postalCode: '05000', latitude: 44.56, longitude: 6.08 }
  const saintLo = {
    commune: 'Saint-Lô',
    inseeCode: '50502',
    postalCode: '50000',
    latitude: 49.11,
    longitude: -1.09,
  }
  await addPlace(db, network, {
    ...gap,
    slug: 'mediatheque',
    name: 'Médiathèque de Gap',
    services: ['everyday-tools'],
  })
  await addPlace(db, network, {
    ...gap,
    name: 'Éclat numérique',
    services: ['administrative-procedures', 'everyday-tools'],
  })
  await addPlace(db, network, {
    ...saintLo,
    name: 'Espace œuvre commune',
    services: ['administrative-procedures'],
  })
  await addPlace(db, network, { ...saintLo, name: 'Bibliothèque du Bocage', latitude: null, longitude: null })
  await addPlace(db, network, { ...saintLo, name: 'Maison des impôts' })
  await addPlace(db, network, { ...gap, name: 'Lieu caché', status: 'hidden' })
  await addPlace(db, network, { ...gap, slug: 'ferme', name: 'Lieu fermé', status: 'closed' })
  await addPlace(db, elsewhere, { ...gap, slug: 'autre', name: 'Médiathèque d’un autre réseau' })
})

describe('searching (DIR-61)', () => {
  it.each([
    ['mediatheques', ['Médiathèque de Gap']],
    ['gap', ['Éclat numérique', 'Médiathèque de Gap']],
    ['mediatheque gap', ['Médiathèque de Gap']],
    ['05000', ['Éclat numérique', 'Médiathèque de Gap']],
    ['st lo', ['Bibliothèque du Bocage', 'Espace œuvre commune', 'Maison des impôts']],
    ['œuvre', ['Espace œuvre commune']],
    ['oeuvr', ['Espace œuvre commune']],
    ['manche', ['Bibliothèque du Bocage', 'Espace œuvre commune', 'Maison des impôts']],
    ['bibliotheqe saint lo', ['Bibliothèque du Bocage']],
    ['mediateque', ['Médiathèque de Gap']],
    ['carte grise gap', ['Éclat numérique']],
    // A need, and a name that carries the word.
    ['impots', ['Éclat numérique', 'Espace œuvre commune', 'Maison des impôts']],
  ])('%s', async (text, found) => expect(await names({ text })).toEqual(found))

  it('puts the names that carry the words first, then the French alphabet', async () => {
    expect(await names({ text: 'commune' })).toEqual(['Espace œuvre commune'])
    expect(await names({})).toEqual([
      'Bibliothèque du Bocage',
      'Éclat numérique',
      'Espace œuvre commune',
      'Maison des impôts',
      'Médiathèque de Gap',
    ])
  })

  it('tells what was only close in spelling', async () => {
    const { filter } = await search({ text: 'mediateque' })
    expect(filter.forgiving).toBe(true)
  })

  it('takes the words literally when asked', async () => {
    expect(await names({ text: 'impots', literally: true })).toEqual(['Maison des impôts'])
  })

  it('says what would be found without each condition, and what is nearest (DIR-64)', async () => {
    const { total, instead } = await search({ text: 'gap', services: ['affordable-equipment'] })
    expect(total).toBe(0)
    expect(instead?.without).toEqual([{ condition: 'services', count: 2 }])
    const nearby = await search({ text: 'Agneaux' })
    expect(nearby.total).toBe(0)
    expect(nearby.instead?.nearest.map(({ name }) => name)).toContain('Bibliothèque du Bocage')
  })

  it('never throws on what people paste', async () => {
    for (const text of ["'); drop table x; --", '& | ! :*', '%%%', '\u0000é', 'a'.repeat(200), '🙂', '<b>']) {
      await expect(search({ text })).resolves.toBeDefined()
    }
  })
})

describe('filters', () => {
  it('count each service as if it were the one chosen', async () => {
    const { byService } = await search({ services: ['everyday-tools'] })
    expect(Object.fromEntries(byService.map(({ service, count }) => [service, count]))).toEqual({
      'everyday-tools': 2,
      'administrative-procedures': 2,
    })
  })

  it('keep to a part of the map', async () => {
    expect(await names({ box: { west: 6, south: 44, east: 7, north: 45 } })).toEqual([
      'Éclat numérique',
      'Médiathèque de Gap',
    ])
  })

  it('show a label from its first day to its last, and not the day after (DIR-8)', () =>
    undone(database.db, async (tx) => {
      const place = await addPlace(tx, network, { name: 'Lieu labellisé', latitude: 48, longitude: 0 })
      await addShownLabel(tx, network, place, { code: 'epn', from: '2026-03-01', until: '2026-06-30' })
      const bearing = async (today: string) =>
        (await searchDirectory(context(today, tx), { ...asked, labels: ['epn'] }, 25)).total
      expect(await bearing('2026-02-28')).toBe(0)
      expect(await bearing('2026-03-01')).toBe(1)
      expect(await bearing('2026-06-29')).toBe(1)
      expect(await bearing('2026-06-30')).toBe(0)
      const all = await searchDirectory(context('2026-06-29', tx), asked, 25)
      expect(all.byLabel).toEqual([{ code: 'epn', name: 'EPN Essai', count: 1 }])
      expect(all.labels.get(place)?.map(({ name }) => name)).toEqual(['EPN Essai'])
    }))
})

describe('a place', () => {
  it('is found by its address, published or closed, in its network only', async () => {
    expect(await findPlace(database.db, network, 'mediatheque')).toMatchObject({
      place: { name: 'Médiathèque de Gap', commune: 'Gap' },
    })
    expect(await findPlace(database.db, network, 'ferme')).toMatchObject({ place: { status: 'closed' } })
    expect(await findPlace(database.db, network, 'autre')).toBeNull()
    expect(await findPlace(database.db, network, 'rien')).toBeNull()
  })

  it('leads from its former address to the present one (DIR-2)', () =>
    undone(database.db, async (tx) => {
      const place = await addPlace(tx, network, { slug: 'nouveau' })
      await tx
        .insertInto('places.former_slug')
        .values({ network_id: network, slug: 'ancien', place_id: place })
        .execute()
      expect(await findPlace(tx, network, 'ancien')).toEqual({ movedTo: 'nouveau' })
    }))

  it('is given to other modules by id, never from another network', async () => {
    const found = await findPlace(database.db, network, 'mediatheque')
    const other = await findPlace(database.db, elsewhere, 'autre')
    const ids = [found, other].flatMap((one) => (one && 'place' in one ? [one.place.id] : []))
    expect((await findPlaces(database.db, network, ids)).map(({ slug }) => slug)).toEqual(['mediatheque'])
    expect(await findPlaces(database.db, network, [])).toEqual([])
  })
})

describe('what a process keeps', () => {
  it('follows each change at the next request (DIR-84)', () =>
    undone(database.db, async (tx) => {
      const before = await searchDirectory(context(undefined, tx), asked, 25)
      const version = await directoryVersion(tx, network)
      await addPlace(tx, network)
      expect(await directoryVersion(tx, network)).toBe(version + 1)
      expect((await searchDirectory(context(undefined, tx), asked, 25)).total).toBe(before.total + 1)
      await tx
        .updateTable('places.place')
        .set({ status: 'hidden' })
        .where('network_id', '=', network)
        .execute()
      expect((await searchDirectory(context(undefined, tx), asked, 25)).total).toBe(0)
      await tx.deleteFrom('places.place').where('network_id', '=', network).execute()
      expect(await directoryVersion(tx, network)).toBe(version + 3)
    }))
})

describe('the map', () => {
  const everything = all(network, day('2026-06-17'))

  it('holds the located places of the filter, grouped by town', async () => {
    const index = await mapIndex(database.db, everything)
    expect(index.located).toBe(4)
    const marks = marksIn(index, FRANCE, 5)
    expect(marks.map(({ count, town }) => `${count} ${town}`).sort()).toEqual(['2 Gap', '2 Saint-Lô'])
  })

  it('unfolds places at one point into a list, not into closer maps (DIR-68)', async () => {
    const [stack] = marksIn(await mapIndex(database.db, everything), FRANCE, 17)
    expect(stack).toMatchObject({ count: 2, place: null, opensAt: null })
  })

  it('is another map when a label ends, with nothing written in between', () =>
    undone(database.db, async (tx) => {
      const place = await addPlace(tx, network, { latitude: 48, longitude: 0 })
      await addShownLabel(tx, network, place, { code: 'epn', from: '2026-03-01', until: '2026-06-30' })
      const on = (today: string) => ({ ...everything, today: day(today), labels: ['epn'] })
      expect((await mapIndex(tx, on('2026-06-29'))).located).toBe(1)
      expect((await mapIndex(tx, on('2026-06-30'))).located).toBe(0)
      expect(await mapVersion(tx, on('2026-06-29'))).not.toBe(await mapVersion(tx, on('2026-06-30')))
    }))
})

describe('whose number it is (DIR-4)', () => {
  const SIRET = '21760351000010'

  it('is borne by several places of one town hall, and by one organisation', async () => {
    const { db } = database
    await undone(db, async (tx) => {
      const fields = { name: 'Ville du Havre', kind: 'commune', siret: SIRET, commune: 'Le Havre' }
      const now = '2026-01-01T00:00:00Z' as never
      await addOrganisation(tx, network, fields, now)
      for (const name of ['Bibliothèque Niemeyer', 'Bibliothèque du Mont-Gaillard'])
        await addPlace(tx, network, { name, pivot: SIRET })
      await addOrganisation(tx, elsewhere, fields, now)
      await expect(addOrganisation(tx, network, fields, now)).rejects.toMatchObject({
        constraint: 'one_organisation_per_siret',
      })
    })
  })
})
