import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { NotFound } from '../../../platform/http/problems.ts'
import { findNetwork, listNetworks } from '../data/networks.store.ts'
import { AccessibilityPage, NetworkPage } from './pages/network-pages.tsx'
import { routes } from './paths.ts'
import { policy } from './policy.ts'

/** What everybody may know of a network, and its colours. */
export const networkRoutes = new Hono<AppEnv>()
  .get(routes.theme, may(policy.publicPages), async (c) => {
    const found = await findNetwork(c.var.context.db, { slug: c.var.network.slug, host: '' })
    if (!found?.themeSheet.endsWith(c.req.path)) throw new NotFound()
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(found.sheet, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  .get(routes.network, may(policy.publicPages), async (c) => {
    const others = (await listNetworks(c.var.context.db)).filter(({ id }) => id !== c.var.network.id)
    return page(c, <NetworkPage view={viewOf(c)} others={others} />)
  })
  .get(routes.accessibility, may(policy.publicPages), (c) => page(c, <AccessibilityPage view={viewOf(c)} />))
