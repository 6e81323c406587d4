import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Services } from '../../../../platform/services.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { heldRowsToDecide } from '../../data/imports/held-rows.store.ts'
import { addImport, findImport } from '../../data/imports/import.store.ts'
import { proposalsToDecide } from '../../data/imports/proposals.store.ts'
import { importRetention } from '../../data/imports/retention.ts'
import { changePlace, lockPlace } from '../../data/life/place.store.ts'
import type { HeldDecision, ImportCounts, ImportId } from '../../domain/imports/import.ts'
import { type StandardRow, standardColumns } from '../../domain/standard/standard-columns.ts'
import { aGoodRow } from '../../domain/testing.ts'
import { useDirectory } from '../../testing-import.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { decideRow } from './decide-held-row.ts'
import { decideOnProposal } from './decide-proposal.ts'
import { stopImport } from './stop-import.ts'
import { redoImport, undoImport } from './undo-import.ts'

const directory = useDirectory()
const { database } = directory
const library = aGoodRow({ id: 'a', nom: 'Médiathèque', telephone: '+33199000001' })
const cafe = aGoodRow({ id: 'b', nom: 'Café numérique', adresse: '12 rue Basse' })
const all = { limit: 100, offset: 0 }

beforeEach(async () => {
  // What somebody distinguished is never erased, but between two tests.
  await sql`alter table places.distinction disable trigger distinction_is_append_only`.execute(database.db)
  await database.db.deleteFrom('places.distinction').execute()
  await database.db.deleteFrom('places.place').execute()
  await database.db.deleteFrom('places.ignored_row').execute()
})

