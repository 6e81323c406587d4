import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { day } from '../../src/kernel/day.ts'
import { aBorrower, anInventory, at, type Borrower, type Lent } from '../../src/modules/equipment/testing.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, ORIGIN, Program, read, useApp } from '../support.ts'

const AT = '/api/v1/lending'
const app = useApp()
let borrower: Borrower
let lent: Lent
let partner: Browser
let officer: Browser
let ours: Program
let theirs: Program
let agent: Program
let document: Record<string, unknown>

const local = (moment: string) => at(moment.slice(0, 10), moment.slice(11))
const moveTo = (moment: string) => app.clock.moveTo(local(moment))
const owner = async () => {
  const { rows } = await app.database.pool.query('select owner_id from equipment.inventory where id = $1', [
    lent.inventoryId,
  ])
  return rows[0].owner_id as OrganisationId
}

beforeAll(async () => {
  const context = app.context({ today: day('2027-01-04'), now: local('2027-01-04 10:00') })
  moveTo('2027-01-04 10:00')
  borrower = await aBorrower(context)
  lent = await anInventory(context, { units: 2 })
  partner = await app.signIn('partner', { organisation: borrower.organisationId })
  officer = await app.signIn('officer', { organisation: await owner() })
  ours = await app.program(partner)
  theirs = await app.program(officer)
  agent = await app.program(await app.signIn('desk_agent', { organisation: await owner() }))
  document = (await (await app.visitor().get('/api/v1/openapi.json')).json()) as Record<string, unknown>
})

/** The schema the document gives for that answer, read back: what is answered must follow it. */
function schemaIn(path: string, method: string, status: number): z.ZodType {
  const operation = dig(document, 'paths', path, method) as { responses: Record<string, unknown> }
  const response = operation.responses[String(status)] ?? operation.responses.default
  const [content] = Object.values(dig(response, 'content') as Record<string, { schema: object }>)
  return z.fromJSONSchema(content?.schema as Parameters<typeof z.fromJSONSchema>[0])
}

function dig(from: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>((held, name) => (held as Record<string, unknown>)[name], from)
}

