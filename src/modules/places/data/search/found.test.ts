import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { undone, useTestDatabase } from '../../../../platform/db/testing.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { seaTheme } from '../../../../ui/demo-themes.ts'
import type { PlaceId } from '../../domain/place.ts'
import { addPlace, addShownLabel, type TestPlace } from '../../testing.ts'
import { exportedPage, exportedPlaces } from '../exports/exported-places.queries.ts'
import { workOutHours } from '../hours/hours.store.ts'
import { find, rowsFound } from './found.ts'
import { countsOf, labelCountsOf, unknownHoursOf } from './places.counts.ts'
import { everything, type PlaceFilter } from './places.filter.ts'
import { gazetteer } from './places.gazetteer.ts'
import { listPlaces, type Turn, turnTo } from './places.list.ts'
import { valuesOf } from './places.values.ts'
import { matching } from './testing-matching.ts'

const database = useTestDatabase()
const network: NetworkId = newId()
const TODAY = day('2026-06-17')
const NOON = '2026-06-17T10:00:00Z' as Instant
const all = everything(network, TODAY)

const SERVICES = ['everyday-tools', 'administrative-procedures', 'job-seeking'] as const
const GROUNDS = [
  { inseeCode: '50502', postalCode: '50000', commune: 'Saint-Lô', latitude: 49.11, longitude: -1.09 },
  { inseeCode: '14118', postalCode: '14000', commune: 'Caen', latitude: 49.18, longitude: -0.37 },
  { inseeCode: '2A004', postalCode: '20000', commune: 'Ajaccio', latitude: 41.93, longitude: 8.74 },
  { inseeCode: null, postalCode: '50000', commune: 'Saint-Lô', latitude: null, longitude: null },
  { inseeCode: null, postalCode: '20200', commune: 'Bastia', latitude: 42.7, longitude: 9.45 },
]
const HOURS = ['Mo-Fr 09:00-12:00', 'Sa 10:00-18:30', 'sur rendez-vous', null]
const NAMES = ['Médiathèque', 'Médiathèque du port', 'Annexe de la médiathèque', 'Éclat', 'Bus']

function place(at: number): TestPlace {
  const pick = <T>(list: readonly T[], step: number) => list[Math.floor(at / step) % list.length] as T
  return {
    ...pick(GROUNDS, 1),
    name: `${pick(NAMES, 2)}${at % 4 === 0 ? '' : ` ${at}`}`,
    services: SERVICES.filter((_, number) => (at >> number) % 2 === 1),
    fees: at % 3 === 0 ? ['free'] : [],
    typologies: at % 5 === 0 ? ['BIB'] : ['EPN', 'ASSO'],
    source: at % 7 === 0 ? null : `Source ${at % 2}`,
    openingHours: pick(HOURS, 3),
    bookingUrl: at % 4 === 0 ? 'https://example.fr/rdv' : null,
    accesLibreUrl: at % 6 === 0 ? 'https://example.fr/acces' : null,
    updatedOn: at % 5 === 0 ? null : day(`2026-0${1 + (at % 5)}-01`),
  }
}

const some = <T>(list: readonly T[]) =>
  fc.oneof(fc.constant([] as T[]), fc.subarray([...list], { minLength: 1 }))
const town = (code: string) => [gazetteer().byCode.get(code)].flatMap((one) => one ?? [])
const reading = {
  text: 'x',
  postalCode: null,
  department: null,
  choices: [],
  towns: [],
  need: null,
  words: [],
}

const filters: fc.Arbitrary<PlaceFilter> = fc
  .record({
    services: some(SERVICES),
    fees: some(['free', 'paying'] as const),
    typologies: some(['BIB', 'EPN', 'RFS']),
    sources: some(['Source 0', 'Source 1', 'nulle']),
    labels: some(['epn']),
    booking: fc.boolean(),
    accessibility: fc.boolean(),
    updatedSince: fc.constantFrom(null, day('2026-03-01')),
    ground: fc.constantFrom(
      null,
      { communes: ['50502'], departments: [], postalCodes: ['20200'] },
      { communes: [], departments: ['50', '2B'], postalCodes: [] },
    ),
    lock: fc.constantFrom(null, null, { communes: [], departments: ['14', '50'], postalCodes: [] }),
    box: fc.constantFrom(null, null, { west: -2, south: 49, east: 0, north: 49.15 }),
    open: some([{ at: NOON }, { on: day('2026-06-20'), minute: 660 }, { week: 'evening' as const }]),
    centre: fc.constantFrom(null, { latitude: 49.1, longitude: -1 }),
    radius: fc.constantFrom(null, 10, 50),
    sort: fc.constantFrom('relevance', 'name', 'distance', 'updated' as const),
    reading: fc.constantFrom(
      null,
      null,
      { ...reading, words: ['mediatheque'] },
      { ...reading, words: ['mediatheque', 'po'] },
      { ...reading, postalCode: '20000' },
      { ...reading, department: { kind: 'department' as const, code: '2A', name: 'Corse-du-Sud' } },
      { ...reading, towns: town('50502'), words: ['eclat'] },
      { ...reading, need: { services: ['job-seeking' as const], said: ['bus'] } },
    ),
  })
  .map((asked) => ({ ...all, ...asked }))

