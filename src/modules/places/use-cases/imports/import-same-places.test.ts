import { describe, expect, it } from 'vitest'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { distinctionsOf } from '../../data/duplicates/distinctions.store.ts'
import { heldRowsToDecide } from '../../data/imports/held-rows.store.ts'
import { addImport, findImport } from '../../data/imports/import.store.ts'
import type { ImportCounts, ImportId } from '../../domain/imports/import.ts'
import { type StandardRow, standardColumns } from '../../domain/standard/standard-columns.ts'
import { aGoodRow } from '../../domain/testing.ts'
import { useDirectory } from '../../testing-import.ts'
import { mergePlaces } from '../duplicates/merge-places.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { decideRow } from './decide-held-row.ts'

// What was decided of two sheets holds for the files that come after.

const directory = useDirectory()
const library = aGoodRow({ id: 'a', nom: 'Médiathèque', telephone: '+33199000001' })
const cafe = aGoodRow({ id: 'b', nom: 'Café numérique', adresse: '12 rue Basse' })

function csv(rows: readonly StandardRow[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = rows.map((row) => standardColumns.map((column) => quoted(row[column])).join(','))
  return [standardColumns.join(','), ...lines].join('\n')
}

let minute = 0
async function published(
  source: string,
  rows: readonly StandardRow[],
): Promise<ImportCounts & { id: ImportId }> {
  minute += 1
  directory.clock.moveTo(`2026-06-18T10:${String(minute).padStart(2, '0')}:00.000Z` as never)
  const context = directory.context()
  const id: ImportId = newId()
  const sent = { id, source, fileName: 'x.csv', fileSha256: null, createdBy: null }
  await addImport(context.db, context.network.id, sent, context.now)
  const run = await findImport(context.db, context.reach, id)
  if (!run) throw new Error('no import')
  await checkImport(context, run, { source: sourceOfBytes(new TextEncoder().encode(csv(rows))), limit: 1e7 })
  const counts = await applyImport(context, id)
  if (isRefusal(counts)) throw new Error(counts.refused)
  return { ...counts, id }
}

const named = async (name: string) => {
  const found = (await directory.places()).find((place) => place.name === name)
  if (!found) throw new Error(`no place named ${name}`)
  return found
}

describe('a row of a place that was joined to another (DIR-3, DIR-35, DIR-47)', () => {
  it('speaks of the one that stands: nothing is created, the duplicate is not written', async () => {
    await published('joined', [library, cafe])
    const [kept, duplicate] = [await named('Médiathèque'), await named('Café numérique')]
    const merged = await mergePlaces(directory.context(), {
      ...{ kept: kept.id, duplicate: duplicate.id },
      ...{ seen: { kept: kept.version, duplicate: duplicate.version } },
      ...{ choices: {}, reason: '', sawLabels: false },
    })
    expect(isRefusal(merged)).toBe(false)
    const before = (await directory.places()).find(({ id }) => id === duplicate.id)
    expect(await published('joined', [library, cafe])).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    const moved = { ...cafe, prise_rdv: 'https://rdv.example.org/' }
    expect(await published('joined', [library, moved])).toMatchObject({ created: 0, updated: 1 })
    expect((await named('Médiathèque')).booking_url).toBe('https://rdv.example.org/')
    expect((await directory.places()).find(({ id }) => id === duplicate.id)).toEqual(before)
  })
})

describe('« c’est un autre lieu », of a held row (DIR-46)', () => {
  it('is remembered between the two, with who said it', async () => {
    const here = { ...library, nom: 'Ludothèque', adresse: '3 place du Marché' }
    await published('here', [here])
    const one = await named('Ludothèque')
    await published('there', [{ ...here, id: 'z9', telephone: '+33199000009' }])
    const context = directory.context()
    const { rows } = await heldRowsToDecide(context.db, context.reach, {
      ...{ source: 'there', limit: 10, offset: 0 },
    })
    const [row] = rows
    if (!row) throw new Error('nothing waits')
    expect(row.place?.id).toBe(one.id)
    await decideRow(context, { run: row.run, line: row.line, decision: 'separate' })
    const other = (await directory.places()).find(
      ({ id, name, status }) => name === 'Ludothèque' && status === 'published' && id !== one.id,
    )
    if (!other) throw new Error('no place was created')
    expect(await distinctionsOf(context.db, one.id, other.id)).toMatchObject([
      { reason: 'Dit d’une ligne d’import, l’autre lieu sous les yeux.', stands: true },
    ])
  })
})
