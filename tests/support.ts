import { rm } from 'node:fs/promises'
import { generateSignedCookie } from 'hono/cookie'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../src/app.tsx'
import { allJobs } from '../src/jobs.ts'
import { type Day, day } from '../src/kernel/day.ts'
import { type Id, newId } from '../src/kernel/id.ts'
import { type Instant, laterBy, startOfDay } from '../src/kernel/instant.ts'
import { accountsOf, openSession, sessionCookie } from '../src/modules/identity/index.ts'
import { sourceAssets } from '../src/platform/assets.ts'
import { stoppedClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Context } from '../src/platform/context.ts'
import { createPool } from '../src/platform/db/database.ts'
import { useTestDatabase } from '../src/platform/db/testing.ts'
import { Documents } from '../src/platform/documents/documents.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { Jobs, runWaitingJobs } from '../src/platform/jobs/jobs.ts'
import { createLog } from '../src/platform/log.ts'
import type { Services } from '../src/platform/services.ts'
import type { NetworkId, OrganisationId, PersonId, Role } from '../src/platform/session/actor.ts'
import { brickTheme, seaTheme } from '../src/ui/demo-themes.ts'

/** Random enough for the sign-in library, and known to every test. */
const SECRET = Buffer.from('a secret of the tests, long enough to be one, 0123456789').toString('base64')

export const ORIGIN = 'http://localhost:3000'

/**
 * The whole application on a database of its own, with a clock that the test moves. Two networks exist: the first
 * answers at the root, the other under `/n/baie`.
 */
export function useApp({ today = '2026-06-17' as Day } = {}) {
  const database = useTestDatabase()
  const clock = stoppedClock(noon(today))
  const held = {} as { services: Services; app: ReturnType<typeof createApp>; networks: Networks }
  beforeAll(async () => {
    const log = createLog('silent')
    const files = `/tmp/maillage-test-files-${process.pid}`
    held.services = {
      config: { ...readConfig({}), secret: SECRET, filesUrl: `file:${files}` },
      clock,
      db: database.db,
      signInPool: createPool(database.address, 3, { instantsAs: 'dates' }),
      log,
      jobs: new Jobs(database.pool, allJobs, log),
      files: await openFileStore(`file:${files}`),
      documents: new Documents(),
      sealer: null,
      assets: sourceAssets,
    }
    held.app = createApp(held.services)
    held.networks = await addNetworks(held.services)
  })
  afterAll(async () => {
    await held.services.documents.stop()
    await held.services.signInPool.end()
    await rm(held.services.files.folder ?? '', { recursive: true, force: true })
  })
  return {
    database,
    clock,
    get services() {
      return held.services
    },
    get app() {
      return held.app
    },
    get networks() {
      return held.networks
    },
    moveTo: (to: string) => clock.moveTo(noon(day(to))),
    /** All browsers ask from one address: what it sent a minute ago counts no more. */
    async forgetLimits() {
      await database.pool.query('truncate platform.rate_window')
      clock.moveTo(laterBy(clock.now(), 61))
    },
    runJobs: () => runWaitingJobs(database.pool, allJobs, held.services),
    visitor: () => new Browser(held.app, null),
    /** A new person of that role in that network, signed in. */
    async signIn(
      role: Role,
      { network = held.networks.estuaire, organisation = null as OrganisationId | null } = {},
    ) {
      return new Browser(held.app, await addMember(held.services, role, network, organisation))
    },
    /** A program that acts as the person of that browser. */
    program: (browser: Browser, options: { mayAct?: boolean; base?: string; days?: number } = {}) =>
      programOf(held.app, browser, options),
    /** A context for use cases and stores, reaching all of the first network. */
    context(change: Partial<Context> = {}): Context {
      return {
        db: database.db,
        today: clock.today(),
        now: clock.now(),
        actor: { kind: 'system' },
        network: networkOf(held.networks.estuaire),
        reach: { kind: 'all', network: held.networks.estuaire },
        requestId: null,
        origin: null,
        journalled: new Set(),
        ...change,
      }
    },
  }
}

export interface Networks {
  estuaire: NetworkId
  baie: NetworkId
}

/** A person's browser: keeps its session, sends forms as a browser does, reads pages. */
export class Browser {
  readonly #app: ReturnType<typeof createApp>
  readonly #cookies = new Map<string, string>()

  constructor(app: ReturnType<typeof createApp>, session: { name: string; value: string } | null) {
    this.#app = app
    if (session) this.#cookies.set(session.name, session.value)
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {})
  }

  /** Posts a form; a list sends its name several times, a file makes it multipart. */
  post(path: string, fields: Record<string, string | readonly string[] | File> = {}): Promise<Response> {
    const hasFile = Object.values(fields).some((value) => value instanceof File)
    const body = hasFile ? new FormData() : new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) {
      for (const one of Array.isArray(value) ? value : [value]) (body as FormData).append(name, one)
    }
    return this.#send(path, { method: 'POST', body, headers: { origin: ORIGIN } })
  }

  /** Changes a thing of the API, as a page of this site would try to. */
  patch(path: string): Promise<Response> {
    return this.#send(path, { method: 'PATCH', headers: { origin: ORIGIN } })
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.#cookies.size > 0) {
      headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    const response = await this.#app.request(`${ORIGIN}${path}`, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value === '' || cookie.includes('Max-Age=0')) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return response
  }
}

/** A program that holds a key: what it sends is JSON. */
export class Program {
  readonly #app: ReturnType<typeof createApp>
  readonly key: string

