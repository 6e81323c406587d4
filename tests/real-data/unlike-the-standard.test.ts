import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { isStandard } from '../../src/modules/places/domain/imports/detect-file.ts'
import { proposeMapping } from '../../src/modules/places/domain/mapping/propose-mapping.ts'
import { projectedPoint } from '../../src/modules/places/domain/standard/projected-point.ts'
import { services as today } from '../../src/modules/places/domain/vocabulary.ts'
import { recognisePlaces } from '../../src/modules/places/use-cases/imports/read-file.ts'
import { firstRows } from '../../src/modules/places/use-cases/imports/reading-rule.ts'
import { type MadeRow, standardRows } from '../../src/modules/places/use-cases/imports/standard-rows.ts'
import { root } from '../../src/platform/root.ts'
import { sourceOfPath } from '../../src/platform/tables/file-source.ts'

const data = join(root, '../shared/data/places')
const absent = !existsSync(join(data, 'gironde-2024.json')) && process.env.CI !== 'true'
if (absent) console.warn(`Données réelles absentes (${data}) : ces tests sont sautés.`)

/** The rows as nobody said how to read them. */
async function rowsOf(name: string): Promise<MadeRow[]> {
  const table = await recognisePlaces(sourceOfPath(join(data, name)), 50_000_000)
  if (isRefusal(table)) throw new Error(`refused: ${table.refused}`)
  expect(isStandard(table.header)).toBe(false)
  const mapping = proposeMapping(table.header, await firstRows(table))
  const rows: MadeRow[] = []
  for await (const row of standardRows(table, { kind: 'proposed', mapping })) rows.push(row)
  return rows
}

const words = new Set<string>(today.map(({ standard }) => standard))

describe.skipIf(absent)('files of before the standard of today (DIR-15, scenario 8)', () => {
  it.each([
    ['conseiller-numerique-national-v0.json', 4930, 1900, false],
    ['data-inclusion-national-v0.json', 3811, 2200, false],
    ['numi-normandie-2023.json', 757, 330, false],
    // One of its rows writes this word of today itself.
    ['le-havre-normandie-2024.json', 80, 60, true],
  ])(
    '%s: each row keeps its services, in the words of today, and its mail',
    async (name, count, mails, isSafeUseSaid) => {
      const rows = (await rowsOf(name)).map(({ row }) => row)
      expect(rows.filter(({ services }) => services !== '')).toHaveLength(count)
      const said = new Set(rows.flatMap(({ services }) => services.split('|')))
      expect([...said].filter((word) => !words.has(word))).toEqual([])
      expect(said.has('Utilisation sécurisée du numérique')).toBe(isSafeUseSaid)
      expect(rows.filter(({ courriels }) => courriels.includes('@')).length).toBeGreaterThan(mails)
    },
  )

  it('« A ma place » is told, not turned into something else', async () => {
    const rows = await rowsOf('data-inclusion-national-v0.json')
    const unknown = rows.flatMap((row) => row.unknown.map(({ column, value }) => `${column}: ${value}`))
    expect(unknown.some((one) => /^modalites_accompagnement: .*ma place/i.test(one))).toBe(true)
  })
})

describe.skipIf(absent)('a copy of Gironde in Lambert-93 (DIR-21, scenario 7)', () => {
  it('gives the same points within a metre', async () => {
    const rows = (await rowsOf('gironde-2024.json')).map(({ row }) => row)
    const points = rows
      .map(({ latitude, longitude }) => [
        Number(latitude.replace(',', '.')),
        Number(longitude.replace(',', '.')),
      ])
      .filter(([latitude = 0]) => latitude > 43)
    expect(points.length).toBeGreaterThan(300)
    for (const [latitude = 0, longitude = 0] of points) {
      const [east, north] = lambert93(latitude, longitude)
      const again = projectedPoint(north, east, '33000')
      expect(again?.projection).toBe('Lambert-93')
      expect(Math.abs((again?.latitude ?? 0) - latitude) * 111_000).toBeLessThan(1)
      expect(Math.abs((again?.longitude ?? 0) - longitude) * 79_000).toBeLessThan(1)
    }
  })
})

/** From degrees to metres, by the constants that the IGN publishes (NTG 71). */
function lambert93(latitude: number, longitude: number): [east: number, north: number] {
  const [n, c, xs, ys, e] = [0.725607765053267, 11754255.426096, 700000, 12655612.049876, 0.0818191910428158]
  const angle = (latitude * Math.PI) / 180
  const isometric = Math.atanh(Math.sin(angle)) - e * Math.atanh(e * Math.sin(angle))
  const radius = c * Math.exp(-n * isometric)
  const turn = (n * ((longitude - 3) * Math.PI)) / 180
  return [xs + radius * Math.sin(turn), ys - radius * Math.cos(turn)]
}
