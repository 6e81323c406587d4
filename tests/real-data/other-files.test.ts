import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { isSiret } from '../../src/kernel/organisation-numbers.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import type { ImportCounts } from '../../src/modules/places/domain/imports/import.ts'
import { territoryAt } from '../../src/modules/places/domain/territories.ts'
import { useDirectory } from '../../src/modules/places/testing-import.ts'
import { type ImportFileOptions, importFile } from '../../src/modules/places/use-cases/imports/import-file.ts'
import { reportOf } from '../../src/modules/places/use-cases/imports/import-report.ts'
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

describe.skipIf(absent)('the other files of the field (scenarios 1, 2, 5 and 7)', () => {
  const directory = useDirectory()
  const report: string[] = []
  const bring = async (name: string): Promise<ImportCounts> => {
    report.length = 0
    const onReport: ImportFileOptions['onReport'] = async (id) => {
      for await (const line of reportOf(directory.database.db, id)) report.push(line)
      return true
    }
    const path = join(data, name)
    const outcome = await importFile(directory, directory.context(), path, name, { onReport })
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
    return outcome
  }
  const said = () =>
    parse(report.join(''), { columns: true }) as {
      ligne: string
      code: string
      valeur: string
      message: string
    }[]

  const asked = async <Row>(text: string, values: unknown[] = []) =>
    (await directory.database.pool.query(text, values)).rows as Row[]
  const pointsOf = (source: string) =>
    asked<{ latitude: number | null; longitude: number | null }>(
      `select p.latitude, p.longitude from places.place p join places.external_ref r on r.place_id = p.id
       where r.source = $1`,
      [source],
    )
  /** All that the directory holds, versions and days included. */
  const everyPlace = () =>
    asked("select count(*), md5(string_agg(p::text, ' ' order by p.id)) from places.place p")

  it.each(FILES)(
    '%s is read to its last row, and a second import changes nothing (DIR-27, DIR-29, DIR-32, DIR-34)',
    { timeout: 240_000 },
    async (name, rejected) => {
      const { read, created, updated, unchanged, held, grouped, ...rest } = await bring(name)
      expect([read, rest.rejected, updated, unchanged]).toEqual([await rowsOf(name), rejected, 0, 0])
      expect(created + held + rejected + grouped).toBe(read)
      const lines = said().map(({ ligne }) => Number(ligne))
      expect(lines).toEqual([...lines].sort((one, other) => one - other))
      expect(
        new Set(
          said()
            .filter(({ code }) => code === 'nowhere')
            .map(({ ligne }) => ligne),
        ).size,
      ).toBe(rejected)
      const points = await pointsOf(name)
      expect(points).toHaveLength(created)
      expect(points.filter(isAbroad)).toEqual([])

      const before = await everyPlace()
      const again = await bring(name)
      expect(again).toMatchObject({ read, created: 0, updated: 0, held, grouped, missing: 0 })
      expect(again.unchanged).toBe(created)
      expect(await everyPlace()).toEqual(before)
    },
  )

  it('the 75 rounded SIRET of Le Havre are all announced, with the advice, and none is kept (DIR-18, scenario 5)', async () => {
    await bring('le-havre-normandie-2024.json')
    const rounded = said().filter(({ code }) => code === 'siret-rounded')
    expect(rounded).toHaveLength(75)
    expect(rounded.filter(({ valeur }) => passesLuhn(valeur))).toHaveLength(25)
    expect(rounded.filter(({ message }) => !message.includes('redemandez'))).toEqual([])
    const kept = await asked<{ pivot: string }>('select pivot from places.place where pivot is not null')
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.filter(({ pivot }) => /^\d{14}$/.test(pivot) && !isSiret(pivot))).toEqual([])
    expect(kept.filter(({ pivot }) => pivot.endsWith('00000'))).toEqual([])
  })

  it('X is the latitude in Gironde, in spite of its name (scenario 7)', async () => {
    const rows = (await pointsOf('gironde-2024.json')).filter(({ latitude }) => latitude !== null)
    expect(rows.length).toBeGreaterThan(300)
    for (const { latitude, longitude } of rows) {
      expect(latitude).toBeGreaterThan(44)
      expect(latitude).toBeLessThan(45.7)
      expect(longitude).toBeLessThan(0.4)
    }
  })
})

/** The key alone: one number in ten passes by chance. */
function passesLuhn(number: string): boolean {
  const doubled = [...number.replace(/\D/g, '')]
    .reverse()
    .map((figure, rank) => Number(figure) * (1 + (rank % 2)))
  return doubled.reduce((sum, figure) => sum + (figure > 9 ? figure - 9 : figure), 0) % 10 === 0
}

function isAbroad({ latitude, longitude }: { latitude: number | null; longitude: number | null }): boolean {
  return latitude !== null && longitude !== null && territoryAt(latitude, longitude) === null
}

async function rowsOf(name: string): Promise<number> {
  const text = await readFile(join(data, name), 'utf8')
  return name.endsWith('.json')
    ? JSON.parse(text).length
    : (parse(text, { columns: true, bom: true }) as unknown[]).length
}
