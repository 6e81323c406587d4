import { getSignedCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { isRefusal } from '../../../kernel/refusal.ts'
import { isApi } from '../../../platform/api/api-path.ts'
import { ApiProblem } from '../../../platform/api/problem.ts'
import { type AppContext, type AppEnv, whole } from '../../../platform/http/env.ts'
import { type NavigationEntry, navigationOf } from '../../../platform/http/navigation.ts'
import { NotFound } from '../../../platform/http/problems.ts'
import { networkSlug } from '../../../platform/http/shell.ts'
import type { Actor, NetworkId } from '../../../platform/session/actor.ts'
import { findNetwork, isAnyNetwork } from '../data/networks/networks.store.ts'
import { sessionCookie } from '../data/sign-in/accounts.ts'
import { findActor } from '../data/sign-in/actor.queries.ts'
import { bearerOf } from '../use-cases/api-keys/bearer.ts'
import { keyProblems } from './api-keys/api-key-wording.ts'
import { NO_NETWORK } from './networks/first-run-network.ts'
import { paths as networkPaths, routes as networkRoutes } from './networks/network-paths.ts'
import { noteVisit } from './sign-in/presence.ts'

/** Finds the network of the request and who asks: every route behind it may rely on both. */
export function whoAndWhere(entries: readonly NavigationEntry[]) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { db } = c.var.services
    const url = new URL(c.req.url)
    const network = await findNetwork(db, { slug: networkSlug(url.pathname), host: url.hostname })
    if (!network) {
      if (await isAnyNetwork(db)) throw new NotFound()
      // In an empty installation there is one page, the first run: everything leads to it.
      if (c.req.path !== networkRoutes.firstSteps) return c.redirect(networkPaths.firstSteps(''), 303)
      c.set('network', NO_NETWORK)
      c.set('actor', { kind: 'visitor' })
      c.set('navigation', [])
      return next()
    }
    c.set('network', network)
    const isOfApi = isApi(c.req.path)
    c.set('actor', isOfApi ? await programOf(c, network.id) : await visitorOf(c, network.id))
    c.set('navigation', isOfApi ? [] : navigationOf(entries, c.var.actor, network))
    if (!isOfApi) await noteVisit(c.var.services, c.var.actor)
    await next()
  })
}

/** Who holds the session of the cookie. */
async function visitorOf(c: AppContext, network: NetworkId): Promise<Actor> {
  const { db, clock, config } = c.var.services
  const token = await getSignedCookie(whole(c), config.secret ?? '', sessionCookie(config))
  if (!token) return { kind: 'visitor' }
  return findActor(db, token, network, { today: clock.today(), now: clock.now() })
}

const BEARER = /^Bearer +(\S+) *$/i

/** As whom a program acts: its key says it. A browser's session only reads: no page can make it write. EQP-1405. */
async function programOf(c: AppContext, network: NetworkId): Promise<Actor> {
  const { method } = c.req
  const secret = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
  if (!secret) return method === 'GET' || method === 'HEAD' ? visitorOf(c, network) : { kind: 'visitor' }
  const bearer = await bearerOf(c.var.services, network, { secret, method })
  if (!isRefusal(bearer)) return bearer
  const { status, detail } = keyProblems[bearer.refused]
  throw new ApiProblem({ status, code: bearer.refused, detail })
}
