import { Hono } from 'hono'
import { plainCsv } from '../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../platform/http/problems.ts'
import { lastConfirmation } from '../data/confirmations.store.ts'
import { countByLabel, countPlaces } from '../data/places.counts.ts'
import { everything } from '../data/places.filter.ts'
import { mapVersion } from '../data/places.map.ts'
import { outline } from '../data/places.outline.ts'
import { findPlace, shownLabels, stoppedLabels } from '../data/places.queries.ts'
import { filterOf, searchDirectory } from '../data/places.results.ts'
import { standardExport } from '../data/standard-export.queries.ts'
import type { Box } from '../domain/map-box.ts'
import { boxOf, frameOf } from '../domain/map-frame.ts'
import { standardColumns } from '../domain/standard-columns.ts'
import { PAGE_SIZE, readListing } from './listing.ts'
import { drawMarks, readMap } from './map-view.ts'
import { MAP_HEIGHT, MAP_WIDTH } from './pages/drawn-map.tsx'
import { HomePage } from './pages/home-page.tsx'
import { MapPage } from './pages/map-page.tsx'
import { PlacePage } from './pages/place-page.tsx'
import { PlacesPage } from './pages/places-page.tsx'
import { paths, routes } from './paths.ts'
import { policy } from './policy.ts'

const read = may(policy.readDirectory)

export const directoryRoutes = new Hono<AppEnv>()
  .get(routes.home, read, async (c) => {
    const { db, network, today } = c.var.context
    const all = everything(network.id, today)
    const [{ total, byService }, byLabel] = await Promise.all([countPlaces(db, all), countByLabel(db, all)])
    return page(c, <HomePage view={viewOf(c)} total={total} byService={byService} byLabel={byLabel} />)
  })
  .get(routes.places, read, async (c) => {
    const listing = listingOf(c)
    const results = await searchDirectory(c.var.context, listing, PAGE_SIZE)
    return page(c, <PlacesPage view={viewOf(c)} listing={listing} results={results} />)
  })
  .get(routes.map, read, async (c) => {
    const listing = listingOf(c)
    const results = await searchDirectory(c.var.context, listing, PAGE_SIZE)
    const map = await readMap(c.var.context, results.filter, listing.box)
    const frame = frameOf(map.box, MAP_WIDTH, MAP_HEIGHT)
    const marks = await drawMarks(c.var.context, map.index, listing, boxOf(frame), frame.zoom)
    return page(
      c,
      <MapPage view={viewOf(c)} listing={listing} results={results} map={map} frame={frame} marks={marks} />,
    )
  })
  .get(routes.mapMarks, read, async (c) => {
    const listing = listingOf(c)
    const { context } = c.var
    const filter = await filterOf(context, listing)
    c.header('etag', `"${await mapVersion(context.db, filter)}"`)
    if (c.req.header('if-none-match') === c.res.headers.get('etag')) return c.body(null, 304)
    const map = await readMap(context, filter, listing.box)
    const marks = await drawMarks(context, map.index, listing, map.box, zoomFor(map.box, c.req.query('zoom')))
    return c.json(
      marks.map(({ longitude, latitude, count, town, opensAt, label, href }) => ({
        at: [latitude, longitude],
        count,
        town,
        opensAt,
        label,
        href,
      })),
    )
  })
  .get(routes.outline, read, (c) => {
    if (c.req.path !== paths.outline('', outline().version)) throw new NotFound()
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(outline().json, 200, { 'content-type': 'application/json' })
  })
  .get(routes.standard, read, async (c) => {
    const { db, network, today } = c.var.context
    const rows = await standardExport(db, network.id, today)
    c.header('content-disposition', `attachment; filename="lieux-${network.slug}-${today}.csv"`)
    const cells = rows.map((row) => standardColumns.map((column) => row[column]))
    return c.body(plainCsv([standardColumns, ...cells]), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  .get(routes.place, read, async (c) => {
    const { db, network, today } = c.var.context
    const found = orNotFound(await findPlace(db, network.id, c.req.param('slug')))
    if ('movedTo' in found) return c.redirect(paths.place(network.base, found.movedTo), 301)
    const labels = await shownLabels(db, network.id, [found.place.id], today)
    return page(
      c,
      <PlacePage
        view={viewOf(c)}
        place={found.place}
        labels={labels.get(found.place.id) ?? []}
        stopped={await stoppedLabels(db, network.id, found.place.id, today)}
        checkedOn={await lastConfirmation(db, found.place.id, today)}
      />,
    )
  })

function listingOf(c: AppContext) {
  return readListing(new URL(c.req.url).searchParams)
}

const LARGEST_SCREEN = 2048

/** No closer than what a large screen shows of the box: the whole country street by street would be one huge answer. */
function zoomFor(box: Box, asked = ''): number {
  const closest = frameOf(box, LARGEST_SCREEN, LARGEST_SCREEN).zoom
  return /^\d{1,2}(\.\d)?$/.test(asked) ? Math.min(Number(asked), closest) : closest - 2
}
