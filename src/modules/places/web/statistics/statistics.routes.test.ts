import { beforeAll, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { PlaceId } from '../../domain/place.ts'
import { keepSemesterFigures } from '../../jobs/statistics/keep-semester-figures.ts'
import { addPlace, addShownLabel, type TestPlace } from '../../testing.ts'

const app = useApp()
const saintLo = { commune: 'Saint-Lô', postalCode: '50000', inseeCode: '50502' }
const caen = { commune: 'Caen', postalCode: '14000', inseeCode: '14118' }
/** Saint-Lô Agglo. */
const EPCI = '200066389'
let places: PlaceId[]

const add = (place: TestPlace) => addPlace(app.services.db, app.networks.estuaire, place)

beforeAll(async () => {
  places = [
    await add({
      ...saintLo,
      name: 'Un',
      services: ['safe-use', 'job-seeking'],
      fees: ['free'],
      openingHours: 'Mo-Sa 09:00-12:00',
    }),
    await add({
      ...saintLo,
      name: 'Deux',
      services: ['safe-use'],
      publics: ['seniors'],
      openingHours: 'sur rendez-vous',
    }),
    await add({ ...caen, name: 'Trois', services: ['safe-use'], openingHours: 'Mo-Fr 09:00-12:00' }),
  ]
})

interface Line {
  measure: string
  code: string
  count: number | null
}
async function told(query = '') {
  const answer = await app.visitor().get(`/api/v1/statistics${query}`)
  expect(answer.status).toBe(200)
  const { figures, semesters } = (await answer.json()) as {
    figures: Line[]
    semesters: { semester: string; figures: Line[] }[]
  }
  const of = (lines: Line[], measure: string, code = '') =>
    lines.find((line) => line.measure === measure && line.code === code)?.count
  return {
    now: (measure: string, code?: string) => of(figures, measure, code),
    semesters: semesters.map(({ semester }) => semester),
    in: (name: string, measure: string, code?: string) =>
      of(semesters.find(({ semester }) => semester === name)?.figures ?? [], measure, code),
  }
}
const runJob = () => keepSemesterFigures.work(app.services, undefined as never)

describe('the statistics of a territory do it', () => {
  it('count its places, services, publics, fees and hours, for each kind of territory (DIR-81)', async () => {
    const epci = await told(`?epci=${EPCI}`)
    expect(epci.now('lieux')).toBe(2)
    expect(epci.now('service', 'safe-use')).toBe(2)
    expect(epci.now('service', 'job-seeking')).toBe(1)
    expect(epci.now('public', 'seniors')).toBe(1)
    expect(epci.now('frais', 'free')).toBe(1)
    expect(epci.now('horaires_connus')).toBe(1)
    expect(epci.now('ouverts_le_samedi')).toBe(1)
    expect((await told('?commune=50502')).now('lieux')).toBe(2)
    expect((await told('?departement=50')).now('lieux')).toBe(2)
    expect((await told('?region=28')).now('lieux')).toBe(3)
    expect((await told()).now('lieux')).toBe(3)
  })

  it('equal the list that each figure opens (DIR-81)', async () => {
    const page = await app.visitor().get(`/statistiques?epci=${EPCI}`)
    const html = await page.text()
    const links = [...html.matchAll(/href="(\/lieux\?[^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    const opened = links.find((href) => href.includes('services=utilisation-securisee')) ?? ''
    const listed = (await read(await app.visitor().get(opened))).text
    expect(listed).toContain('Un')
    expect(listed).toContain('Deux')
    expect(listed).not.toContain('Trois')
  })

  it('say how many people live there, how many for each place, and which communes are far from all (DIR-81)', async () => {
    await app.services.db
      .insertInto('places.commune_centre')
      .values([
        { code: '50502', latitude: 49.11, longitude: -1.09, basis: 'known' },
        { code: '50129', latitude: 49.63, longitude: -1.62, basis: 'known' },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const near = await add({ ...saintLo, name: 'Au centre', latitude: 49.12, longitude: -1.1 })
    const manche = await told('?departement=50')
    expect(manche.now('communes')).toBeGreaterThan(400)
    expect(manche.now('habitants')).toBeGreaterThan(450_000)
    expect(manche.now('habitants_par_lieu')).toBe(Math.round((manche.now('habitants') ?? 0) / 3))
    expect(manche.now('communes_a_plus_de_20_km')).toBeGreaterThan(0)
    expect((await told('?commune=50502')).now('communes_a_plus_de_20_km')).toBe(0)
    expect((await told('?commune=50129')).now('communes_a_plus_de_20_km')).toBe(1)
    await hide(near)
  })

  it('are a page with its table, its drawing and its file', async () => {
    const page = await read(await app.visitor().get('/statistiques?departement=50'))
    expect(page.text).toContain('Statistiques : Manche')
    expect(page.text).toContain('2 lieux')
    const csv = await (await app.visitor().get('/statistiques.csv?departement=50')).text()
    expect(csv).toContain('Manche;2026-06-17;lieux;;;2')
  })

  it('count labels live: one that stops leaves the figure on that very day (DIR-8, DIR-81)', async () => {
    const [first] = places
    const { services, networks } = app
    if (!first) throw new Error('no place')
    await addShownLabel(services.db, networks.estuaire, first, { code: 'epn', until: '2026-06-20' })
    const borne = await told('?departement=50')
    expect([borne.now('lieux_labellises'), borne.now('label', 'epn')]).toEqual([1, 1])
    app.moveTo('2026-06-20')
    const over = await told('?departement=50')
    expect([over.now('lieux_labellises'), over.now('label', 'epn')]).toEqual([0, undefined])
    app.moveTo('2026-06-17')
  })

  it('count the sheets that their keepers confirmed this semester, whatever files said (DIR-57, DIR-81)', async () => {
    const [first, second] = places
    if (!first || !second) throw new Error('no place')
    const word = { kind: 'unchanged', recorded_at: app.clock.now() }
    await app.services.db
      .insertInto('places.confirmation')
      .values([
        { ...word, place_id: first, on_day: day('2026-03-02'), said_by: 'owner' },
        { ...word, place_id: second, on_day: day('2026-03-02'), said_by: 'source' },
      ])
      .execute()
    expect((await told(`?epci=${EPCI}`)).now('fiches_confirmees_ce_semestre')).toBe(1)
  })

  it('kept at the end of a semester, never move after today’s edits, and are written once (DIR-81)', async () => {
    app.moveTo('2026-07-01')
    await runJob()
    const kept = await told(`?epci=${EPCI}`)
    expect(kept.semesters).toEqual(['2026-H1'])
    expect(kept.in('2026-H1', 'lieux')).toBe(2)
    const added = await add({ ...saintLo, name: 'Quatre', services: ['safe-use'] })
    await runJob()
    const later = await told(`?epci=${EPCI}`)
    expect(later.now('lieux')).toBe(3)
    expect(later.in('2026-H1', 'lieux')).toBe(2)
    expect(later.in('2026-H1', 'service', 'safe-use')).toBe(2)
    const change = app.database.pool.query('update places.semester_figures set figures = figures')
    await expect(change).rejects.toThrow()
    await hide(added)
  })

  it('count all territories at once as they count each (DIR-81)', async () => {
    app.moveTo('2027-01-01')
    await runJob()
    for (const query of [
      '',
      '?region=28',
      '?departement=50',
      '?departement=14',
      `?epci=${EPCI}`,
      '?commune=50502',
    ]) {
      const both = await told(query)
      for (const measure of [
        'lieux',
        'horaires_connus',
        'ouverts_le_samedi',
        'communes',
        'habitants',
        'communes_a_plus_de_20_km',
      ])
        expect([query, measure, both.in('2026-H2', measure)]).toEqual([query, measure, both.now(measure)])
      expect(both.in('2026-H2', 'service', 'safe-use')).toBe(both.now('service', 'safe-use'))
    }
  })

  it('are not kept long after the semester: today would say too little of what it was', async () => {
    app.moveTo('2027-08-20')
    await runJob()
    expect((await told()).semesters).not.toContain('2027-H1')
    app.moveTo('2026-06-17')
  })
})

describe('the statistics explain why not', () => {
  it('a territory that nobody knows has none', async () => {
    for (const query of ['?departement=999', '?epci=1', '?territoire=ailleurs'])
      expect((await app.visitor().get(`/statistiques${query}`)).status, query).toBe(404)
  })
})

describe('the statistics keep others out', () => {
  it('drafts, hidden places and those of another network are not counted', async () => {
    await addPlace(app.services.db, app.networks.baie, { ...saintLo, name: 'D’ailleurs' })
    const hidden = await add({ ...saintLo, name: 'Masqué' })
    await hide(hidden)
    expect((await told(`?epci=${EPCI}`)).now('lieux')).toBe(2)
    expect(places).toHaveLength(3)
  })
})

async function hide(id: PlaceId): Promise<void> {
  await app.services.db.updateTable('places.place').set({ status: 'hidden' }).where('id', '=', id).execute()
}
