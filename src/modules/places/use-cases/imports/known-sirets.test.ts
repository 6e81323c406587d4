import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { acceptCorrection } from '../../data/imports/accepted-corrections.store.ts'
import { listFindings } from '../../data/imports/import.findings.ts'
import { addImport, findImport } from '../../data/imports/import.store.ts'
import * as known from '../../data/imports/known-sirets.queries.ts'
import type { ImportId } from '../../domain/imports/import.ts'
import { type StandardRow, standardColumns } from '../../domain/standard/standard-columns.ts'
import { aGoodRow } from '../../domain/testing.ts'
import { useDirectory } from '../../testing-import.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'

const directory = useDirectory()
const { database } = directory

const SIRET = '43493312300029'
const OTHER = '35600000000048'
const rounded = aGoodRow({ pivot: '36750100000000', nom: 'CCAS de Gap' })

beforeEach(async () => {
  await database.db.deleteFrom('places.place').execute()
  await database.db.deleteFrom('identity.organisation').execute()
})

async function checked(source: string, rows: readonly StandardRow[]): Promise<ImportId> {
  const context = directory.context()
  const id: ImportId = newId()
  const told = { id, source, fileName: 'lieux.csv', fileSha256: null, createdBy: null }
  await addImport(database.db, context.network.id, told, context.now)
  const run = await findImport(database.db, context.reach, id)
  if (!run) throw new Error('no import')
  const lines = rows.map((row) => standardColumns.map((column) => `"${row[column]}"`).join(','))
  const bytes = Buffer.from([standardColumns.join(','), ...lines].join('\n'))
  const outcome = await checkImport(context, run, { source: sourceOfBytes(bytes), limit: 1e7 })
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return id
}

async function proposals(source: string, rows: readonly StandardRow[]) {
  const run = await checked(source, rows)
  const asked = { severity: null, code: 'siret-rounded', limit: 500, offset: 0 }
  return (await listFindings(database.db, run, asked)).map(({ proposal }) => proposal)
}

async function organisation(name: string, change: { siret?: string; commune?: string } = {}) {
  const { siret = SIRET, commune = 'GAP' } = change
  const { network, now } = directory.context()
  await database.db
    .insertInto('identity.organisation')
    .values({
      ...{ id: newId<'organisation'>(), network_id: network.id, kind: 'association', created_at: now },
      ...{ name, siret, commune },
    })
    .execute()
}

/** A place of the directory, brought by another source. */
async function place(cells: Partial<StandardRow>) {
  const run = await checked('ailleurs', [aGoodRow(cells)])
  const context = directory.context()
  const applied = await applyImport(context, run)
  if (isRefusal(applied)) throw new Error(applied.refused)
}

describe('a SIRET rounded by a spreadsheet, in an import (DIR-18)', () => {
  it('comes with that of the organisation of the same name and commune', async () => {
    await organisation('Ccas de  GAP')
    expect(await proposals('organisation', [rounded])).toEqual([SIRET])
  })

  it('comes with that of the organisation that the row says it is of', async () => {
    await organisation('Région des Lacs')
    const parent = { structure_parente: 'Région des lacs', commune: '' }
    expect(await proposals('parent', [{ ...rounded, ...parent }])).toEqual([SIRET])
  })

  it('comes with the identifier of a place of the directory', async () => {
    await place({ id: 'x', nom: 'C.C.A.S de Gap', pivot: OTHER })
    await place({ id: 'y', nom: 'CCAS de Gap', adresse: '90 route de Veynes', pivot: SIRET })
    expect(await proposals('place', [rounded])).toEqual([SIRET])
  })

  it('takes the proposal once somebody accepted all of that kind', async () => {
    await organisation('CCAS de Gap')
    const { network, now } = directory.context()
    const all = { code: 'siret-rounded', column: 'pivot', value: null, source: 'accepted', by: null }
    await acceptCorrection(database.db, network.id, all, now)
    const run = await checked('accepted', [rounded])
    await applyImport(directory.context(), run)
    expect(await directory.places()).toMatchObject([{ pivot: SIRET }])
    const told = await listFindings(database.db, run, { severity: null, code: null, limit: 10, offset: 0 })
    expect(told).toMatchObject([{ code: 'siret-rounded', severity: 'correction', proposal: SIRET }])
  })

  it('asks the directory once for a hundred rows, and not at all of a file without any', async () => {
    const asked = vi.spyOn(known, 'siretsOfNames')
    await organisation('CCAS de Gap')
    const rows = Array.from({ length: 150 }, (_, at) => ({ ...rounded, id: `gap-${at}` }))
    expect(new Set(await proposals('many', rows))).toEqual(new Set([SIRET]))
    expect(asked).toHaveBeenCalledTimes(2)
    await checked('none', [aGoodRow()])
    expect(asked).toHaveBeenCalledTimes(2)
  })
})

describe('nothing is proposed', () => {
  it.each([
    ['of another commune', { commune: 'Chartres' }],
    ['whose SIRET is rounded as well', { siret: '21760400000000' }],
  ])('from an organisation %s', async (_what, change) => {
    await organisation('CCAS de Gap', change)
    expect(await proposals(`none-${_what}`, [rounded])).toEqual([null])
  })

  it('when two are known and nothing tells them apart', async () => {
    await organisation('CCAS de Gap')
    await organisation('CCAS de Gap', { siret: OTHER })
    expect(await proposals('two', [rounded])).toEqual([null])
    expect(await proposals('figures', [{ ...rounded, pivot: '4,34933E+13' }])).toEqual([SIRET])
  })
})
