import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { withSourceLock } from '../../data/imports/import.lock.ts'
import { addImport, findImport, listImports } from '../../data/imports/import.store.ts'
import { changesSomething, type ImportCounts, type ImportId } from '../../domain/imports/import.ts'
import { type StandardRow, standardColumns } from '../../domain/standard/standard-columns.ts'
import { aGoodRow } from '../../domain/testing.ts'
import { useDirectory } from '../../testing-import.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { confirmImport } from './confirm-import.ts'
import { type ImportFileOptions, importFile } from './import-file.ts'
import { reportOf } from './import-report.ts'

const directory = useDirectory()
const folder = await mkdtemp(join(tmpdir(), 'maillage-import-'))

const library = aGoodRow({ id: 'a', nom: 'Médiathèque', date_maj: '' })
const cafe = aGoodRow({ id: 'b', nom: 'Café numérique' })

function csv(
  rows: readonly StandardRow[],
  columns: readonly (keyof StandardRow)[] = standardColumns,
): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [
    columns.join(','),
    ...rows.map((row) => columns.map((column) => quoted(row[column])).join(',')),
  ].join('\n')
}

/** A row much like a known place is held: each test begins with an empty directory. */
beforeEach(async () => {
  await directory.database.db.deleteFrom('places.place').execute()
})

/** Each test speaks of its own source. */
async function bring(source: string, text: string, options: ImportFileOptions = {}) {
  const file = join(folder, `${source}.csv`)
  await writeFile(file, text)
  return importFile(directory, directory.context(), file, source, options)
}

async function counts(source: string, text: string, options?: ImportFileOptions): Promise<ImportCounts> {
  const outcome = await bring(source, text, options)
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
  return outcome
}

async function placesOf(source: string) {
  return directory.database.db
    .selectFrom('places.place')
    .innerJoin('places.external_ref', 'places.external_ref.place_id', 'places.place.id')
    .where('places.external_ref.source', '=', source)
    .selectAll('places.place')
    .select('external_id')
    .orderBy('external_id')
    .execute()
}

async function missingOf(source: string): Promise<string[]> {
  const rows = await directory.database.db
    .selectFrom('places.external_ref')
    .select('external_id')
    .where('source', '=', source)
    .where('missing_since', 'is not', null)
    .execute()
  return rows.map((row) => row.external_id)
}

describe('a second time (DIR-34)', () => {
  it('changes nothing, whatever the order of rows and columns, the mark or the quotes', async () => {
    expect(await counts('twice', csv([library, cafe]))).toMatchObject({ read: 2, created: 2 })
    const before = await placesOf('twice')
    const shuffled = `\ufeff${csv([cafe, library], [...standardColumns].reverse()).replaceAll('"', '')}\n`
    expect(await counts('twice', shuffled)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      missing: 0,
    })
    expect(await placesOf('twice')).toEqual(before)
  })

  it('changes what the source changed, and keeps the address of the place', async () => {
    await counts('changed', csv([library, cafe]))
    const [before] = await placesOf('changed')
    const renamed = { ...library, nom: 'Grande médiathèque' }
    expect(await counts('changed', csv([renamed, cafe]))).toMatchObject({ updated: 1, unchanged: 1 })
    const [after] = await placesOf('changed')
    expect(after).toMatchObject({
      id: before?.id,
      slug: before?.slug,
      name: 'Grande médiathèque',
      version: 2,
    })
  })

  it('keeps the labels a source once declared, when its file says no more of them (LAB-42)', async () => {
    const said = { ...library, autres_formations_labels: 'EPN Normandie|Fabrique' }
    await counts('declared', csv([said]))
    await counts('declared', csv([{ ...library, autres_formations_labels: 'Fabrique|Autre' }]))
    expect((await placesOf('declared'))[0]?.other_labels).toEqual(['EPN Normandie', 'Fabrique', 'Autre'])
  })

  it('dates by its first coming what the source does not date (DIR-24)', async () => {
    await counts('undated', csv([library]))
    directory.clock.moveTo('2026-09-01T10:00:00.000Z' as never)
    await counts('undated', csv([library]))
    expect((await placesOf('undated'))[0]?.updated_on).toBe('2026-06-17')
  })
})

