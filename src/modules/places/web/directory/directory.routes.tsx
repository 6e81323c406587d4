import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { openTo } from '../../../../platform/http/security-headers.ts'
import { findBaseMap } from '../../data/map/base-map.store.ts'
import { countByLabel, countPlaces } from '../../data/search/places.counts.ts'
import { everything } from '../../data/search/places.filter.ts'
import { searchDirectory } from '../../data/search/places.results.ts'
import { tilesOrigin } from '../../domain/map/base-map.ts'
import { frameOf } from '../../domain/map/map-frame.ts'
import { badgesOf } from '../freshness/badges-of.ts'
import { drawMarks, readMap } from '../map/map-view.ts'
import { MAP_HEIGHT, MAP_WIDTH } from '../map/pages/drawn-map.tsx'
import { routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { settleListing } from '../search/settle-listing.ts'
import { readView, withUnknownView } from './list-view.ts'
import { PAGE_SIZE, readListing } from './listing.ts'
import { HomePage } from './pages/home-page.tsx'
import { PlacesPage } from './pages/places-page.tsx'

const read = may(policy.readDirectory)

export const directoryRoutes = new Hono<AppEnv>()
  .get(routes.home, read, async (c) => {
    const { db, network, today } = c.var.context
    const all = everything(network.id, today)
    const [{ total, byService }, byLabel] = await Promise.all([countPlaces(db, all), countByLabel(db, all)])
    return page(c, <HomePage view={viewOf(c)} total={total} byService={byService} byLabel={byLabel} />)
  })
  .get(routes.places, read, async (c) => {
    const { context } = c.var
    const query = new URL(c.req.url).searchParams
    const listing = withUnknownView(await settleListing(context, readListing(query)), query)
    const shown = readView(query) ?? 'list'
    const results = await searchDirectory(context, listing, PAGE_SIZE)
    const badges = await badgesOf(context, results)
    const props = { view: viewOf(c), listing, results, badges, shown }
    if (shown === 'list') return page(c, <PlacesPage {...props} />)
    const baseMap = await findBaseMap(context.db, context.network.id)
    if (baseMap) openTo(c, { images: [tilesOrigin(baseMap)] })
    const map = await readMap(context, results.filter, listing.box)
    const frame = frameOf(map.box, MAP_WIDTH, MAP_HEIGHT)
    const marks = await drawMarks(context, map.index, { listing, view: shown, frame })
    return page(c, <PlacesPage {...props} map={{ map, frame, marks, baseMap }} />)
  })
