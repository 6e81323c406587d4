import { beforeAll, describe, expect, it } from 'vitest'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import { keepSemesterFigures } from '../../src/modules/places/jobs/statistics/keep-semester-figures.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { runBy } from '../../src/modules/places/testing-life.ts'
import { type Program, useApp } from '../support.ts'

// Qui relit sans cesse un lieu ou des chiffres reçoit 304 tant que rien ne change, et la vérité dès que cela change.
const app = useApp()
const STATISTICS = '/api/v1/statistics'
let place: PlaceId
let program: Program
const addressOf = () => `/api/v1/places/${place}`

beforeAll(async () => {
  const { db, network, now } = app.context()
  place = await addPlace(db, network.id, {
    ...{ name: 'Médiathèque de Gap', commune: 'Gap', inseeCode: '05061', postalCode: '05000' },
    ...{ slug: 'mediatheque', address: '3 rue du Mazel' },
  })
  const fields = { name: 'Ville de Gap', kind: 'commune', siret: null, commune: 'Gap' } as const
  const organisation = await addOrganisation(db, network.id, fields, now)
  await runBy(app.context(), place, organisation)
  program = await app.program(await app.signIn('partner', { organisation }))
})

const get = (path: string, held?: string) =>
  app.app.request(`http://localhost:3000${path}`, { headers: held ? { 'if-none-match': held } : {} })
const markOf = async (path: string) => (await get(path)).headers.get('etag') ?? ''

/** What is answered to whoever holds the answer of before, once that has happened. */
async function statusOnce(path: string, happening: () => unknown): Promise<number> {
  const held = await markOf(path)
  expect((await get(path, held)).status).toBe(304)
  await happening()
  return (await get(path, held)).status
}

const sameDay = () => app.moveTo('2026-06-17')

describe.each([
  ['un lieu', addressOf],
  ['les chiffres d’un territoire', () => `${STATISTICS}?departement=05`],
  ['les chiffres du réseau', () => STATISTICS],
])('DIR-84 : %s', (_what, path) => {
  it('répond 304 sans corps tant que rien ne change', async () => {
    const held = await markOf(path())
    const again = await get(path(), held)
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', held])
    expect((await get(path(), '"autre"')).status).toBe(200)
    expect((await get(path(), `W/${held}`)).status).toBe(304)
  })

  it('dit la vérité dès que la fiche est modifiée', async () => {
    const summary = `Ouvert à tous ${path()}`
    const edit = () =>
      app.database.pool.query('update places.place set summary = $1 where id = $2', [summary, place])
    expect(await statusOnce(path(), edit)).toBe(200)
  })

  it('dès qu’un label vient, et dès qu’il s’en va avec le jour', async () => {
    const { db, network } = app.context()
    const code = `epn${path().length}`
    const comes = () =>
      addShownLabel(db, network.id, place, { code, name: `EPN ${code}`, until: '2026-06-18' })
    expect(await statusOnce(path(), comes)).toBe(200)
    expect(await statusOnce(path(), () => app.moveTo('2026-06-18'))).toBe(200)
    sameDay()
  })

  it('dès qu’un label change de nom', async () => {
    const { db, network } = app.context()
    const code = `nom${path().length}`
    await addShownLabel(db, network.id, place, { code, name: `Avant ${code}` })
    const renamed = () =>
      db
        .updateTable('labels.scheme')
        .set({ name: `Après ${code}` })
        .where('code', '=', code)
        .execute()
    expect(await statusOnce(path(), renamed)).toBe(200)
  })

  it('un autre jour', async () => {
    expect(await statusOnce(path(), () => app.moveTo('2026-06-19'))).toBe(200)
    sameDay()
  })
})

describe('DIR-84, DIR-9 : la marque d’un lieu', () => {
  it('est aussi la version que l’on a lue, pour l’écrire', async () => {
    const seen = { 'if-match': await markOf(addressOf()) }
    expect((await program.patch(addressOf(), { telephone: '01 99 00 00 01' }, seen)).status).toBe(200)
    expect((await program.patch(addressOf(), { telephone: '01 99 00 00 02' }, seen)).status).toBe(412)
  })

  it('ne sert pas pour d’autres champs, ni pour un lieu qui a fermé', async () => {
    const held = await markOf(`${addressOf()}?fields=nom`)
    expect((await get(addressOf(), held)).status).toBe(200)
    const closes = () =>
      app.database.pool.query(
        `update places.place set status = 'closed', closed_on = '2026-06-17' where id = $1`,
        [place],
      )
    expect(await statusOnce(addressOf(), closes)).toBe(410)
  })
})

describe('DIR-81, DIR-84 : les chiffres gardés d’un semestre', () => {
  it('se lisent dès qu’ils sont là', async () => {
    app.moveTo('2026-07-01')
    const kept = () => keepSemesterFigures.work(app.services, undefined as never)
    expect(await statusOnce(STATISTICS, kept)).toBe(200)
    sameDay()
  })
})
