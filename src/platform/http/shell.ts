import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { newId } from '../../kernel/id.ts'
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
const TAKES_FILES = /\/(imports|fichiers)\/?[^/]*$/

/**
 * The outside of the application: everything a request meets before its module. Routes are written without the
 * network's prefix (`/lieux/:slug`); `/n/<slug>/lieux/x` reaches the same route in that network.
 */
export function createShell(services: Services, options: { developing?: boolean } = {}): Hono<AppEnv> {
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
  app.use(noNul, limitBody, sameOrigin(services.config.baseUrl), limitByMethod)
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

/** A form post is believed when the browser says it comes from this site; no header at all is refused. */
function sameOrigin(baseUrl: string) {
  const own = new URL(baseUrl).origin
  return csrf({ origin: (origin) => origin === own, secFetchSite: 'same-origin' })
}