describe('rows and places', () => {
  it('holds the second row of one id (DIR-36)', async () => {
    const twin = { ...library, nom: 'Autre lieu' }
    expect(await counts('twins', csv([library, twin, cafe]))).toMatchObject({
      created: 2,
      held: 1,
      duplicates: 1,
    })
    expect((await placesOf('twins')).map((place) => place.name)).toEqual(['Médiathèque', 'Café numérique'])
  })

  it('reports the places that the file lost, and leaves them (DIR-38)', async () => {
    await counts('lost', csv([library, cafe]))
    let report = ''
    await counts('lost', csv([library]), {
      onReport: async (id) => {
        for await (const line of reportOf(directory.database.db, id)) report += line
        return true
      },
    })
    expect(report).toContain(',b,id,Café numérique,missing-from-file,remarque,')
    expect(await placesOf('lost')).toHaveLength(2)
    expect(await missingOf('lost')).toEqual(['b'])
    await counts('lost', csv([library, cafe]))
    expect(await missingOf('lost')).toEqual([])
  })

  it('does not call missing a place whose row is refused', async () => {
    await counts('spoilt', csv([library, cafe]))
    const nameless = { ...cafe, nom: '' }
    expect(await counts('spoilt', csv([library, nameless]))).toMatchObject({ rejected: 1, missing: 0 })
    expect(await missingOf('spoilt')).toEqual([])
  })

  it('knows again a row without id by its name and address (DIR-35)', async () => {
    const nameless = { ...library, id: '' }
    await counts('no-id', csv([nameless]))
    expect(await counts('no-id', csv([nameless]))).toMatchObject({ created: 0, unchanged: 1 })
  })

  it('takes the same id of two sources as two places (DIR-3)', async () => {
    await counts('north', csv([library]))
    await counts('south', csv([{ ...library, nom: 'Cyberbase', adresse: '40 rue du Port' }]))
    const [[one], [other]] = [await placesOf('north'), await placesOf('south')]
    expect(one?.id).not.toBe(other?.id)
  })

  it('numbers homonyms, and never gives an address that led elsewhere (DIR-2)', async () => {
    const { db } = directory.database
    const street = (id: string, number = 1) =>
      aGoodRow({ id, nom: 'Place unique', adresse: `${number} rue Haute` })
    await counts('homonyms', csv([street('1'), street('2'), street('3')]))
    const [first] = await placesOf('homonyms')
    expect((await placesOf('homonyms')).map((place) => place.slug)).toEqual([
      'place-unique-05061',
      'place-unique-05061-2',
      'place-unique-05061-3',
    ])
    if (!first) throw new Error('no place')
    await db
      .insertInto('places.former_slug')
      .values({ network_id: first.network_id, slug: 'place-unique-05061-4', place_id: first.id })
      .execute()
    await counts(
      'homonyms-again',
      csv([
        street('1', 7),
        street('2', 9),
        aGoodRow({ id: '3', nom: 'Place unique 05061 4', adresse: '3 impasse' }),
      ]),
    )
    const slugs = (await placesOf('homonyms-again')).map((place) => place.slug)
    expect(
      new Set([
        ...slugs,
        'place-unique-05061',
        'place-unique-05061-2',
        'place-unique-05061-3',
        'place-unique-05061-4',
      ]).size,
    ).toBe(7)
  })

  it('neutralises hostile cells and imports the rest (scenario 43)', async () => {
    const hostile = {
      ...library,
      nom: '=cmd()<script>alert(1)</script>',
      site_web: 'javascript:alert(1)',
      presentation_detail: 'x'.repeat(1_000_000),
    }
    expect(await counts('hostile', csv([hostile, cafe]))).toMatchObject({ created: 2 })
    expect((await placesOf('hostile'))[0]).toMatchObject({ name: '=cmd()', websites: [] })
  })
})

describe('nothing is written', () => {
  it('by a rehearsal, which tells the figures of the real run (DIR-31)', async () => {
    const runs = (await listImports(directory.database.db, directory.context().reach, 1000)).length
    const rehearsed = await counts('rehearsal', csv([library, cafe]), { dryRun: true })
    expect(await placesOf('rehearsal')).toEqual([])
    expect(await listImports(directory.database.db, directory.context().reach, 1000)).toHaveLength(runs)
    expect(await counts('rehearsal', csv([library, cafe]))).toEqual(rehearsed)
  })

  it('when the file cannot be read', async () => {
    expect(await bring('broken', '%PDF-1.7')).toMatchObject({ refused: 'document' })
    expect(await bring('broken', `${standardColumns.join(',')}\n`)).toMatchObject({ refused: 'header-only' })
    expect(await bring('broken', `${csv([library])}\nx,"never closed`)).toMatchObject({
      refused: 'quote-not-closed',
    })
    expect(await placesOf('broken')).toEqual([])
  })

  it('when the publication stops half-way: the source can be imported again (scenario 12)', async () => {
    const stopped = bring('stopped', csv([library, cafe]), {
      onProgress: (step) => {
        if (step === 'apply') throw new Error('stopped')
      },
    })
    await expect(stopped).rejects.toThrow('stopped')
    expect(await placesOf('stopped')).toEqual([])
    let told = 0
    const again = await bring('stopped', csv([library, cafe]), { onInterrupted: () => (told += 1) })
    expect(again).toMatchObject({ created: 2 })
    expect(told).toBe(1)
  })
})