async function idsBySql(db: Database, filter: PlaceFilter): Promise<PlaceId[]> {
  const rows = await matching(db, filter).select('p.id').orderBy('p.id').execute()
  return rows.map(({ id }) => id)
}

async function idsByIndex(db: Database, filter: PlaceFilter): Promise<PlaceId[]> {
  const found = await find(db, filter)
  return found.index.idsOf(rowsFound(found)).sort()
}

beforeAll(async () => {
  const { db } = database
  const head = { slug: 'ici', name: 'ici', head_name: 'ici', theme: JSON.stringify(seaTheme) }
  await db
    .insertInto('identity.network')
    .values({ ...head, id: network, created_at: '2026-01-01T00:00:00Z' as never })
    .execute()
  for (let at = 0; at < 60; at += 1) {
    const id = await addPlace(db, network, place(at))
    if (at % 9 === 0) await addShownLabel(db, network, id)
  }
  await addPlace(db, network, { ...place(1), status: 'hidden' })
  await workOutHours(db, network, TODAY)
})

describe('the index of a directory and the database', () => {
  it('find the same places under the same filter, and count them alike (DIR-63)', () =>
    fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { db } = database
        expect(await idsByIndex(db, filter)).toEqual(await idsBySql(db, filter))
        const found = await find(db, filter)
        const [values, { byService }] = [valuesOf(found), countsOf(found)]
        const told = async (change: Partial<PlaceFilter>) =>
          (await idsBySql(db, { ...filter, ...change })).length
        for (const service of SERVICES)
          expect(byService.find((one) => one.service === service)?.count ?? 0).toBe(
            await told({ services: [service] }),
          )
        expect(values.typologies.get('BIB') ?? 0).toBe(await told({ typologies: ['BIB'] }))
        expect(values.sources.get('Source 1') ?? 0).toBe(await told({ sources: ['Source 1'] }))
        expect(values.booking.get('oui') ?? 0).toBe(await told({ booking: true }))
        expect(values.moments.get('saturday') ?? 0).toBe(await told({ open: [{ week: 'saturday' }] }))
        expect(labelCountsOf(found)).toMatchObject([{ code: 'epn', count: await told({ labels: ['epn'] }) }])
      }),
      { numRuns: 60 },
    ))

  it('send the same places away, each once, in the order of their ids (DIR-65, DIR-82)', () =>
    fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 70 }), async (filter, batch) => {
        const sent: PlaceId[] = []
        for await (const places of exportedPlaces(database.db, filter, { batch }))
          sent.push(...places.map(({ place }) => place.id))
        expect(sent).toEqual(await idsBySql(database.db, filter))
        const after = sent[batch] ?? null
        const page = await exportedPage(database.db, filter, { after, limit: 5 })
        expect(page.map(({ place }) => place.id)).toEqual(sent.slice(after ? batch + 1 : 0).slice(0, 5))
      }),
      { numRuns: 40 },
    ))

  it('fill a page of what is sent, though some may not leave (DIR-86)', () =>
    undone(database.db, async (tx) => {
      const ids = await idsBySql(tx, all)
      const kept = ids.slice(0, 7)
      const owner = { network_id: network, added_at: '2026-01-01T00:00:00Z' as never }
      await tx
        .insertInto('places.source')
        .values({ ...owner, id: newId(), name: 'Fermée', licence: 'ODbL', is_reusable: false })
        .execute()
      await tx
        .insertInto('places.external_ref')
        .values(
          kept.map((place_id) => ({
            ...{ network_id: network, source: 'Fermée', external_id: place_id, fingerprint: 'x', place_id },
          })),
        )
        .execute()
      const page = await exportedPage(tx, all, { after: null, limit: 5 })
      expect(page.map(({ place }) => place.id)).toEqual(ids.slice(7, 12))
    }))

  it('forgive the spelling of a name where the text says (DIR-61)', async () => {
    const { db } = database
    const misspelt = { ...all, forgiving: true, reading: { ...reading, words: ['mediatheqe'] } }
    const everywhere = await idsByIndex(db, misspelt)
    const inSaintLo = await idsByIndex(db, {
      ...misspelt,
      reading: { ...misspelt.reading, towns: town('50502') },
    })
    const there = new Set(await idsBySql(db, { ...all, reading: { ...reading, towns: town('50502') } }))
    expect(everywhere).not.toEqual([])
    expect(inSaintLo).toEqual(everywhere.filter((id) => there.has(id)))
  })

  it('tell the places whose hours nobody reads (DIR-53)', async () => {
    const { db } = database
    const read = await matching(db, all)
      .where('p.hours_key', 'in', db.selectFrom('places.hours').select('key').where('is_read', '=', true))
      .select('p.id')
      .execute()
    expect(unknownHoursOf(await find(db, { ...all, open: [{ at: NOON }] }))).toBe(60 - read.length)
  })

  it('stay the same while places come, change, leave, and get other hours (DIR-84)', () =>
    undone(database.db, async (tx) => {
      const asked: Partial<PlaceFilter>[] = [
        {},
        { services: ['job-seeking'] },
        { open: [{ at: NOON }] },
        { open: [{ week: 'sunday' }] },
        { reading: { ...reading, words: ['phare'] } },
        { ground: { communes: ['14118'], departments: [], postalCodes: [] } },
      ]
      const areSame = async () => {
        for (const change of asked)
          expect(await idsByIndex(tx, { ...all, ...change })).toEqual(
            await idsBySql(tx, { ...all, ...change }),
          )
      }
      const edit = (values: Record<string, unknown>, id: PlaceId) =>
        tx.updateTable('places.place').set(values).where('id', '=', id).execute()
      await areSame()
      const [first, second, third] = await idsBySql(tx, all)
      if (!first || !second || !third) throw new Error('too few places')
      const added = await addPlace(tx, network, { ...place(3), name: 'Le Phare' })
      await areSame()
      await edit({ services: ['job-seeking'], insee_code: '14118', name: 'Phare' }, first)
      await areSame()
      await edit({ status: 'hidden' }, second)
      await areSame()
      await edit({ status: 'published' }, second)
      await tx.deleteFrom('places.place').where('id', '=', added).execute()
      await areSame()
      await edit({ opening_hours: 'Su 08:00-20:00; We 11:00-13:00' }, third)
      await workOutHours(tx, network, TODAY)
      await areSame()
      expect((await listPlaces(tx, { ...all, open: [{ week: 'sunday' }] }, 5)).map(({ id }) => id)).toEqual([
        third,
      ])
    }))
})

