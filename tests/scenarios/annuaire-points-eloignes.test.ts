import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { runBy } from '../../src/modules/places/testing-life.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, type Program, read, useApp } from '../support.ts'

// Un point loin de sa commune est gardé, et dit à qui l’écrit : à l’écran, par l’API, ou en acceptant ce qu’un autre propose.
const app = useApp()
const AT = '/api/v1'
const gap = { commune: 'Gap', postalCode: '05000', inseeCode: '05061', address: '12 rue de la Paix' }
const atGap = { latitude: 44.56, longitude: 6.08 }
/** À Saint-Lô, à quelque sept cents kilomètres. */
const far = { latitude: '49.1157', longitude: '-1.0906' }
const REMARK = /Le point est à 7\d\d\skm de la commune\s: vérifiez-le\./
let organisation: OrganisationId
let partner: Browser
let officer: Browser
let program: Program

beforeAll(async () => {
  const { db, network, now } = app.context()
  const fields = { name: 'Le Fil numérique', kind: 'association', siret: null, commune: 'Gap' } as const
  organisation = await addOrganisation(db, network.id, fields, now)
  partner = await app.signIn('partner', { organisation })
  officer = await app.signIn('officer')
  program = await app.program(partner)
})

async function aPlaceOfOurs(more: Parameters<typeof addPlace>[2] = {}): Promise<PlaceId> {
  const { db, network } = app.context()
  const place = await addPlace(db, network.id, { ...gap, name: 'Médiathèque du Fil', ...more })
  await runBy(app.context(), place, organisation)
  return place
}

async function write(id: PlaceId, typed: Record<string, string>) {
  const address = `/lieux/${id}/modifier/adresse`
  const page = await read(await partner.get(address))
  const names = ['lu', 'adresse', 'code_postal', 'commune', 'latitude', 'longitude']
  const held = Object.fromEntries(names.map((name) => [name, page.value(name) ?? '']))
  const answer = await partner.post(address, { ...held, ...typed })
  expect(answer.status).toBe(303)
  return read(await partner.get(answer.headers.get('location') ?? ''))
}

async function pointOf(id: PlaceId) {
  const { db } = app.context()
  const { latitude } = await db
    .selectFrom('places.place')
    .select('latitude')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return latitude
}

describe('un point loin de sa commune, écrit à l’écran (DIR-21)', () => {
  it('est gardé, et le dit après l’enregistrement ; un point de la commune ne dit rien', async () => {
    const id = await aPlaceOfOurs()
    expect((await write(id, far)).text).toMatch(REMARK)
    expect(await pointOf(id)).toBe(49.1157)
    const near = await write(id, { latitude: '44,56', longitude: '6,08' })
    expect(near.text).toContain('Enregistré.')
    expect(near.text).not.toContain('vérifiez-le')
  })

  it('n’est pas redit quand rien ne change de l’endroit, mais l’est quand la commune change', async () => {
    const id = await aPlaceOfOurs()
    await write(id, far)
    const extra = await write(id, { complement_adresse: 'Dans la cour' })
    expect(extra.text).toContain('Enregistré.')
    expect(extra.text).not.toContain('vérifiez-le')
    await write(id, { latitude: '44,56', longitude: '6,08' })
    const moved = await write(id, { commune: 'Saint-Lô', code_postal: '50000' })
    expect(moved.text).toContain('il reste où il était')
    expect(moved.text).toMatch(REMARK)
  })

  it('est dit à qui attend l’accord de la tête du réseau, puis à qui accepte', async () => {
    const id = await aPlaceOfOurs()
    await officer.post('/reglages/lieux', { relecture: 'oui' })
    expect((await write(id, far)).text).toMatch(REMARK)
    expect(await pointOf(id)).toBeNull()
    const waiting = await read(await officer.get('/lieux/a-relire'))
    const accept = [...waiting.document.querySelectorAll('form')]
      .map((form) => form.getAttribute('action') ?? '')
      .find((action) => action.endsWith('/accord'))
    const accepted = await officer.post(accept ?? '', {})
    expect((await read(await officer.get(accepted.headers.get('location') ?? ''))).text).toMatch(REMARK)
    await officer.post('/reglages/lieux', {})
    expect(await pointOf(id)).toBe(49.1157)
  })
})

describe('un point loin de sa commune, reçu par l’API (DIR-21, DIR-83)', () => {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what JSON it was given
  const json = async (answer: Promise<Response>): Promise<any> => (await answer).json()
  const remark = { column: 'latitude', code: 'point-far', message: expect.stringMatching(REMARK) }
  const cells = { latitude: Number(far.latitude), longitude: Number(far.longitude) }

  it('est gardé et rendu comme remarque, en écrivant un lieu et en l’ajoutant', async () => {
    const id = await aPlaceOfOurs(atGap)
    const read = await app.app.request(`http://localhost:3000${AT}/places/${id}`)
    const seen = { 'if-match': read.headers.get('etag') ?? '' }
    const patched = await json(program.patch(`${AT}/places/${id}`, cells, seen))
    expect(patched.remarks).toEqual([remark])
    expect(await pointOf(id)).toBe(49.1157)
    const place = { nom: 'Bus', commune: 'Gap', code_postal: '05000', adresse: '1 rue Haute', ...cells }
    const body = { place, operator: organisation, isNoDuplicate: true }
    const added = await json(program.post(`${AT}/places`, body, { 'idempotency-key': newId() }))
    expect(added.remarks).toEqual([remark])
    const near = { ...place, nom: 'Car', latitude: 44.56, longitude: 6.08 }
    const beside = { ...body, place: near }
    expect(
      (await json(program.post(`${AT}/places`, beside, { 'idempotency-key': newId() }))).remarks,
    ).toEqual([])
  })

  it('est dit par le contrôle des lignes', async () => {
    const row = { nom: 'Bus', commune: 'Gap', code_postal: '05000', adresse: '1 rue Haute', ...cells }
    const { findings } = await json(program.post(`${AT}/validation`, { rows: [row] }))
    expect(findings).toContainEqual(expect.objectContaining({ code: 'point-far', severity: 'remark' }))
  })
})