function csv(rows: readonly StandardRow[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [
    standardColumns.join(','),
    ...rows.map((row) => standardColumns.map((column) => quoted(row[column])).join(',')),
  ].join('\n')
}

async function checked(source: string, rows: readonly StandardRow[]): Promise<ImportId> {
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
  await checkImport(context, run, { source: sourceOfBytes(new TextEncoder().encode(csv(rows))), limit: 1e7 })
  return id
}

let minute = 0
async function published(
  source: string,
  rows: readonly StandardRow[],
): Promise<ImportCounts & { id: ImportId }> {
  minute += 1
  directory.clock.moveTo(`2026-06-18T10:${String(minute).padStart(2, '0')}:00.000Z` as never)
  const id = await checked(source, rows)
  const counts = await applyImport(directory.context(), id)
  if (isRefusal(counts)) throw new Error(counts.refused)
  return { ...counts, id }
}

async function places() {
  return database.db.selectFrom('places.place').selectAll().orderBy('name').orderBy('address').execute()
}

async function placeNamed(name: string) {
  const found = (await places()).find((place) => place.name === name)
  if (!found) throw new Error(`no place named ${name}`)
  return found
}

async function edit(name: string, patch: Record<string, unknown>) {
  const context = directory.context()
  const held = await lockPlace(context.db, context.network.id, (await placeNamed(name)).id)
  if (!held) throw new Error('no place')
  await changePlace(context.db, held, patch, { saidBy: 'owner', by: null, at: context.now, act: 'edited' })
}

async function decide(decision: HeldDecision, source: string) {
  const context = directory.context()
  const { rows } = await heldRowsToDecide(context.db, context.reach, { source, ...all })
  const [row] = rows
  if (!row) throw new Error('nothing waits')
  return decideRow(context, { run: row.run, line: row.line, decision })
}

const waiting = async (source: string) =>
  (await heldRowsToDecide(database.db, directory.context().reach, { source, ...all })).total
const proposals = (source: string) =>
  proposalsToDecide(database.db, directory.context().reach, { source, ...all })

describe('a row whose id is that of another (DIR-36)', () => {
  const twin = { ...library, nom: 'Ludothèque', adresse: '3 place du Marché' }

  it('becomes a place of its own, and stays so', async () => {
    expect(await published('own', [library, twin])).toMatchObject({ created: 1, held: 1 })
    expect(await decide('separate', 'own')).toMatchObject({ line: 3 })
    expect((await places()).map(({ name }) => name)).toEqual(['Ludothèque', 'Médiathèque'])
    expect(await waiting('own')).toBe(0)
    expect(await published('own', [twin, library])).toMatchObject({
      created: 0,
      unchanged: 2,
      held: 0,
      missing: 0,
    })
  })

  it('takes the place of the other, which is not asked again', async () => {
    await published('instead', [library, twin])
    await decide('replace', 'instead')
    expect((await places()).map(({ name }) => name)).toEqual(['Ludothèque'])
    expect(await published('instead', [library, twin])).toMatchObject({ updated: 0, unchanged: 2, held: 0 })
  })

  it('is ignored as long as it says the same', async () => {
    await published('ignored', [library, twin])
    await decide('ignore', 'ignored')
    expect(await published('ignored', [library, twin])).toMatchObject({ held: 0, unchanged: 2 })
    expect(await published('ignored', [library, { ...twin, nom: 'Autre' }])).toMatchObject({ held: 1 })
  })

  it('is decided once', async () => {
    const { id } = await published('once', [library, twin])
    await decide('ignore', 'once')
    expect(await decideRow(directory.context(), { run: id, line: 3, decision: 'separate' })).toMatchObject({
      refused: 'decided-meanwhile',
    })
    expect(await decideRow(directory.context(), { run: id, line: 3, decision: 'same' })).toMatchObject({
      refused: 'decided-meanwhile',
    })
  })
})

describe('a row much like a known place (DIR-35)', () => {
  const other = { ...library, id: 'z9', telephone: '+33199000009', presentation_resume: '' }

  it('waits, whoever made the file, and is tied to the place: what is empty is filled, the rest proposed', async () => {
    await published('first', [{ ...library, prise_rdv: '' }])
    const second = { ...other, prise_rdv: 'https://rdv.example.org/' }
    expect(await published('second', [second])).toMatchObject({ created: 0, held: 1 })
    await decide('same', 'second')
    expect(await places()).toHaveLength(1)
    expect(await placeNamed('Médiathèque')).toMatchObject({
      phone: '+33199000001',
      booking_url: 'https://rdv.example.org/',
    })
    expect((await proposals('second')).rows.map(({ column, value }) => [column, value])).toContainEqual([
      'phone',
      '+33199000009',
    ])
    expect(await published('second', [second])).toMatchObject({ created: 0, unchanged: 1, held: 0 })
  })

  it('may be another place', async () => {
    await published('here', [library])
    await published('there', [other])
    await decide('separate', 'there')
    expect(await places()).toHaveLength(2)
    expect(await published('there', [other])).toMatchObject({ unchanged: 1, held: 0 })
  })
})

describe('a field that somebody wrote (DIR-37)', () => {
  it('survives the next file; the new value of the source waits, and once refused is not proposed again', async () => {
    await published('hand', [library, cafe])
    await edit('Médiathèque', { phone: '+33199000042' })
    const moved = { ...library, telephone: '+33199000077', site_web: 'https://nouveau.example.org/' }
    expect(await published('hand', [moved, cafe])).toMatchObject({ updated: 1, unchanged: 1 })
    expect(await placeNamed('Médiathèque')).toMatchObject({
      phone: '+33199000042',
      websites: ['https://nouveau.example.org/'],
    })
    const { rows } = await proposals('hand')
    expect(rows).toMatchObject([{ column: 'phone', value: '+33199000077', current: '+33199000042' }])
    const [proposal] = rows
    if (!proposal) throw new Error('no proposal')
    await decideOnProposal(directory.context(), proposal.id, 'refused')
    await published('hand', [{ ...moved, telephone: '+33199000078' }, cafe])
    await published('hand', [moved, cafe])
    expect((await proposals('hand')).rows).toEqual([])
    expect((await placeNamed('Médiathèque')).phone).toBe('+33199000042')
  })

  it('takes the value of the source once it is accepted', async () => {
    await published('accept', [library])
    await edit('Médiathèque', { phone: null })
    await published('accept', [{ ...library, telephone: '+33199000077' }])
    const [proposal] = (await proposals('accept')).rows
    if (!proposal) throw new Error('no proposal')
    await decideOnProposal(directory.context(), proposal.id, 'accepted')
    expect((await placeNamed('Médiathèque')).phone).toBe('+33199000077')
    expect(await decideOnProposal(directory.context(), proposal.id, 'refused')).toMatchObject({
      refused: 'no-such-proposal',
    })
  })

  describe('when it is the address (DIR-55)', () => {
    const pointed = { ...library, latitude: '44.56', longitude: '6.08' }
    const moved = { ...pointed, adresse: '9 rue Haute' }
    const elsewhere = { latitude: '49.1', longitude: '-1.09' }
    async function accept(source: string, column: string) {
      const found = (await proposals(source)).rows.find((one) => one.column === column)
      if (!found) throw new Error(`no proposal of ${column}`)
      return decideOnProposal(directory.context(), found.id, 'accepted')
    }

    it('drops the point of the former one', async () => {
      await published('dropped', [pointed])
      await edit('Médiathèque', { address: '2 rue Basse' })
      await published('dropped', [moved])
      expect(await accept('dropped', 'address')).toMatchObject({ point: 'dropped', far: null })
      expect(await placeNamed('Médiathèque')).toMatchObject({ address: '9 rue Haute', latitude: null })
    })

    it('keeps the point that the same file gave with it, and says when it is far (DIR-21)', async () => {
      await published('given', [pointed])
      await edit('Médiathèque', { address: '2 rue Basse' })
      await published('given', [{ ...moved, ...elsewhere }])
      expect(await accept('given', 'address')).toMatchObject({ point: null, far: { farthest: 25 } })
      expect(await placeNamed('Médiathèque')).toMatchObject({ address: '9 rue Haute', latitude: 49.1 })
    })

    it('keeps the point that somebody placed, which is to be looked at', async () => {
      await published('placed', [pointed])
      await edit('Médiathèque', { address: '2 rue Basse', latitude: 44.57 })
      await published('placed', [{ ...moved, ...elsewhere }])
      expect(await accept('placed', 'address')).toMatchObject({ point: 'kept', far: null })
      expect(await accept('placed', 'point')).toMatchObject({ point: null, far: { farthest: 25 } })
      expect(await placeNamed('Médiathèque')).toMatchObject({ latitude: 49.1, longitude: -1.09 })
    })
  })

  it('says in its history what the file changed, and nothing else', async () => {
    const { id } = await published('story', [library])
    const { id: second } = await published('story', [{ ...library, nom: 'Grande médiathèque' }])
    const revisions = await database.db
      .selectFrom('places.revision')
      .select(['version', 'act', 'said_by', 'run_id', 'changes'])
      .orderBy('version')
      .execute()
    expect(revisions).toEqual([
      { version: 1, act: 'imported', said_by: 'source', run_id: id, changes: {} },
      {
        ...{ version: 2, act: 'imported', said_by: 'source', run_id: second },
        changes: { name: { from: 'Médiathèque', to: 'Grande médiathèque' } },
      },
    ])
  })
})

describe('undoing the last import of a source (DIR-39, scenario 14)', () => {
  it('gives everything back, but what somebody touched since; done again, it is there again', async () => {
    await published('undo', [library])
    const before = await places()
    const { id } = await published('undo', [
      { ...library, nom: 'Grande médiathèque', telephone: '+33199000077' },
      cafe,
      { ...cafe, id: 'c', nom: 'Atelier', adresse: '9 rue Neuve' },
    ])
    await edit('Grande médiathèque', { phone: '+33199000042' })
    await edit('Atelier', { summary: 'Ouvert à tous.' })
    expect(await undoImport(directory.context(), id)).toEqual({
      removed: 1,
      kept: 1,
      restored: 1,
      waiting: 1,
    })
    expect((await places()).map(({ name, phone }) => [name, phone])).toEqual([
      ['Atelier', null],
      ['Médiathèque', '+33199000042'],
    ])
    expect((await places()).find(({ name }) => name === 'Médiathèque')?.slug).toBe(before[0]?.slug)
    expect((await proposals('undo')).rows).toMatchObject([
      { kind: 'undo', column: 'phone', value: '+33199000001', current: '+33199000042' },
    ])
    expect(await redoImport(directory.context(), id)).toEqual({ created: 1, updated: 1 })
    expect((await places()).map(({ name }) => name)).toEqual([
      'Atelier',
      'Café numérique',
      'Grande médiathèque',
    ])
    expect((await proposals('undo')).rows).toEqual([])
    expect(await undoImport(directory.context(), id)).toMatchObject({ removed: 1, kept: 1, restored: 1 })
  })

  it('lets the same file be imported again as if it had never been', async () => {
    await published('again', [library])
    const { id } = await published('again', [{ ...library, nom: 'Autre nom' }, cafe])
    await undoImport(directory.context(), id)
    expect(await published('again', [{ ...library, nom: 'Autre nom' }, cafe])).toMatchObject({
      ...{ created: 1, updated: 1 },
    })
  })

  it('leaves the place that somebody works at', async () => {
    const { id } = await published('tied', [library])
    const person = newId<'person'>()
    const { network } = directory.context()
    await database.db
      .insertInto('places.confirmation')
      .values({
        ...{
          place_id: (await placeNamed('Médiathèque')).id,
          kind: 'unchanged',
          on_day: '2026-06-18' as never,
        },
        ...{ recorded_at: directory.clock.now(), recorded_by: person, said_by: 'owner' },
      } as never)
      .execute()
    expect(network.id).toBeTruthy()
    expect(await undoImport(directory.context(), id)).toMatchObject({ removed: 0, kept: 1 })
  })

  it('refuses an older one, and one that is not published', async () => {
    const { id } = await published('old', [library])
    await published('old', [library, cafe])
    expect(await undoImport(directory.context(), id)).toMatchObject({ refused: 'not-the-last' })
    expect(await undoImport(directory.context(), await checked('old', [library]))).toMatchObject({
      refused: 'not-to-undo',
    })
    expect(await redoImport(directory.context(), id)).toMatchObject({ refused: 'not-to-undo' })
    const nobody = directory.context({ reach: { kind: 'nobody' } })
    expect(await undoImport(nobody, id)).toMatchObject({ refused: 'no-such-import' })
  })
})

describe('a year later', () => {
  it('the rows, the report and the way back are gone, the counts and the places stay', async () => {
    await published('kept', [library])
    const { id } = await published('kept', [
      { ...library, nom: 'Grande médiathèque' },
      { ...library, nom: 'Autre' },
    ])
    expect(await waiting('kept')).toBe(1)
    const [rule] = importRetention
    const services = { db: database.db, clock: directory.clock } as unknown as Services
    expect(await rule?.apply(services)).toBe(0)
    const now = directory.clock.now()
    directory.clock.moveTo('2027-06-30T10:00:00.000Z' as never)
    expect(await rule?.apply(services)).toBeGreaterThanOrEqual(2)
    expect(await rule?.apply(services)).toBe(0)
    expect(await waiting('kept')).toBe(0)
    expect(await undoImport(directory.context(), id)).toMatchObject({ refused: 'too-old' })
    expect(await findImport(database.db, directory.context().reach, id)).toMatchObject({
      counts: { read: 2, held: 1 },
      emptiedAt: directory.clock.now(),
    })
    expect((await places()).map(({ name }) => name)).toEqual(['Grande médiathèque'])
    directory.clock.moveTo(now)
  })
})

describe('stopping (DIR-41)', () => {
  it('leaves nothing behind, and the import abandoned', async () => {
    const id = await checked('stopped', [library, cafe])
    await database.db
      .updateTable('places.import_run')
      .set({ confirmed_at: directory.clock.now() })
      .where('id', '=', id)
      .execute()
    expect(await stopImport(directory.context(), id)).toMatchObject({ source: 'stopped' })
    expect(await applyImport(directory.context(), id)).toMatchObject({ refused: 'import-stopped' })
    expect(await places()).toEqual([])
    const run = await findImport(database.db, directory.context().reach, id)
    expect(run?.abandonedAt).not.toBeNull()
    expect(await stopImport(directory.context(), id)).toMatchObject({ refused: 'not-to-decide' })
  })
})
