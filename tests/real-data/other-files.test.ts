import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/refusal.ts'
import type { ImportCounts } from '../../src/modules/places/domain/imports/import.ts'
import { useDirectory } from '../../src/modules/places/testing-import.ts'
import { type ImportFileOptions, importFile } from '../../src/modules/places/use-cases/imports/import-file.ts'
import { root } from '../../src/platform/root.ts'

const data = join(root, '../shared/data/places')
const absent = !existsSync(join(data, 'gironde-2024.json')) && process.env.CI !== 'true'
if (absent) console.warn(`Données réelles absentes (${data}) : ces tests sont sautés.`)

/** Each file of the field that is not of the standard, and how many of its rows say nowhere. */
const FILES: [name: string, rejected: number][] = [
  ['conseiller-numerique-national-v0.json', 0],
  ['data-inclusion-national-v0.json', 0],
  ['france-services-national-20221201.csv', 26],
  ['numi-normandie-2023.json', 0],
  ['le-havre-normandie-2024.json', 0],
  ['region-sud-paca-2023.json', 2],
  ['gironde-2024.json', 0],
  ['aidants-connect-national-2023.json', 0],
]

describe.skipIf(absent)('the other files of the field (scenarios 1, 2, 5, 7 and 8)', () => {
  const directory = useDirectory()
  const bring = async (name: string, options: ImportFileOptions = {}): Promise<ImportCounts> => {
    const outcome = await importFile(directory, directory.context(), join(data, name), name, options)
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
    return outcome
  }

  it.each(FILES)(
    '%s is read to its last row, with a complete report (DIR-27, DIR-29)',
    { timeout: 120_000 },
    async (name, rejected) => {
      const counts = await bring(name, { dryRun: true })
      expect(counts.read).toBe(await rowsOf(name))
      expect(counts.rejected).toBe(rejected)
      expect(counts.created + counts.held + counts.rejected + counts.grouped).toBe(counts.read)
    },
  )

  it('a second import changes nothing (DIR-34)', { timeout: 120_000 }, async () => {
    const first = await bring('le-havre-normandie-2024.json')
    expect(first).toMatchObject({ read: 80, rejected: 0 })
    expect(await bring('le-havre-normandie-2024.json')).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: first.created,
    })
  })

  it('the rounded SIRET of Le Havre are all announced, and none is kept (scenario 5)', async () => {
    const places = await directory.places()
    expect(places.length).toBeGreaterThan(70)
    expect(places.filter(({ pivot }) => pivot?.endsWith('00000'))).toEqual([])
  })

  it('X is the latitude in Gironde, in spite of its name (scenario 7)', { timeout: 120_000 }, async () => {
    const known = new Set((await directory.places()).map(({ id }) => id))
    await bring('gironde-2024.json')
    const points = (await directory.places()).filter(
      ({ id, latitude }) => !known.has(id) && latitude !== null,
    )
    expect(points.length).toBeGreaterThan(300)
    for (const { latitude } of points) expect(latitude).toBeGreaterThan(43)
  })
})

async function rowsOf(name: string): Promise<number> {
  const text = await readFile(join(data, name), 'utf8')
  return name.endsWith('.json')
    ? JSON.parse(text).length
    : (parse(text, { columns: true, bom: true }) as unknown[]).length
}
