import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { NotFound } from '../../../../platform/http/problems.ts'
import { networkAddress } from '../../../identity/index.ts'
import { SITEMAP_PAGE, sitemapPage } from '../../data/robots/sitemap.queries.ts'
import { countPlaces } from '../../data/search/places.counts.ts'
import { everything } from '../../data/search/places.filter.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { robotsPaths, robotsRoutesOf as routes } from './robots.paths.ts'
import { robotsText, sitemapIndexXml, sitemapXml } from './sitemap.ts'

const read = may(policy.readDirectory)

/** What search engines read: each place has its page; the same list asked a thousand ways is no page. DIR-72, DIR-84. */
export const robotsRoutes = new Hono<AppEnv>()
  .get(routes.robots, read, (c) => c.text(robotsText(robotsPaths.sitemap(addressOf(c)))))
  .get(routes.sitemap, read, async (c) => {
    const { db, network, today } = c.var.context
    const { total } = await countPlaces(db, everything(network.id, today))
    const files = Math.max(1, Math.ceil(total / SITEMAP_PAGE))
    const addresses = Array.from({ length: files }, (_, at) => robotsPaths.sitemapPage(addressOf(c), at + 1))
    return xml(c, sitemapIndexXml(addresses))
  })
  .get(routes.sitemapPage, read, async (c) => {
    const number = Number(/^lieux-([1-9]\d{0,3})\.xml$/.exec(c.req.param('file'))?.[1] ?? 0)
    if (number === 0) throw new NotFound()
    const { db, network } = c.var.context
    const address = addressOf(c)
    const listed = await sitemapPage(db, network.id, number)
    if (listed.length === 0 && number > 1) throw new NotFound()
    const pages = listed.map(({ slug, changedOn }) => ({ href: paths.place(address, slug), changedOn }))
    return xml(c, sitemapXml(pages))
  })

function addressOf(c: AppContext): string {
  return networkAddress(c.var.services.config.baseUrl, c.var.network)
}

function xml(c: AppContext, content: string): Response {
  c.header('cache-control', 'public, max-age=3600')
  return c.body(content, 200, { 'content-type': 'application/xml; charset=utf-8' })
}