  constructor(app: ReturnType<typeof createApp>, key: string) {
    this.#app = app
    this.key = key
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {})
  }

  /** Sends JSON; `more` adds headers, `if-match` above all. */
  post(path: string, body: unknown = {}, more: Record<string, string> = {}): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...more }
    return this.#send(path, { method: 'POST', body: JSON.stringify(body), headers })
  }

  /** The same, to change a thing. */
  patch(path: string, body: unknown = {}, more: Record<string, string> = {}): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...more }
    return this.#send(path, { method: 'PATCH', body: JSON.stringify(body), headers })
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${this.key}`)
    return this.#app.request(`${ORIGIN}${path}`, { ...init, headers })
  }
}

/** Makes a key on the page of keys, as the person of that browser, and gives it to a program. */
async function programOf(
  app: ReturnType<typeof createApp>,
  browser: Browser,
  { mayAct = true, base = '', days = 365 } = {},
): Promise<Program> {
  const fields = { nom: 'Essai', portee: mayAct ? 'agir' : 'lire', duree: String(days) }
  const answer = await browser.post(`${base}/reglages/cles-api`, fields)
  const told = decodeURIComponent(answer.headers.getSetCookie().join(' '))
  const key = /maillage_[A-Za-z0-9_-]{43}/.exec(told)?.[0]
  if (!key) throw new Error(`no key was made: ${answer.status}`)
  return new Program(app, key)
}

/** A page read as a person reads it. */
export async function read(response: Response) {
  const { document } = parseHTML(await response.text())
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => words(element.textContent))
  return {
    status: response.status,
    document,
    title: words(document.querySelector('title')?.textContent),
    heading: words(document.querySelector('h1')?.textContent),
    text: words(document.querySelector('main')?.textContent),
    /** What the error summary says. */
    problems: texts('.error-summary li'),
    notice: texts('.notice-title')[0] ?? null,
    links: [...document.querySelectorAll('a')].map((link) => ({
      text: words(link.textContent),
      href: link.getAttribute('href') ?? '',
    })),
    texts,
    /** What a field holds. */
    value: (name: string) =>
      document.querySelector(`[name="${name}"]`)?.getAttribute('value') ??
      document.querySelector(`[name="${name}"]`)?.textContent ??
      null,
  }
}

/** Ordinary spaces, so that a test may be typed on a keyboard. */
export function words(text: string | null | undefined): string {
  return (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim()
}

/** A little after, as real clocks are: nothing happens on the second. */
function noon(of: Day): Instant {
  return new Date(Date.parse(startOfDay(of)) + 12 * 3_600_000 + 361).toISOString() as Instant
}

async function addNetworks({ db, clock }: Services): Promise<Networks> {
  const estuaire: NetworkId = newId()
  const baie: NetworkId = newId()
  await db
    .insertInto('identity.network')
    .values([
      {
        id: estuaire,
        slug: 'estuaire',
        name: 'Estuaire connecté',
        head_name: 'Région Estuaire',
        is_default: true,
        theme: JSON.stringify(brickTheme),
        created_at: clock.now(),
      },
      {
        id: baie,
        slug: 'baie',
        name: 'La Baie apprenante',
        head_name: 'Département de la Baie',
        is_default: false,
        theme: JSON.stringify(seaTheme),
        created_at: clock.now(),
      },
    ])
    .execute()
  return { estuaire, baie }
}

function networkOf(id: NetworkId) {
  return {
    id,
    slug: 'estuaire',
    name: 'Estuaire connecté',
    headName: 'Région Estuaire',
    tagline: '',
    base: '',
    themeSheet: '/n/estuaire/theme-0.css',
    host: null,
    logo: null,
  }
}

let people = 0
async function addMember(
  services: Services,
  role: Role,
  network: NetworkId,
  organisation: OrganisationId | null,
): Promise<{ name: string; value: string }> {
  const { db, clock } = services
  people += 1
  const organisationId = organisation ?? newId<'organisation'>()
  if (!organisation) {
    await db
      .insertInto('identity.organisation')
      .values({
        id: organisationId,
        network_id: network,
        name: `Structure ${people}`,
        kind: 'association',
        created_at: clock.now(),
      })
      .execute()
  }
  const membership = { id: newId<'membership'>(), person_id: newId<'person'>() }
  await db
    .insertInto('identity.person')
    .values({
      id: membership.person_id,
      given_name: 'Camille',
      family_name: `Essai ${people}`,
      email: `essai-${people}-${process.pid}@example.fr`,
      email_verified: true,
      created_at: clock.now(),
    })
    .execute()
  await db
    .insertInto('identity.membership')
    .values({
      ...membership,
      network_id: network,
      organisation_id: organisationId,
      role,
      from_day: day('2020-01-01'),
    })
    .execute()
  const { id: membershipId, person_id: personId } = membership
  return sessionOf(services, { personId, membershipId })
}

/** A session's cookie, as the browser keeps it. */
export async function sessionOf(
  services: Services,
  who: { personId: PersonId; membershipId: Id<'membership'> | null },
): Promise<{ name: string; value: string }> {
  const name = sessionCookie(services.config)
  const token = await openSession(services.db, accountsOf(services), { ...who, openedBy: 'demonstration' })
  const cookie = await generateSignedCookie(name, token, SECRET)
  return { name, value: cookie.slice(name.length + 1).split(';')[0] ?? '' }
}
