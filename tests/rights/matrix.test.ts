import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { isApi } from '../../src/platform/api/api-path.ts'
import { policyOf } from '../../src/platform/http/may.ts'
import {
  type Actor,
  type Member,
  type Policy,
  type Reach,
  ROLES,
  type Role,
} from '../../src/platform/session/actor.ts'
import { type Browser, type Program, useApp } from '../support.ts'
import { matrix, type Row, type Who } from './matrix.ts'
import { makeWorld, type Things, type World } from './world.ts'

/** For probes and supervisors, and for the demonstration alone: outside networks and roles. */
const OUTSIDE = /^GET (\/(healthz|readyz|metrics|favicon\.svg)|\/dev\/.*)$/

interface Route {
  name: string
  method: string
  path: string
  policy: Policy
  row: Row
}

const app = useApp()
let world: World
let routes: Route[] = []
let unknown: string[] = []
const browsers = new Map<Role | 'visitor', Browser>()
const programs = new Map<Browser, Program>()

beforeAll(async () => {
  world = await makeWorld(app)
  for (const role of ROLES)
    browsers.set(role, await app.signIn(role, { organisation: world.own.organisation }))
  for (const browser of browsers.values()) programs.set(browser, await app.program(browser))
  browsers.set('visitor', app.visitor())
  const named = Map.groupBy(
    app.app.routes.filter(({ method }) => method !== 'ALL'),
    ({ method, path }) => `${method} ${path}`,
  )
  const known = [...named].filter(([name]) => !OUTSIDE.test(name))
  unknown = known.map(([name]) => name).filter((name) => !matrix[name])
  routes = known.flatMap(([name, handlers]) => {
    const policy = handlers.map(({ handler }) => policyOf(handler)).find((one) => one !== null)
    const row = matrix[name]
    const [first] = handlers
    return policy && row && first ? [{ name, method: first.method, path: first.path, policy, row }] : []
  })
}, 300_000)

