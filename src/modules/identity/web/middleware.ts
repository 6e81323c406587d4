import { getSignedCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../../platform/http/env.ts'
import { type NavigationEntry, navigationOf } from '../../../platform/http/navigation.ts'
import { NotFound } from '../../../platform/http/problems.ts'
import { networkSlug } from '../../../platform/http/shell.ts'
import { findNetwork, isAnyNetwork } from '../data/networks/networks.store.ts'
import { sessionCookie } from '../data/sign-in/accounts.ts'
import { findActor } from '../data/sign-in/actor.queries.ts'
import { NO_NETWORK } from './networks/first-run-network.ts'
import { paths as networkPaths, routes as networkRoutes } from './networks/network-paths.ts'
import { noteVisit } from './sign-in/presence.ts'

/** Finds the network of the request and who asks: every route behind it may rely on both. */
export function whoAndWhere(entries: readonly NavigationEntry[]) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { db, clock, config } = c.var.services
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
    const token = await getSignedCookie(c, config.secret ?? '', sessionCookie(config))
    const when = { today: clock.today(), now: clock.now() }
    c.set('actor', token ? await findActor(db, token, network.id, when) : { kind: 'visitor' })
    c.set('navigation', navigationOf(entries, c.var.actor, network))
    await noteVisit(c.var.services, c.var.actor)
    await next()
  })
}