/** The body of an answer, once it is checked against the document. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks at what JSON it was given
async function told(answer: Response, path: string, method: 'get' | 'post', status: number): Promise<any> {
  const body = await answer.json()
  expect(answer.status, JSON.stringify(body)).toBe(status)
  expect(answer.headers.get('content-type')).toMatch(
    status < 400 ? /^application\/json/ : /^application\/problem\+json/,
  )
  expect(schemaIn(`${AT}${path}`, method, status).safeParse(body).error).toBeUndefined()
  return body
}

const got = async (program: Program, path: string, query = '', status = 200, pattern = path) =>
  told(await program.get(`${AT}${path}${query}`), pattern, 'get', status)

const wish = (pickup: string, back: string, change: object = {}) => ({
  inventoryId: lent.inventoryId,
  deskId: lent.deskId,
  agreementId: borrower.agreementId,
  pickupAt: local(pickup),
  returnAt: local(back),
  wanted: [{ modelId: lent.model, unitId: lent.units[0] }],
  actions: 'Trois ateliers de découverte à la médiathèque',
  audience: 'Familles',
  usedAt: 'Médiathèque',
  isStoredSafely: true,
  collector: { name: 'Camille Essai' },
  ...change,
})

async function asked(pickup: string, back: string, change: object = {}) {
  const answer = await ours.post(`${AT}/requests`, wish(pickup, back, change))
  const { lines } = await told(answer, '/requests', 'post', 201)
  return lines[0] as { id: string; version: number }
}

async function act(
  program: Program,
  line: { id: string; version: number },
  noun: string,
  body: object = {},
  status = 200,
) {
  const answer = await program.post(`${AT}/lines/${line.id}/${noun}`, body, {
    'if-match': `"${line.version}"`,
  })
  return told(answer, `/lines/{line}/${noun}`, 'post', status)
}

describe('the API of lending does what the screens do (EQP-1405)', () => {
  it('tells what it can in an OpenAPI 3.1 document, with the addresses of the network', async () => {
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(dig(document, 'paths') as object)).toContain(`${AT}/lines/{line}/hand-over`)
    const other = await (await app.visitor().get('/n/baie/api/v1/openapi.json')).json()
    expect(dig(other, 'servers')).toEqual([{ url: '/n/baie' }])
  })

  it('reads models and items, page by page', async () => {
    const models = await got(ours, '/models')
    expect(models.items).toMatchObject([{ id: lent.model, name: 'Casque VR', units: 2 }])
    const first = await got(ours, '/items', `?model=${lent.model}&limit=1`)
    const rest = await got(ours, '/items', `?model=${lent.model}&limit=1&cursor=${first.next}`)
    expect([...first.items, ...rest.items].map(({ id }: { id: string }) => id).sort()).toEqual(
      [...lent.units].sort(),
    )
    expect(rest.next).toBeNull()
  })

  it('reads the slots of a desk, closed ones told apart', async () => {
    const { items } = await got(
      ours,
      `/desks/${lent.deskId}/slots`,
      '?from=2027-01-04&until=2027-01-11',
      200,
      '/desks/{desk}/slots',
    )
    expect(items[0]).toMatchObject({ day: '2027-01-04', isOpen: false })
    expect(items.some(({ isOpen }: { isOpen: boolean }) => isOpen)).toBe(true)
    expect(items.some((slot: { day: string }) => slot.day === '2027-01-09')).toBe(false)
  })

  it('carries a loan from its request to its return, by two people', async () => {
    const line = await asked('2027-02-01 10:00', '2027-02-12 10:00')
    const read = await ours.get(`${AT}/lines/${line.id}`)
    expect(read.headers.get('etag')).toBe(`"${line.version}"`)
    await told(read, '/lines/{line}', 'get', 200)
    const busy = await got(
      ours,
      '/availability',
      `?from=${local('2027-02-02 10:00')}&until=${local('2027-02-03 10:00')}`,
    )
    expect(busy.items.map((one: { id: string; isFree: boolean }) => [one.id, one.isFree]).sort()).toEqual(
      [
        [lent.units[0], false],
        [lent.units[1], true],
      ].sort(),
    )
    expect(JSON.stringify(busy)).not.toContain(borrower.organisationId)

    const approved = await act(theirs, line, 'approval', { reason: 'Accordé' })
    const longer = { untilAt: local('2027-02-15 10:00'), reason: 'Un atelier de plus' }
    const wanting = await act(ours, approved, 'extension', longer)
    const extended = await act(theirs, wanting, 'extension-decision', { isGranted: true })
    expect(Date.parse(extended.returnAt)).toBe(Date.parse(local('2027-02-15 10:00')))

    moveTo('2027-02-01 10:00')
    const prepared = await act(agent, extended, 'preparation', { assetNumber: 'VR-1' })
    const leaving = { isIdentitySeen: true, withoutReport: 'Signé sur papier' }
    expect((await act(agent, prepared, 'hand-over', leaving, 422)).code).toBe('reason_missing')
    const out = await act(theirs, prepared, 'hand-over', leaving)
    expect(out.state).toBe('out')

    moveTo('2027-02-10 10:00')
    const broken = { account: 'L’écran ne s’allume plus', discoveredAt: local('2027-02-10 09:00') }
    const declared = await act(ours, out, 'incident', broken)

    moveTo('2027-02-15 10:00')
    expect((await act(agent, declared, 'return', {}, 422)).code).toBe('report_missing')
    const parts = await got(agent, `/lines/${line.id}/parts`, '', 200, '/lines/{line}/parts')
    const found = parts.items.map(({ rank, expected }: { rank: number; expected: number }) => ({
      ...{ rank, found: expected, condition: 'good' },
    }))
    const back = await act(agent, declared, 'return', { parts: found })
    expect(back.state).toBe('returned')

    const requests = await got(ours, '/requests')
    expect(requests.items[0].lines).toMatchObject([{ id: line.id, state: 'returned' }])
    const lines = await got(agent, '/lines', '?state=returned')
    expect(lines.items.map(({ id }: { id: string }) => id)).toEqual([line.id])
    const statistics = await got(theirs, '/statistics', '?from=2027-01-01&until=2027-03-31')
    expect(statistics.items[0].figures.counts).toMatchObject({ requests: 1, lent: 1 })
  })

  it('refuses, withdraws, displaces and opens incidents too', async () => {
    moveTo('2027-02-16 10:00')
    const refused = await asked('2027-04-05 10:00', '2027-04-09 10:00')
    const why = { reasonCode: 'owner_need', reason: 'Nous en avons besoin cette semaine-là' }
    expect((await act(theirs, refused, 'rejection', why)).state).toBe('rejected')
    const given = await asked('2027-04-05 10:00', '2027-04-09 10:00')
    expect((await act(ours, given, 'withdrawal')).state).toBe('withdrawn')
    const kept = await act(theirs, await asked('2027-04-05 10:00', '2027-04-09 10:00'), 'approval')
    const stopped = { account: 'Sangle cassée', discoveredAt: local('2027-02-16 09:00'), kind: 'damage' }
    await act(theirs, kept, 'incident', stopped)
    const need = {
      from: local('2027-04-05 09:00'),
      until: local('2027-04-09 11:00'),
      ...{ title: 'Salon', responsible: 'Direction', reason: 'Le salon a été avancé' },
    }
    expect((await act(theirs, kept, 'displacement', need)).state).toBe('displaced')
  })

  it('does once what is sent twice with one key, and answers the same (EQP-1305)', async () => {
    const once = { 'idempotency-key': 'demande-1' }
    const body = wish('2027-05-10 10:00', '2027-05-12 10:00')
    const first = await told(await ours.post(`${AT}/requests`, body, once), '/requests', 'post', 201)
    const again = await told(await ours.post(`${AT}/requests`, body, once), '/requests', 'post', 201)
    expect(again).toEqual(first)
    const other = await ours.post(`${AT}/requests`, { ...body, audience: 'Tous' }, once)
    expect((await told(other, '/requests', 'post', 422)).code).toBe('key_reused')
  })

  it('answers availability with one statement beside who asks, for 2 units as for 40 (EQP-1803)', async () => {
    const executor = app.services.db.getExecutor()
    const held = executor.executeQuery.bind(executor)
    const counts: number[] = []
    for (const more of [0, 38]) {
      if (more > 0) await anInventory(app.context(), { units: more, name: 'Grand inventaire' })
      const seen: string[] = []
      executor.executeQuery = (query) => {
        seen.push(query.sql)
        return held(query)
      }
      const { items } = await got(ours, '/availability')
      executor.executeQuery = held
      expect(items).toHaveLength(2 + more)
      counts.push(seen.filter((sql) => !/identity"?\."?(network|api_key|membership)/.test(sql)).length)
    }
    expect(counts).toEqual([1, 1])
  })
})

describe('the API explains why not', () => {
  it('409 with what would be possible instead (EQP-504)', async () => {
    await asked('2027-06-07 10:00', '2027-06-11 10:00')
    const answer = await ours.post(`${AT}/requests`, wish('2027-06-07 11:00', '2027-06-11 11:00'))
    const problem = await told(answer, '/requests', 'post', 409)
    expect(problem).toMatchObject({ status: 409, code: 'already_taken' })
    expect(problem.alternatives.map(({ kind }: { kind: string }) => kind)).toContain('other_unit')
    const closed = await ours.post(`${AT}/requests`, wish('2027-06-12 10:00', '2027-06-14 10:00'))
    const { code, alternatives } = await told(closed, '/requests', 'post', 409)
    expect([code, alternatives[0].kind]).toEqual(['slot_unavailable', 'slot'])
  })

  it('412 when what was read has changed, 428 when no version is named', async () => {
    const line = await asked('2027-07-05 10:00', '2027-07-07 10:00')
    await act(theirs, line, 'approval')
    const stale = await act(theirs, line, 'rejection', { reasonCode: 'other', reason: 'Trop tard' }, 412)
    expect(stale).toMatchObject({ code: 'version_changed', version: line.version + 1, state: 'approved' })
    const blind = await theirs.post(`${AT}/lines/${line.id}/approval`)
    expect((await told(blind, '/lines/{line}/approval', 'post', 428)).code).toBe('version_needed')
  })

  it('422 with the path of each field, 400 for the address and for what is not JSON', async () => {
    const wrong = wish('2027-07-05 10:00', '2027-07-07 10:00', {
      wanted: [{ modelId: 'casque', count: 0 }],
      collector: {},
    })
    const problem = await told(await ours.post(`${AT}/requests`, wrong), '/requests', 'post', 422)
    expect(problem.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'collector.name',
      'wanted.0.count',
      'wanted.0.modelId',
    ])
    const late = await ours.post(`${AT}/requests`, wish('2027-07-08 10:00', '2027-07-07 10:00'))
    const { code, errors } = await told(late, '/requests', 'post', 422)
    expect([code, errors[0].field]).toEqual(['period_invalid', 'returnAt'])
    expect((await got(ours, '/items', '?limit=0', 400)).errors[0].field).toBe('limit')
    expect((await got(ours, '/lines', '?cursor=rien', 400)).code).toBe('cursor_invalid')
    const text = await app.app.request(`${ORIGIN}${AT}/requests`, {
      ...{ method: 'POST', body: '{', headers: headersOf(ours, 'application/json') },
    })
    expect((await told(text, '/requests', 'post', 400)).code).toBe('unreadable')
  })
})

function headersOf({ key }: Program, type: string) {
  return { authorization: `Bearer ${key}`, 'content-type': type }
}

describe('the API keeps others out', () => {
  it('a key is shown once, kept nowhere, and listed with its end', async () => {
    const { rows } = await app.database.pool.query('select digest, last_used_at from identity.api_key')
    expect(rows.some(({ digest }) => digest.includes(ours.key))).toBe(false)
    expect(rows.some(({ last_used_at }) => last_used_at !== null)).toBe(true)
    await partner.get('/reglages/cles-api')
    const page = await read(await partner.get('/reglages/cles-api'))
    expect(page.text).toContain('Lire et agir')
    expect(page.text).not.toContain(ours.key)
  })

  it('no key, a wrong key: 401; a key that only reads does nothing: 403', async () => {
    const line = await asked('2027-08-02 10:00', '2027-08-04 10:00')
    const nobody = await app.visitor().get(`${AT}/models`)
    expect((await told(nobody, '/models', 'get', 401)).code).toBe('key_needed')
    const forged = new Program(app.app, 'maillage_rien')
    expect((await got(forged, '/models', '', 401)).code).toBe('key_invalid')
    const reader = await app.program(officer, { mayAct: false })
    expect((await got(reader, '/models')).items[0].name).toBe('Casque VR')
    expect((await act(reader, line, 'approval', {}, 403)).code).toBe('scope_missing')
  })

  it('a session reads, and writes nothing: no page of another site can', async () => {
    expect((await partner.get(`${AT}/models`)).status).toBe(200)
    const answer = await partner.post(`${AT}/requests`)
    expect((await told(answer, '/requests', 'post', 401)).code).toBe('key_needed')
  })

  it('a key ends when it is taken back, when its time is past, and with the membership', async () => {
    const person = await app.signIn('partner', { organisation: borrower.organisationId })
    const [one, two] = [await app.program(person), await app.program(person)]
    const { document: keys } = await read(await person.get('/reglages/cles-api'))
    const [end] = [...keys.querySelectorAll('form[action$="/retrait"]')].map((of) =>
      of.getAttribute('action'),
    )
    expect((await partner.post(end ?? '')).status).toBe(404)
    expect((await person.post(end ?? '')).status).toBe(303)
    expect((await got(one, '/models', '', 401)).code).toBe('key_invalid')
    expect((await two.get(`${AT}/models`)).status).toBe(200)
    await app.database.pool.query(
      `update identity.membership set ended_at = $1, ended_by = 'left' where id in (
        select membership_id from identity.api_key where revoked_at is not null)`,
      [app.clock.now()],
    )
    expect((await got(two, '/models', '', 401)).code).toBe('key_invalid')
    const before = app.clock.now()
    const short = await app.program(await app.signIn('reader'), { days: 30 })
    moveTo('2027-04-20 10:00')
    expect((await got(short, '/models', '', 401)).code).toBe('key_invalid')
    app.clock.moveTo(before)
  })

  it('out of reach is 404: another structure, another network; another job is 403', async () => {
    const line = await asked('2027-08-09 10:00', '2027-08-11 10:00')
    const stranger = await app.program(await app.signIn('partner'))
    await got(stranger, `/lines/${line.id}`, '', 404, '/lines/{line}')
    await act(stranger, line, 'approval', {}, 404)
    await act(stranger, line, 'withdrawal', {}, 404)
    await act(agent, line, 'approval', {}, 403)
    expect((await got(stranger, '/lines')).items).toEqual([])
    expect((await got(stranger, '/statistics')).items).toEqual([])
    const away = await app.signIn('officer', { network: app.networks.baie })
    const beyond = await app.program(away, { base: '/n/baie' })
    expect((await got(beyond, '/models', '', 401)).code).toBe('key_invalid')
    const there = await beyond.get(`/n/baie${AT}/lines/${line.id}`)
    await told(there, '/lines/{line}', 'get', 404)
  })

  it('an auditor reads and decides nothing', async () => {
    const auditor = await app.program(await app.signIn('auditor', { organisation: await owner() }))
    const line = await asked('2027-08-16 10:00', '2027-08-18 10:00')
    await got(auditor, `/lines/${line.id}`, '', 200, '/lines/{line}')
    expect((await act(auditor, line, 'approval', {}, 403)).code).toBe('forbidden')
  })
})
