import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { openTo } from '../../../../platform/http/security-headers.ts'
import { countView } from '../../data/embed/embed-keys.store.ts'
import { holidayBook } from '../../data/hours/holidays.store.ts'
import { shownLabels } from '../../data/places.queries.ts'
import { find } from '../../data/search/found.ts'
import { countsOf } from '../../data/search/places.counts.ts'
import { turnAsked, turnTo } from '../../data/search/places.list.ts'
import { filterOf } from '../../data/search/places.results.ts'
import { lockedGround } from '../../data/territories/territory-ground.ts'
import { frameOf } from '../../domain/map/map-frame.ts'
import { keyOfToken } from '../../use-cases/embed/embed-token.ts'
import { PAGE_SIZE, readListing } from '../directory/listing.ts'
import { readMap } from '../map/map-view.ts'
import { MAP_HEIGHT, MAP_WIDTH } from '../map/pages/drawn-map.tsx'
import { policy } from '../policy.ts'
import { settleListing } from '../search/settle-listing.ts'
import { embedRoutesOf as routes } from './embed.paths.ts'
import { embedMarks } from './embed-marks.ts'
import { HEIGHT_SCRIPT, loaderScript } from './embed-scripts.ts'
import { EmbedPage } from './pages/embed-page.tsx'

const read = may(policy.readDirectory)
const JAVASCRIPT = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'public, max-age=3600',
}

/** The map on other sites. DIR-85. */
export const embedRoutes = new Hono<AppEnv>()
  .get(routes.frame, read, async (c) => {
    const { context, services } = c.var
    const { db, network, today } = context
    const token = c.req.query('cle') ?? ''
    const key = orNotFound(await keyOfToken(services, network.id, token))
    openTo(c, { frames: key.origins })
    const lock = key.lock && (await lockedGround(db, network.id, key.lock))
    // A territory that no map knows any more opens nothing, rather than everything.
    if (key.lock && !lock) throw new NotFound()
    const listing = await settleListing(context, readListing(new URL(c.req.url).searchParams))
    const filter = { ...(await filterOf(context, listing)), lock: lock?.parts ?? null }
    const found = await find(db, filter)
    const { total } = countsOf(found)
    const { places, ...beside } = await turnTo(
      db,
      found,
      turnAsked(listing.page, total, PAGE_SIZE),
      PAGE_SIZE,
    )
    const labels = await shownLabels(
      db,
      network.id,
      places.map(({ id }) => id),
      today,
    )
    const map = await readMap(context, filter, listing.box)
    const frame = frameOf(map.box, MAP_WIDTH, MAP_HEIGHT)
    await countView(db, key.id, today)
    return page(
      c,
      <EmbedPage
        view={viewOf(c)}
        token={token}
        territory={lock ? lock.name : ''}
        listing={listing}
        total={total}
        places={places}
        {...beside}
        book={await holidayBook(db, network.id)}
        labels={labels}
        frame={frame}
        marks={await embedMarks(context, map.index, { listing, token, frame })}
      />,
    )
  })
  .get(routes.loader, read, (c) => {
    c.header('cross-origin-resource-policy', 'cross-origin')
    return c.body(loaderScript(`${c.var.network.base}${routes.frame}`), 200, JAVASCRIPT)
  })
  .get(routes.height, read, (c) => c.body(HEIGHT_SCRIPT, 200, JAVASCRIPT))
