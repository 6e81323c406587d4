import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../src/kernel/id.ts'
import { isApi } from '../src/platform/api/api-path.ts'
import { policyOf } from '../src/platform/http/may.ts'
import { actionOf } from '../src/platform/http/writes.ts'
import { type Browser, ORIGIN, useApp, words } from './support.ts'

/** For probes and supervisors: outside networks and sessions, they carry nobody's data. */
const WITHOUT_POLICY = ['GET /favicon.svg', 'GET /healthz', 'GET /readyz', 'GET /metrics']

/** What somebody without a session may send: to come in, to answer an invitation, to ask about their data. */
const OPEN_TO_VISITORS = [
  'POST /animateurs/:id/message',
  'POST /fiche-orientation/lieux',
  'POST /connexion',
  'POST /connexion/demonstration',
  'POST /connexion/lien',
  'POST /connexion/lien/:jeton',
  'POST /connexion/mot-de-passe-oublie',
  'POST /connexion/nouveau-mot-de-passe/:jeton',
  'POST /connexion/confirmation/:jeton',
  'POST /connexion/nouvelle-adresse/:jeton',
  'POST /connexion/code',
  'POST /connexion/cle',
  'POST /invitation/:jeton/acceptation',
  'POST /invitation/:jeton/refus',
  'POST /vie-privee/demande',
  'POST /vie-privee/demande/:jeton',
  'POST /verification',
  'POST /verifier-un-badge',
  'POST /lieux/:slug/courriel',
  'POST /lieux/:slug/signaler',
  'POST /lieux/confirmation/:jeton',
  'POST /api/v1/validation',
]

/**
 * A part of a page, asked by an island of the page it belongs to; a map that opens with the key of its site; what another
 * network asks under its own key.
 */
const FRAGMENTS = ['GET /lieux/carte/panneau', 'GET /embed/carte', 'GET /api/v1/federation/changes']

/** Answers about what was sent and keeps nothing of it: there is no act, hence no line. */
const KEEPS_NOTHING = [
  'POST /api/v1/validation',
  'POST /verification',
  'POST /verifier-un-badge',
  'POST /lieux/:slug/courriel',
  'POST /fiche-orientation/lieux',
]

/** Reading what is public asks for no key. DIR-83. */
const OPEN_READING =
  /^\/api\/(v0\/lieux-inclusion-numerique|v1\/(openapi\.json|(places|changes|territories|sources|labels|facilitators|organisations|statistics|federation\/key)(\/.*)?))$/

/** Every parameter that a page reads from its address. */
const PARAMETERS = [
  'q',
  'page',
  'jour',
  'service',
  'label',
  'campagne',
  'version',
  'adresse',
  'annee',
  'enjeu',
  'lecture',
  'bbox',
  'zoom',
  'status',
  'modele',
  'suite',
  'nature',
  'avec',
  'structure',
  'siret',
  'role',
  'structure',
  'etat',
  'personne',
  'famille',
  'du',
  'au',
  'objet',
  'avant',
  'categorie',
  'guichet',
  'debut',
  'vue',
  'from',
  'until',
  'model',
  'inventory',
  'cursor',
  'limit',
  'state',
  'since',
  'fields',
  'kind',
]

const ODD = [
  '%E9',
  '%00',
  '..%2F',
  '99999999999999999999',
  '-1e999',
  "'%22%25_\\",
  '2026-99-99',
  '%5Bobject%5D',
]

/** As many as the pool of the tests serves without queueing. */
const AT_ONCE = 8

interface Route {
  name: string
  method: string
  path: string
  handlers: unknown[]
}

