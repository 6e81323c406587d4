import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { findLogo } from '../../data/networks/network-settings.store.ts'
import { relativesOf } from '../../data/networks/network-tree.store.ts'
import { findNetwork, networkCard } from '../../data/networks/networks.store.ts'
import { logoName } from '../../domain/networks/network-logo.ts'
import { routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { routes as ownRoutes } from './network-paths.ts'
import { AccessibilityPage, NetworkPage } from './pages/network-pages.tsx'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** What everybody may know of a network, its logo and its colours. */
export const networkRoutes = new Hono<AppEnv>()
  .get(routes.theme, may(policy.publicPages), async (c) => {
    const found = await findNetwork(c.var.context.db, { slug: c.var.network.slug, host: '' })
    if (!found?.themeSheet.endsWith(c.req.path)) throw new NotFound()
    c.header('cache-control', FOR_EVER)
    return c.body(found.sheet, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  .get(ownRoutes.logo, may(policy.publicPages), async (c) => {
    const { context, services, network } = c.var
    const logo = orNotFound(await findLogo(context.db, network.id))
    if (logoName(logo) !== c.req.param('logo')) throw new NotFound()
    const content = await services.files.get(logo.sha256)
    c.header('cache-control', FOR_EVER)
    return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': logo.mediaType })
  })
  .get(routes.network, may(policy.publicPages), async (c) => {
    const { db, network } = c.var.context
    const [card, { parent, children }] = await Promise.all([
      networkCard(db, network.id),
      relativesOf(db, network.id),
    ])
    return page(c, <NetworkPage view={viewOf(c)} card={card} parent={parent} under={children} />)
  })
  .get(routes.accessibility, may(policy.publicPages), (c) => page(c, <AccessibilityPage view={viewOf(c)} />))
