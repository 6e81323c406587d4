import { Hono } from 'hono'
import { isAlreadyHeld } from '../../../../platform/http/already-held.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { networkAddress } from '../../../identity/index.ts'
import { mapVersion } from '../../data/map/places.map.ts'
import { outline } from '../../data/map/places.outline.ts'
import { printedPlaces } from '../../data/map/printed-places.queries.ts'
import { shownLabels } from '../../data/places.queries.ts'
import { filterOf, searchDirectory } from '../../data/search/places.results.ts'
import type { Box } from '../../domain/map/map-box.ts'
import { frameOf } from '../../domain/map/map-frame.ts'
import { PAGE_SIZE, readListing } from '../directory/listing.ts'
import { badgesOf } from '../freshness/badges-of.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { settleListing } from '../search/settle-listing.ts'
import { mapPoints, slotOf } from './map-points.ts'
import { readMap } from './map-view.ts'
import { MapPanel } from './pages/map-panel.tsx'
import { PrintedPage } from './pages/printed-page.tsx'

const read = may(policy.readDirectory)

/** What the map asks while it moves, and what is printed of it. */
export const mapRoutes = new Hono<AppEnv>()
  .get(routes.map, read, (c) =>
    c.redirect(paths.map(c.var.network.base, readListing(new URL(c.req.url).searchParams)), 301),
  )
  .get(routes.mapPoints, read, async (c) => {
    const { context } = c.var
    const listing = await listingOf(c)
    const filter = await filterOf(context, listing)
    const version = `${await mapVersion(context.db, filter)}-${slotOf(context.now)}`
    if (isAlreadyHeld(c, version)) return c.body(null, 304)
    const { index, box } = await readMap(context, filter, listing.box)
    const items = await mapPoints(context, index, box, zoomFor(box, c.req.query('z')))
    return c.json({ v: version, items })
  })
  .get(routes.mapPanel, read, async (c) => {
    const { context } = c.var
    const results = await searchDirectory(context, await listingOf(c), PAGE_SIZE)
    const badges = await badgesOf(context, results)
    return page(
      c,
      <MapPanel base={context.network.base} now={context.now} results={results} badges={badges} />,
    )
  })
  .get(routes.outline, read, (c) => {
    if (c.req.path !== paths.outline('', outline().version)) throw new NotFound()
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(outline().json, 200, { 'content-type': 'application/json' })
  })
  .get(routes.printed, read, async (c) => {
    const { context } = c.var
    const { db, network, today } = context
    const listing = await listingOf(c)
    const results = await searchDirectory(context, listing, PAGE_SIZE)
    const ids = results.places.map(({ id }) => id)
    const address = networkAddress(c.var.services.config.baseUrl, network)
    return page(
      c,
      <PrintedPage
        view={viewOf(c)}
        listing={listing}
        results={results}
        places={await printedPlaces(db, network.id, ids)}
        labels={await shownLabels(db, network.id, ids, today)}
        address={paths.places(address, { ...listing, page: 1 })}
      />,
    )
  })

function listingOf(c: AppContext) {
  return settleListing(c.var.context, readListing(new URL(c.req.url).searchParams))
}

const LARGEST_SCREEN = 2048

/** No closer than what a large screen shows of the box: the whole country street by street would be one huge answer. */
function zoomFor(box: Box, asked = ''): number {
  const closest = frameOf(box, LARGEST_SCREEN, LARGEST_SCREEN).zoom
  return /^\d{1,2}(\.\d)?$/.test(asked) ? Math.min(Number(asked), closest) : closest - 2
}
