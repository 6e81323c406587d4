import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readCode } from '../../src/modules/equipment/client/scan/read-code.ts'
import { aBorrower, aLoanOf } from '../../src/modules/equipment/testing.ts'
import { aCard, worksAt } from '../../src/modules/facilitators/testing.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import {
  type StandardRow,
  standardColumns,
} from '../../src/modules/places/domain/standard/standard-columns.ts'
import { aGoodRow } from '../../src/modules/places/domain/testing.ts'
import { departmentsOfPlaces } from '../../src/modules/places/index.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { runBy } from '../../src/modules/places/testing-life.ts'
import { compareNetwork } from '../../src/modules/places/use-cases/duplicates/compare-network.ts'
import { importFile } from '../../src/modules/places/use-cases/imports/import-file.ts'
import { duplicatesPaths } from '../../src/modules/places/web/duplicates/duplicates.paths.ts'
import { latestPerson } from '../../src/modules/privacy/testing.ts'
import { plainCsv } from '../../src/platform/csv.ts'
import type { PersonId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

// Une fiche et tout ce qui y tient sont réunis à une autre, puis rendus : rien ne se perd, aucune adresse ne meurt.

const app = useApp()
const SITE = 'http://localhost:3000'
const DOOR = { commune: 'Coutances', postalCode: '50200', inseeCode: '50147', address: '1 rue des Unelles' }

/** As a file says it. */
const GAP = { adresse: '12 place du Château', commune: 'Gap', code_postal: '05000', code_insee: '05061' }

/** Sheet A with a label, somebody who works there, who runs it, a loan, a report, a former name; and sheet B with its own. */
async function twoSheets(officer: Browser) {
  const { db } = app.services
  const { estuaire } = app.networks
  const add = (slug: string, name: string) =>
    addPlace(db, estuaire, { ...DOOR, slug, name, latitude: 49.05, longitude: -1.44 })
  const [a, b] = [await add('fablab-unelles', 'Fablab des Unelles'), await add('le-fablab', 'Le Fablab')]
  await addShownLabel(db, estuaire, a, { code: 'epn', name: 'EPN Estuaire' })
  await addShownLabel(db, estuaire, b, { code: 'fabrique', name: 'Fabrique du Cotentin' })
  const facilitator = await app.signIn('facilitator')
  const { id, name } = await latestPerson(app)
  await worksAt(db, { network: estuaire, person: id as PersonId, place: a })
  await facilitator.post('/compte/fiche-animateur', aCard({ name: 'public', places: 'public' }))
  const borrower = await aBorrower(app.context())
  await runBy(app.context(), a, borrower.organisationId)
  const { loanRequest } = await aLoanOf(
    app.context(),
    borrower.organisationId,
    borrower.agreementId,
    'Casques',
  )
  await db.updateTable('equipment.loan_request').set({ place_id: a }).where('id', '=', loanRequest).execute()
  await app.visitor().post('/lieux/fablab-unelles/signaler', { nature: 'phone', precisions: 'Ne répond pas' })
  await officer.post('/lieux/favoris/ajout', { lieu: 'fablab-unelles' })
  return { a, b, worker: name ?? '' }
}

/** Reads the code that a sheet of orientation prints for the place. */
async function scanned(place: PlaceId): Promise<string> {
  const sheet = await read(
    await app.visitor().post('/fiche-orientation/lieux?q=Coutances&rayon=20', {
      ...{ prescripteur: 'Maison du Coutançais', lieu: place },
    }),
  )
  const drawing = sheet.document.querySelector('svg.qr-code')
  const side = Number(drawing?.getAttribute('viewBox')?.split(' ')[2])
  const marks = drawing?.querySelector('.qr-code-marks')?.getAttribute('d') ?? ''
  const SCALE = 4
  const width = side * SCALE
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of marks.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < SCALE; row += 1)
      for (let column = 0; column < SCALE; column += 1) {
        const at = ((Number(y) * SCALE + row) * width + Number(x) * SCALE + column) * 4
        data.fill(0, at, at + 3)
      }
  return readCode({ width, height: width, data }) ?? ''
}

/** Where an address leads after all its redirections. */
async function leadsTo(path: string): Promise<string> {
  const answer = await app.visitor().get(path)
  const to = answer.headers.get('location')
  return answer.status === 301 && to ? leadsTo(to) : `${answer.status} ${path}`
}

/** What only tells what happened: the merge itself, the history, the feeds, what is to be compared anew. */
const STORIES = [
  'places.merge',
  'places.revision',
  'places.place_change',
  'places.removed_place',
  'places.comparison_due',
  'places.duplicate_pair',
]