describe('the table of rights', () => {
  it('has a line for every route, and no other', () => {
    expect(unknown).toEqual([])
    expect(Object.keys(matrix).filter((name) => !routes.some((route) => route.name === name))).toEqual([])
  })

  it('says what each policy reaches, for each kind of person', () => {
    const wrong = routes.flatMap(({ name, policy, row }) =>
      everyone().flatMap(({ label, actor }) => {
        const reach = policy.reach(actor, world.own.network)
        const expected = expectedReach(row.who, actor)
        return same(reach, expected) ? [] : [`${name}, ${label}: ${reach.kind} instead of ${expected.kind}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('gives nothing in another network', () => {
    const open = routes.flatMap(({ name, policy, row }) =>
      ROLES.filter(() => typeof row.who === 'object').flatMap((role) =>
        policy.reach(member(role), world.foreign.network).kind === 'nobody' ? [] : [`${name}, ${role}`],
      ),
    )
    expect(open).toEqual([])
  })

  it('lets the auditor read what the officer reads of the agreements, and change nothing', () => {
    const writes = routes.filter(
      ({ method, row }) => method === 'POST' && typeof row.who === 'object' && allows(row.who, 'auditor'),
    )
    // Taking a copy away leaves its own line, and nothing else.
    expect(writes.map(({ name }) => name).sort()).toEqual([
      'POST /journal/export',
      'POST /materiel/gestion/:inventaire/echanges/export',
    ])
  })
})

describe('every route, asked by every kind of person', () => {
  it('refuses those whom the table does not name: sign-in for visitors, 403 for members', async () => {
    const wrong: string[] = []
    for (const route of routes) {
      await app.forgetLimits()
      for (const [who, browser] of browsers) {
        if (allows(route.row.who, who)) continue
        const answer = await ask(browser, route, world.own)
        const expected = who === 'visitor' ? 'sign-in' : 403
        const found = isSignIn(answer) ? 'sign-in' : answer.status
        if (found !== expected) wrong.push(`${route.name}, ${who}: ${found}`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('opens to those it names', async () => {
    const wrong: string[] = []
    for (const route of routes.filter(({ method, row }) => method === 'GET' && !row.personal)) {
      await app.forgetLimits()
      for (const [who, browser] of browsers) {
        if (!allows(route.row.who, who)) continue
        const answer = await ask(browser, route, world.own)
        const isOpen = [200, 301, 302, 303, 304].includes(answer.status) && !isSignIn(answer)
        if (!isOpen && !([404, 410].includes(answer.status) && mayBeAbsent(route)))
          wrong.push(`${route.name}, ${who}: ${answer.status} ${answer.headers.get('location') ?? ''}`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('answers 404 about a thing of somebody else, or of another organisation to those who reach their own only', async () => {
    const wrong: string[] = []
    for (const route of routes.filter(({ row }) => row.about && !row.shared)) {
      await app.forgetLimits()
      for (const [who, browser] of browsers) {
        if (who === 'visitor' || !reachesOwnOnly(route.row.who, who)) continue
        const { status } = await ask(browser, route, world.neighbour)
        if (status !== 404) wrong.push(`${route.name}, ${who}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('answers 404 about a thing of another network, to everybody', async () => {
    const wrong: string[] = []
    for (const route of routes.filter(({ row }) => row.about)) {
      await app.forgetLimits()
      for (const [who, browser] of browsers) {
        if (!allows(route.row.who, who)) continue
        const { status } = await ask(browser, route, world.foreign)
        if (status !== 404) wrong.push(`${route.name}, ${who}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('has an example for every address that names a thing, but for tokens, which name themselves', () => {
    const bare = routes.filter(({ path, row }) => /:(?!jeton\b)/.test(path) && !row.about)
    expect(bare.map(({ name }) => name).sort()).toEqual([
      'GET /:logo{logo-[0-9a-f]+\\.(?:png|jpg|webp)}',
      'GET /:sheet{theme-[0-9a-f]+\\.css}',
      'GET /lieux/fond-de-carte/:file{[0-9a-f]+\\.json}',
      'GET /reglages/couleurs/:sheet{apercu-[0-9a-f]+\\.css}',
      'GET /sitemap/:file',
      'GET /verification/:empreinte',
      'POST /reglages/reseaux/demandes/:placement',
    ])
  })
})

function everyone(): { label: string; actor: Actor }[] {
  const person = { personId: newId<'person'>(), name: 'Camille', sessionId: newId<'session'>() }
  const impersonator = { personId: newId<'person'>(), name: 'Claire', mayWrite: false }
  return [
    { label: 'visitor', actor: { kind: 'visitor' } },
    { label: 'the program', actor: { kind: 'system' } },
    { label: 'a person without membership', actor: { kind: 'person', ...person, lacks: 'membership' } },
    { label: 'a person without second factor', actor: { kind: 'person', ...person, lacks: 'second-factor' } },
    ...ROLES.map((role) => ({ label: role, actor: member(role) })),
    ...ROLES.map((role) => ({ label: `support as ${role}`, actor: { ...member(role), impersonator } })),
  ]
}

function member(role: Role): Member {
  return {
    kind: 'member',
    personId: newId(),
    name: 'Camille',
    sessionId: newId(),
    membershipId: newId(),
    role,
    networkId: world.own.network,
    organisationId: world.own.organisation,
    organisationName: 'Structure',
    organisations: [world.own.organisation],
    mandateId: null,
    otherQualities: 0,
    impersonator: null,
  }
}

function expectedReach(who: Who, actor: Actor): Reach {
  const { network, organisation } = world.own
  const mine: Reach = { kind: 'these', network, organisations: [] }
  const isSupport = actor.kind === 'member' && actor.impersonator !== null
  const holdsSession = actor.kind === 'person' || actor.kind === 'member'
  if (who === 'everybody') return { kind: 'all', network }
  if (who === 'factor-owed') return holdsSession && !isSupport ? mine : { kind: 'nobody' }
  if (who === 'signed-in') {
    const owes = actor.kind === 'person' && actor.lacks === 'second-factor'
    return holdsSession && !isSupport && !owes ? mine : { kind: 'nobody' }
  }
  if (who === 'whoever-holds-a-session') return holdsSession ? mine : { kind: 'nobody' }
  if (who === 'support') return isSupport ? mine : { kind: 'nobody' }
  if (actor.kind !== 'member') return { kind: 'nobody' }
  if (who.all?.includes(actor.role)) return { kind: 'all', network }
  return who.own?.includes(actor.role)
    ? { kind: 'these', network, organisations: [organisation] }
    : { kind: 'nobody' }
}

function allows(who: Who, person: Role | 'visitor'): boolean {
  if (who === 'everybody') return true
  if (who === 'support' || person === 'visitor') return false
  return (
    who === 'signed-in' ||
    who === 'factor-owed' ||
    who === 'whoever-holds-a-session' ||
    who.all?.includes(person) === true ||
    who.own?.includes(person) === true
  )
}

function reachesOwnOnly(who: Who, role: Role): boolean {
  return (
    who === 'signed-in' ||
    who === 'factor-owed' ||
    (typeof who === 'object' && who.own?.includes(role) === true)
  )
}

function ask(browser: Browser, { method, path, row }: Route, things: Things): Promise<Response> {
  const named = row.about?.(things) ?? {}
  const address = path.replace(
    /:([a-z]+)(?:\{([^}]*)\})?/gi,
    (_, name: string, shape?: string) => named[name] ?? (shape ? exampleOf(shape) : 'inconnu'),
  )
  const program = isApi(path) ? programs.get(browser) : undefined
  const seen = { 'if-match': '"1"' }
  if (program && method === 'PATCH') return program.patch(address, {}, seen)
  if (program) return method === 'GET' ? program.get(address) : program.post(address, {}, seen)
  if (method === 'PATCH') return browser.patch(address)
  return method === 'GET' ? browser.get(address) : browser.post(address)
}

/** What the shape of a parameter lets through: `theme-[0-9a-f]+\\.css` is `theme-0.css`. */
function exampleOf(shape: string): string {
  return shape
    .replace('[0-9a-f]+', '0')
    .replace(/\(\?:(\w+)[^)]*\)/, '$1')
    .replaceAll('\\', '')
}

/** Files whose name carries a hash that only their own page knows, and what the product names itself. */
function mayBeAbsent({ path, row }: Route): boolean {
  return path.includes(':') && !row.about
}

function isSignIn(answer: Response): boolean {
  return answer.status === 401 || (answer.headers.get('location') ?? '').startsWith('/connexion')
}

function same(one: Reach, other: Reach): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