describe('every route', () => {
  const app = useApp()
  let routes: Route[] = []
  let officer: Browser
  let partner: Browser

  beforeAll(async () => {
    const ofRoutes = app.app.routes.filter(({ method }) => method !== 'ALL')
    const byName = Map.groupBy(ofRoutes, ({ method, path }) => `${method} ${path}`)
    routes = [...byName].map(([name, [first, ...others]]) => ({
      name,
      method: first?.method ?? '',
      path: first?.path ?? '',
      handlers: [first, ...others].map((one) => one?.handler),
    }))
    officer = await app.signIn('officer')
    partner = await app.signIn('partner')
  })

  it('is known', () => {
    expect(routes.length).toBeGreaterThan(25)
    expect(new Set(routes.map(({ method }) => method))).toEqual(new Set(['GET', 'POST', 'PATCH']))
  })

  it('says who may', () => {
    const open = routes.filter(({ handlers }) => !handlers.some(policyOf)).map(({ name }) => name)
    expect(open.sort()).toEqual([...WITHOUT_POLICY].sort())
  })

  it('decides who may before anything else', () => {
    const late = routes.filter(
      ({ name, handlers }) => !WITHOUT_POLICY.includes(name) && !policyOf(handlers[0]),
    )
    expect(late.map(({ name }) => name)).toEqual([])
  })

  it('that writes says which line it leaves in the journal', () => {
    const silent = writing().filter(({ handlers }) => !handlers.some(actionOf))
    expect(silent.map(({ name }) => name).sort()).toEqual([...KEEPS_NOTHING].sort())
  })

  it('that writes is closed to visitors, but to come in', async () => {
    const open: string[] = []
    for (const some of together(writing(), 100)) {
      await app.forgetLimits()
      const answers = some.map(async ({ path, name, method }) => ({
        name,
        answer: await (method === 'PATCH'
          ? app.visitor().patch(filled(path))
          : app.visitor().post(filled(path))),
      }))
      for (const { name, answer } of await Promise.all(answers))
        if (answer.status !== 401 && !answer.headers.get('location')?.startsWith('/connexion'))
          open.push(name)
    }
    expect(open.sort()).toEqual([...OPEN_TO_VISITORS].sort())
  })

  it('that writes refuses what another site sends', async () => {
    // What keeps nothing of it is anybody's to send.
    const keeping = writing().filter(({ path, name }) => !(isApi(path) && KEEPS_NOTHING.includes(name)))
    for (const { path, name, method } of keeping) {
      await app.forgetLimits()
      for (const headers of [
        {},
        { origin: 'https://ailleurs.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ]) {
        for (const body of [new URLSearchParams({ a: 'b' }), new FormData(), 'text']) {
          const answer = await app.app.request(`${ORIGIN}${filled(path)}`, { method, headers, body })
          // No cookie counts there: what another site sends is nobody's.
          expect(answer.status, `${name} ${JSON.stringify(headers)}`).toBe(isApi(path) ? 401 : 403)
        }
      }
    }
    expect(await app.services.db.selectFrom('platform.journal').select('id').execute()).toEqual([])
  })

  it('that can be opened without more answers a page in French to visitors', async () => {
    for (const { path, name } of pages().filter(({ path }) => !isApi(path)))
      await expectPage(await app.visitor().get(path), name)
  })

  it('of the API answers in JSON, and is closed to visitors but for what is public', async () => {
    const asked = routes.filter(({ method, path }) => method === 'GET' && isApi(path))
    expect(asked.length).toBeGreaterThan(5)
    for (const { path, name } of asked) {
      const answer = await app.visitor().get(filled(path))
      expect(answer.headers.get('content-type'), name).toMatch(/^application\/(problem\+)?json/)
      if (OPEN_READING.test(path)) expect([200, 404], name).toContain(answer.status)
      else expect(answer.status, name).toBe(401)
    }
  })

  it('that can be opened without more answers a page in French to the officer', async () => {
    for (const { path, name } of pages()) {
      const answer = await officer.get(path)
      // A former address leads to the page that took its place.
      if (answer.status === 301) continue
      expect(answer.status, name).toBe(200)
      await expectPage(answer, name)
    }
  })

  it('survives an address that makes no sense', async () => {
    const asked = routes
      .filter(({ method }) => method === 'GET')
      .map(({ path, name, handlers }) => ({ path, name, who: opensToOfficer(handlers) ? officer : partner }))
      .flatMap((route) => ODD.map((odd) => ({ ...route, odd })))
    for (const [index, some] of together(asked, AT_ONCE).entries()) {
      if (index % 10 === 0) await app.forgetLimits()
      const answers = some.map(async ({ path, name, who, odd }) => {
        const query = PARAMETERS.map((parameter) => `${parameter}=${odd}`).join('&')
        const { status } = await who.get(`${path.replace(/:[a-z]+(\{[^}]*\})?/gi, odd)}?${query}`)
        return { name, odd, status }
      })
      // 403: of an expert or a juror alone; 401: of another network.
      for (const { name, odd, status } of await Promise.all(answers))
        expect([200, 301, 303, 304, 400, 401, 403, 404, 410], `${name} with ${odd}`).toContain(status)
    }
  }, 120_000)

  function writing(): Route[] {
    return routes.filter(({ method }) => method !== 'GET')
  }

  function pages(): Route[] {
    return routes.filter(
      ({ method, path, name, handlers }) =>
        method === 'GET' && !/[:*]/.test(path) && !FRAGMENTS.includes(name) && opensToOfficer(handlers),
    )
  }

  /** A partner's own work does not: `tests/rights` tries it as whoever it opens to. */
  function opensToOfficer(handlers: readonly unknown[]): boolean {
    const network = app.networks.estuaire
    const someOfficer = { kind: 'member', role: 'officer', networkId: network, organisations: [] } as never
    return handlers.every((one) => policyOf(one)?.reach(someOfficer, network).kind !== 'nobody')
  }
})

function together<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
}

function filled(path: string): string {
  return path.replace(/:[a-z]+(\{[^}]*\})?/gi, () => newId())
}

/** Nothing inline, one title that says the page, one heading, one language. */
async function expectPage(answer: Response, name: string): Promise<void> {
  expect([200, 301, 303], name).toContain(answer.status)
  if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) return
  const html = await answer.text()
  const { document } = parseHTML(html)
  expect(html.slice(0, 15).toLowerCase(), name).toBe('<!doctype html>')
  expect(document.documentElement.getAttribute('lang'), name).toBe('fr')
  expect(words(document.querySelector('title')?.textContent), name).not.toBe('')
  expect(document.querySelectorAll('h1').length, name).toBe(1)
  expect(document.querySelectorAll('main').length, name).toBe(1)
  expect(inlineIn(document), name).toEqual([])
}

function inlineIn(document: Document): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const attributes = [...element.attributes].map(({ name, value }) => ({ name: name.toLowerCase(), value }))
    const isInline =
      element.tagName === 'STYLE' || (element.tagName === 'SCRIPT' && !element.getAttribute('src'))
    const isThirdParty = attributes.some(
      ({ name, value }) => /^(src|srcset|action|formaction)$/.test(name) && /^(https?:)?\/\//.test(value),
    )
    const isActive = attributes.some(
      ({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value),
    )
    return isInline || isThirdParty || isActive ? [element.outerHTML.slice(0, 200)] : []
  })
}