/** Every row of every table that names one of the places, as it is written. */
async function everythingOf(places: readonly PlaceId[]): Promise<Record<string, unknown[]>> {
  const { db } = app.services
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select n.nspname || '.' || c.relname as "table", a.attname as "column"
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    join unnest(k.conkey) key (num) on true
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.num and a.atttypid = 'uuid'::regtype
    where k.contype = 'f' and k.confrelid = 'places.place'::regclass
    order by 1, 2`.execute(db)
  const told: Record<string, unknown[]> = {}
  for (const { table, column } of columns.filter((one) => !STORIES.includes(one.table))) {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) as row from ${sql.table(table)} t
      where ${sql.ref(column)} = any(${sql.val([...places])}::uuid[]) order by 1`.execute(db)
    if (rows.length > 0) told[`${table}.${column}`] = rows.map(({ row }) => row)
  }
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(p) - 'version' - 'changed_at' as row from places.place p
    where id = any(${sql.val([...places])}::uuid[]) order by id`.execute(db)
  return { ...told, 'places.place': rows.map(({ row }) => row) }
}

async function merged(officer: Browser, { kept, duplicate }: { kept: PlaceId; duplicate: PlaceId }) {
  const page = await read(await officer.get(duplicatesPaths.pair('', kept, duplicate, kept)))
  const sent: Record<string, string> = {}
  for (const input of page.document.querySelectorAll('form[action$="/fusion"] input')) {
    const isOff = input.getAttribute('type') === 'radio' && !input.hasAttribute('checked')
    if (!isOff && input.getAttribute('type') !== 'checkbox')
      sent[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
  }
  const answer = await officer.post(duplicatesPaths.merge('', kept, duplicate), sent)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const pageOf = async (slug: string) => (await read(await app.visitor().get(`/lieux/${slug}`))).text

describe('une fiche réunie à une autre, puis rendue (DIR-2, DIR-47, scénario 19)', () => {
  it('A est réuni à B : l’adresse, le numéro d’API et le code à scanner de A mènent à B ; annulé, tout est comme avant', async () => {
    const officer = await app.signIn('officer')
    const { a, b, worker } = await twoSheets(officer)
    const code = await scanned(a)
    expect(code).toBe(`${SITE}/lieux/fablab-unelles`)
    const before = await everythingOf([a, b])
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        'agreements.place_cover.place_id',
        'equipment.loan_request.place_id',
        'labels.award.place_id',
        'places.error_report.place_id',
        'places.favourite.place_id',
        'places.organisation_place.place_id',
        'places.person_place.place_id',
      ]),
    )
    for (const words of ['EPN Estuaire', worker]) {
      expect(await pageOf('fablab-unelles')).toContain(words)
      expect(await pageOf('le-fablab')).not.toContain(words)
    }

    const at = await merged(officer, { kept: b, duplicate: a })
    for (const old of ['/lieux/fablab-unelles', `/lieux/${a}`, code.slice(SITE.length)])
      expect(await leadsTo(old), old).toBe('200 /lieux/le-fablab')
    const answer = await app.visitor().get(`/api/v1/places/${a}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/api/v1/places/${b}`])
    expect(answer.headers.get('link')).toBe(`</api/v1/places/${b}>; rel="canonical"`)
    for (const words of ['EPN Estuaire', 'Fabrique du Cotentin', worker])
      expect(await pageOf('le-fablab')).toContain(words)
    // The loan named A: it is counted where B is.
    expect(await departmentsOfPlaces(app.services.db, [a])).toEqual(new Map([[a, '50']]))
    const favourites = await read(await officer.get('/lieux/favoris'))
    const list =
      favourites.links.find(({ href }) => /\/lieux\/favoris\/[0-9a-f-]{36}$/.test(href))?.href ?? ''
    expect((await read(await officer.get(list))).text).toContain('Le Fablab')

    expect((await officer.post(`${at}/annulation`, { motif: 'deux portes' })).status).toBe(303)
    expect(await everythingOf([a, b])).toEqual(before)
    for (const old of ['/lieux/fablab-unelles', `/lieux/${a}`])
      expect(await leadsTo(old), old).toBe('200 /lieux/fablab-unelles')
    expect(await leadsTo(`/api/v1/places/${a}`)).toBe(`200 /api/v1/places/${a}`)
    for (const words of ['EPN Estuaire', worker]) {
      expect(await pageOf('fablab-unelles')).toContain(words)
      expect(await pageOf('le-fablab')).not.toContain(words)
    }
  })

  it('qui écrivait dans la fiche de A pendant la fusion le lit, et garde son texte (DIR-47)', async () => {
    const officer = await app.signIn('officer')
    const { db } = app.services
    const add = (name: string) => addPlace(db, app.networks.estuaire, { ...DOOR, name })
    const [kept, duplicate] = [await add('Salle des fêtes'), await add('La salle des fêtes')]
    const address = `/lieux/${duplicate}/modifier/presentation`
    const { document } = await read(await officer.get(address))
    const held = [...document.querySelectorAll('main input[type=hidden]')].map((field) => [
      field.getAttribute('name') ?? '',
      field.getAttribute('value') ?? '',
    ])
    await merged(officer, { kept, duplicate })
    const typed = { ...Object.fromEntries(held), presentation_resume: 'Une heure de travail.' }
    const answer = await read(await officer.post(address, typed))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.document.toString()).toContain('vient d’être fusionné')
    expect(answer.document.toString()).toContain('Une heure de travail.')
  })
})

describe('deux fiches distinguées (DIR-46, scénario 18)', () => {
  it('ne reviennent ni après un nouvel import ni après une nouvelle comparaison ; une nouvelle adresse les ramène, avec l’ancienne décision', async () => {
    const officer = await app.signIn('officer')
    const folder = await mkdtemp(join(tmpdir(), 'maillage-distinction-'))
    const row = { ...GAP, nom: 'Point d’accès du Château', telephone: '+33492000018' }
    const bring = async (source: string, cells: Partial<StandardRow>) => {
      const path = join(folder, `${source}.csv`)
      const told = aGoodRow({ ...row, ...cells })
      await writeFile(path, plainCsv([standardColumns, standardColumns.map((column) => told[column])]))
      return importFile(app.services, app.context(), path, source)
    }
    const compare = () =>
      compareNetwork(app.services.db, app.networks.estuaire, app.clock.now(), { whole: true })
    await bring('un', { id: 'un' })
    // The second comes as a place of its own: somebody else wrote it by hand.
    const { estuaire } = app.networks
    const other = await addPlace(app.services.db, estuaire, {
      ...{ name: row.nom, commune: 'Gap', inseeCode: '05061', postalCode: '05000', address: row.adresse },
      phone: row.telephone,
    })
    await compare()
    const pairs = async () =>
      (await read(await officer.get('/lieux/doublons'))).links.filter(({ href }) => href.includes(other))
    const [pair] = await pairs()
    const address = pair?.href.split('?')[0] ?? ''
    const seen = { vu_un: '1', vu_autre: '1', raison: 'L’un au rez-de-chaussée, l’autre à l’étage' }
    expect((await officer.post(`${address}/distinction`, seen)).status).toBe(303)
    expect(await pairs()).toEqual([])

    expect(await bring('un', { id: 'un' })).toMatchObject({ unchanged: 1 })
    expect(await bring('un', { id: 'un', presentation_resume: 'Rafraîchi' })).toMatchObject({ updated: 1 })
    await compare()
    expect(await pairs()).toEqual([])

    await bring('un', { id: 'un', adresse: '14 place du Château' })
    await app.services.db
      .updateTable('places.place')
      .set({ address: '14 place du Château' })
      .where('id', '=', other)
      .execute()
    await compare()
    expect(await pairs()).toHaveLength(1)
    expect((await read(await officer.get(address))).text).toContain('L’un au rez-de-chaussée')
    await rm(folder, { recursive: true })
  })
})

describe('ce qui ne rapproche pas deux lieux (DIR-4, DIR-6, scénario 4)', () => {
  it('un numéro inconnu ; le numéro d’une même mairie ne suffit pas non plus', async () => {
    const { db } = app.services
    const add = (name: string, address: string, pivot: string | null) =>
      addPlace(db, app.networks.estuaire, {
        ...{ name, address, pivot, commune: 'Arras', inseeCode: '62041', postalCode: '62000' },
      })
    const one = await add('Bibliothèque Verlaine', '3 rue des Fours', null)
    await add('Cyber-espace du Beffroi', '40 place des Héros', null)
    const third = await add('Ludothèque du Parc', '8 allée Verte', '21620041600010')
    await add('Maison du numérique', '95 route de Lens', '21620041600010')
    await compareNetwork(db, app.networks.estuaire, app.clock.now(), { whole: true })
    const { rows } = await app.database.pool.query(
      `select band from places.duplicate_pair where one_id = any($1) or other_id = any($1)`,
      [[one, third]],
    )
    expect(rows.filter(({ band }) => band !== 'possible')).toEqual([])
  })
})