describe('the list, page after page (DIR-66)', () => {
  async function walk(
    db: Database,
    filter: PlaceFilter,
    size: number,
    meanwhile = async (_page: number) => {},
  ) {
    const ids: PlaceId[] = []
    let turn: Turn | null = { skip: 0 }
    for (let page = 1; turn; page += 1) {
      const { places, next } = await turnTo(db, await find(db, filter), turn, size)
      ids.push(...places.map(({ id }) => id))
      await meanwhile(page)
      turn = next && { after: next }
    }
    return ids
  }

  it('tells every place once, in the order of the whole list, in any order asked', () =>
    fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 3, max: 9 }), async (filter, size) => {
        const whole = (await listPlaces(database.db, filter, 100)).map(({ id }) => id)
        expect(await walk(database.db, filter, size)).toEqual(whole)
        expect(whole.toSorted()).toEqual(await idsBySql(database.db, filter))
      }),
      { numRuns: 25 },
    ))

  it('goes back by the way it came', async () => {
    const { db } = database
    const found = await find(db, all)
    const first = await turnTo(db, found, { skip: 0 }, 25)
    if (!first.next) throw new Error('one page only')
    const second = await turnTo(db, found, { after: first.next }, 25)
    if (!second.previous || !second.next) throw new Error('two pages only')
    const third = await turnTo(db, found, { after: second.next }, 25)
    if (!third.previous) throw new Error('no way back')
    expect(third.next).toBeNull()
    expect((await turnTo(db, found, { before: third.previous }, 25)).places).toEqual(second.places)
    expect(await turnTo(db, found, { before: second.previous }, 25)).toEqual(first)
    expect(first.previous).toBeNull()
  })

  it('shows an old numbered page, and goes on from there', async () => {
    const { db } = database
    const found = await find(db, all)
    const { places, next } = await turnTo(db, found, { skip: 25 }, 25)
    const whole = await listPlaces(db, all, 100)
    expect(places).toEqual(whole.slice(25, 50))
    if (!next) throw new Error('no third page')
    expect((await turnTo(db, found, { after: next }, 25)).places).toEqual(whole.slice(50))
  })

  it.each(['relevance', 'updated', 'distance'] as const)(
    'neither skips nor repeats a place nobody touched while others come, go and are renamed (by %s)',
    (sort) =>
      undone(database.db, async (tx) => {
        const filter = { ...all, sort, centre: { latitude: 49.1, longitude: -1 } }
        const before = (await listPlaces(tx, filter, 100)).map(({ id }) => id)
        const touched = new Set(before.filter((_, at) => at % 6 === 4))
        const whole = before.filter((id) => !touched.has(id))
        const list = [...touched]
        const seen = await walk(tx, filter, 5, async (page) => {
          await addPlace(tx, network, {
            ...place(page),
            name: page % 2 ? 'Aa tout début' : `Médiathèque ${page}`,
          })
          const [gone, renamed] = [list[page * 2], list[page * 2 + 1]]
          if (gone)
            await tx.updateTable('places.place').set({ status: 'hidden' }).where('id', '=', gone).execute()
          if (renamed)
            await tx
              .updateTable('places.place')
              .set({ name: `Z ${page}` })
              .where('id', '=', renamed)
              .execute()
        })
        const known = new Set(whole)
        expect(seen.filter((id) => known.has(id))).toEqual(whole)
      }),
  )
})