describe('one import of a source at a time (DIR-40, scenario 13)', () => {
  it('tells the second, and lets another source go on', async () => {
    const { db } = directory.database
    await withSourceLock(db, directory.context().network.id, 'busy', async () => {
      expect(await bring('busy', csv([library]))).toMatchObject({ refused: 'import-running' })
      expect(await counts('free', csv([library]))).toMatchObject({ created: 1 })
    })
    expect(await counts('busy', csv([cafe]))).toMatchObject({ created: 1 })
  })
})

describe('applying', () => {
  async function checkedImport(source: string, rows = [library, cafe]): Promise<ImportId> {
    const context = directory.context()
    const id: ImportId = newId()
    await addImport(
      context.db,
      context.network.id,
      { id, source, fileName: 'x.csv', fileSha256: null, createdBy: null },
      context.now,
    )
    const run = await findImport(context.db, context.reach, id)
    if (!run) throw new Error('no import')
    await checkImport(context, run, {
      source: sourceOfBytes(new TextEncoder().encode(csv(rows))),
      limit: 1e6,
    })
    return id
  }

  it('may be asked twice: the second only repeats the figures', async () => {
    const id = await checkedImport('asked-twice')
    const first = await applyImport(directory.context(), id)
    expect(first).toMatchObject({ created: 2 })
    expect(await applyImport(directory.context(), id)).toEqual(first)
    expect(await placesOf('asked-twice')).toHaveLength(2)
  })

  it('asks for another reading when the prepared rows were lost with the server', async () => {
    const id = await checkedImport('rows-lost')
    await directory.database.db.deleteFrom('places.import_row').where('run_id', '=', id).execute()
    expect(await applyImport(directory.context(), id)).toMatchObject({ refused: 'rows-lost' })
  })

  it('notes an unchanged row by its id alone, and writes nothing of it a second time (DIR-34)', async () => {
    const { db } = directory.database
    const kept = () =>
      sql<{ id: string; written: string }>`select external_id as id, xmin::text as written
        from places.external_ref where source = 'twice' order by 1`.execute(db)
    await applyImport(directory.context(), await checkedImport('twice'))
    const { rows: before } = await kept()
    const id = await checkedImport('twice')
    const staged = await db
      .selectFrom('places.import_row')
      .select(['outcome', 'fields', 'raw'])
      .where('run_id', '=', id)
      .execute()
    expect(staged).toEqual([
      { outcome: 'unchanged', fields: null, raw: null },
      { outcome: 'unchanged', fields: null, raw: null },
    ])
    expect(await applyImport(directory.context(), id)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    expect((await kept()).rows).toEqual(before)
  })

  it('asks for another reading when what was kept of an unchanged row changed since the check', async () => {
    const { db } = directory.database
    await applyImport(directory.context(), await checkedImport('moved'))
    const id = await checkedImport('moved')
    await db
      .updateTable('places.external_ref')
      .set({ fingerprint: 'another' })
      .where('source', '=', 'moved')
      .execute()
    expect(await applyImport(directory.context(), id)).toMatchObject({ refused: 'rows-lost' })
  })

  it('sees what another import of the source published since the check', async () => {
    const id = await checkedImport('overtaken')
    await applyImport(directory.context(), await checkedImport('overtaken'))
    expect(await applyImport(directory.context(), id)).toMatchObject({ created: 0, unchanged: 2 })
  })

  it('does not exist for who cannot reach it', async () => {
    const id = await checkedImport('out-of-reach')
    const nobody = directory.context({ reach: { kind: 'nobody' } })
    expect(await applyImport(nobody, id)).toMatchObject({ refused: 'no-such-import' })
  })

  it('a file that only lost a place is something to confirm: the mark is set, nothing else changes (DIR-38)', async () => {
    await applyImport(directory.context(), await checkedImport('only-lost'))
    const before = await placesOf('only-lost')
    const id = await checkedImport('only-lost', [library])
    const run = await confirmImport(directory.context(), id)
    if (isRefusal(run) || !run.counts) throw new Error('not confirmed')
    expect(run.counts).toMatchObject({ created: 0, updated: 0, held: 0, unchanged: 1, missing: 1 })
    expect(changesSomething(run.counts)).toBe(true)
    expect(await missingOf('only-lost')).toEqual([])
    expect(await applyImport(directory.context(), id)).toMatchObject({ unchanged: 1, missing: 1 })
    expect(await missingOf('only-lost')).toEqual(['b'])
    expect(await placesOf('only-lost')).toEqual(before)
  })

  it('leaves its line in the journal, with the figures', async () => {
    const id = await checkedImport('journal')
    await applyImport(directory.context(), id)
    const line = await directory.database.db
      .selectFrom('platform.journal')
      .select(['action', 'details'])
      .where('subject_id', '=', id)
      .executeTakeFirst()
    expect(line).toMatchObject({ action: 'import.applied', details: { source: 'journal', created: 2 } })
  })
})
