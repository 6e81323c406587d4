import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../../platform/http/env.ts'
import { type NavigationEntry, navigationOf } from '../../../platform/http/navigation.ts'
import { NotFound } from '../../../platform/http/problems.ts'
import { networkSlug } from '../../../platform/http/shell.ts'
import { findNetwork } from '../data/networks.store.ts'
import { findMember } from '../data/sessions.store.ts'

export const SESSION_COOKIE = 'maillage_session'

/** Finds the network of the request and who asks: every route behind it may rely on both. */
export function whoAndWhere(entries: readonly NavigationEntry[]) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { db, clock, config } = c.var.services
    const url = new URL(c.req.url)
    const network = await findNetwork(db, { slug: networkSlug(url.pathname), host: url.hostname })
    if (!network) throw new NotFound()
    c.set('network', network)
    const token = getCookie(c, SESSION_COOKIE)
    const member = token ? await findMember(db, config.secret ?? '', token, clock.now(), clock.today()) : null
    c.set('actor', member ?? { kind: 'visitor' })
    c.set('navigation', navigationOf(entries, c.var.actor, network))
    await next()
  })
}
