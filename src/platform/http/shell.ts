import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { newId } from '../../kernel/id.ts'
import { isApi } from '../api/api-path.ts'
import { clientFolder } from '../assets.ts'
import type { Services } from '../services.ts'
import type { AppEnv } from './env.ts'
import { answerError, answerNotFound } from './error-pages.tsx'
import { healthRoutes } from './health.ts'
import { countRequest } from './metrics.ts'
import { NotFound } from './problems.ts'
import { limitByMethod } from './rate-limit.ts'
import { securityHeaders } from './security-headers.ts'

const NETWORK_PREFIX = /^\/n\/[a-z0-9-]+(?=\/|$)/

const ORDINARY_BODY = 1024 * 1024
/** Routes that take files, and how much. Others take a megabyte. */
const FILE_BODY = 50 * 1024 * 1024
const TAKES_FILES =
  /\/(imports|fichiers)\/?[^/]*$|\/candidatures\/(preuves(\/[^/]+\/remplacement)?|[^/]+\/rubriques\/\d+)$|\/(mandats\/nouveau|delegations\/nouvelle)$|\/verification$|\/signature-en-ligne\/ailleurs$|\/conventions\/[^/]+\/(signature|negociation\/word|preuves\/[^/]+\/(original|ratification)|actes-autorite\/[^/]+\/nouveau|dommages)$/

export interface ShellOptions {
  developing?: boolean
  /** Is it a domain at which one of our networks answers? */
  isOurHost?: (host: string) => Promise<boolean>
}

/**
 * The outside of the application: everything a request meets before its module. Routes are written without the
 * network's prefix (`/lieux/:slug`); `/n/<slug>/lieux/x` reaches the same route in that network.
 */
export function createShell(services: Services, options: ShellOptions = {}): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ getPath: (request) => withoutNetwork(new URL(request.url).pathname) })
  app.onError(answerError)
  app.notFound(answerNotFound)
  app.use(provide(services), observe, securityHeaders(options.developing), compress())
  app.use(
    '/assets/*',
    immutable,
    serveStatic({ root: clientFolder, rewriteRequestPath: (path) => path.slice('/assets'.length) }),
  )
  app.route('/', healthRoutes)
  app.use(noNul, limitBody, sameOrigin(services.config.baseUrl, options.isOurHost), limitByMethod)
  return app
}

/** The slug written in the address, or null. */
export function networkSlug(pathname: string): string | null {
  return NETWORK_PREFIX.exec(pathname)?.[0].slice('/n/'.length) ?? null
}

function withoutNetwork(pathname: string): string {
  return pathname.replace(NETWORK_PREFIX, '') || '/'
}

function provide(services: Services) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set('services', services)
    c.set('requestId', newId<'request'>())
    await next()
    c.header('x-request-id', c.var.requestId)
  })
}

const observe = createMiddleware<AppEnv>(async (c, next) => {
  const start = performance.now()
  await next()
  const seconds = (performance.now() - start) / 1000
  const route = routePath(c, -1)
  countRequest(c.req.method, route, c.res.status, seconds)
  c.var.services.log.debug(
    {
      requestId: c.var.requestId,
      method: c.req.method,
      route,
      status: c.res.status,
      ms: Math.round(seconds * 1000),
    },
    'request',
  )
})

const immutable = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
})

/** No text of the database can hold a NUL: an address that carries one names nothing. */
const noNul = createMiddleware<AppEnv>(async (c, next) => {
  if (/%00/.test(c.req.url)) throw new NotFound()
  await next()
})

const limitBody = createMiddleware<AppEnv>(async (c, next) => {
  const maxSize = TAKES_FILES.test(c.req.path) ? FILE_BODY : ORDINARY_BODY
  const limit = bodyLimit({
    maxSize,
    onError: async () => {
      await drain(c.req.raw)
      throw new HTTPException(413)
    },
  })
  return limit(c, next)
})

/** Reads a refused body to its end: a browser that is cut while sending shows a network error, not our page. */
async function drain(request: Request): Promise<void> {
  if (request.bodyUsed) return
  try {
    for await (const _chunk of request.body ?? []);
  } catch {
    // The sender went away: nobody is left to answer.
  }
}

/**
 * A form post is believed when the browser says it comes from this site; no header at all is refused. A network with
 * a domain of its own answers there too: the domain asked for must be that of the sender, and known to the database.
 */
function sameOrigin(baseUrl: string, isOurHost: ShellOptions['isOurHost'] = async () => false) {
  const own = new URL(baseUrl)
  const fromHere = csrf({
    secFetchSite: 'same-origin',
    async origin(origin, c) {
      if (origin === own.origin) return true
      const asked = new URL(c.req.url).hostname
      return isAt(asked, origin, own) && (await isOurHost(asked))
    },
  })
  // What writes there is a key, which no page of another site can send for anybody: no cookie counts.
  return createMiddleware<AppEnv>((c, next) => (isApi(c.req.path) ? next() : fromHere(c, next)))
}

/** The installation's own scheme and port, under that host. */
function isAt(host: string, origin: string, own: URL): boolean {
  const there = new URL(own)
  there.hostname = host
  return there.origin === origin
}
