import { beforeAll, describe, expect, it } from 'vitest'
import { keepSemesterFigures } from '../../src/modules/places/index.ts'
import { addPlace, type TestPlace } from '../../src/modules/places/testing.ts'
import { useApp } from '../support.ts'

const app = useApp()
/** Saint-Lô Agglo. */
const EPCI = '200066389'
const saintLo = { commune: 'Saint-Lô', postalCode: '50000', inseeCode: '50502', address: '1 rue du Port' }
const add = (place: TestPlace) => addPlace(app.services.db, app.networks.estuaire, place)

beforeAll(async () => {
  for (const [index, services] of [
    ['safe-use'],
    ['safe-use', 'job-seeking'],
    ['leisure-and-creation'],
  ].entries())
    await add({
      ...saintLo,
      name: `Lieu ${index + 1}`,
      services: services as TestPlace['services'] & string[],
    })
  await add({
    name: 'Ailleurs',
    commune: 'Caen',
    postalCode: '14000',
    inseeCode: '14118',
    services: ['safe-use'],
  })
})

const csv = async (path: string) => (await (await app.visitor().get(path)).text()).trim().split(/\r?\n/)
const figure = async (reading: string, ...cells: string[]) => {
  const lines = await csv(`/statistiques.csv?epci=${EPCI}`)
  const line = lines.find((one) => one.includes(`;${[reading, ...cells].join(';')};`))
  return line === undefined ? null : Number(line.split(';').at(-1))
}

describe('Les statistiques d’une intercommunalité', () => {
  it('sont celles que l’on recompte dans le fichier de ses lieux (DIR-81, scénario 41)', async () => {
    const [header = '', ...rows] = await csv(`/lieux/standard.csv?epci=${EPCI}`)
    expect(header).toContain('services')
    expect(await figure('2026-06-17', 'lieux', '')).toBe(rows.length)
    const secured = rows.filter((row) => row.includes('Utilisation sécurisée du numérique')).length
    const own = 'Utilisation sécurisée du numérique'
    expect(await figure('2026-06-17', 'service', 'safe-use', own)).toBe(secured)
    expect([rows.length, secured]).toEqual([3, 2])
  })

  it('relevées à la fin du semestre, ne bougent plus quand on corrige l’annuaire (DIR-81, scénario 41)', async () => {
    app.moveTo('2026-07-01')
    await keepSemesterFigures.work(app.services, undefined as never)
    await app.services.db
      .updateTable('places.place')
      .set({ services: [] })
      .where('insee_code', '=', '50502')
      .execute()
    await add({ ...saintLo, name: 'Ouvert en juillet' })
    expect(await figure('2026-07-01', 'lieux', '')).toBe(4)
    expect(await figure('2026-H1', 'lieux', '')).toBe(3)
    const own = 'Utilisation sécurisée du numérique'
    expect(await figure('2026-07-01', 'service', 'safe-use', own)).toBe(0)
    expect(await figure('2026-H1', 'service', 'safe-use', own)).toBe(2)
    app.moveTo('2026-06-17')
  })
})
