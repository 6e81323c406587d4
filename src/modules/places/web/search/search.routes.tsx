import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { isAlreadyHeld } from '../../../../platform/http/already-held.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { networkAddress } from '../../../identity/index.ts'
import { mapVersion } from '../../data/map/places.map.ts'
import { fedPlaces } from '../../data/search/places.feed.ts'
import { namedTerritories } from '../../data/search/places.ground.ts'
import { filterOf } from '../../data/search/places.results.ts'
import { searchesOf, sharedSearch } from '../../data/search/saved-searches.store.ts'
import { forgetSearch, keepSearch } from '../../use-cases/search/keep-search.ts'
import { listingQuery, readListing } from '../directory/listing.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { resultsTitle } from '../wording.ts'
import { type Feed, jsonFeedOf, rssOf } from './feed.ts'
import { SearchesPage } from './pages/searches-page.tsx'
import { dropSearchForm, keepSearchForm } from './search.form.ts'
import { searchRoutesOf as routes, searchPaths } from './search.paths.ts'
import { settleListing } from './settle-listing.ts'

const FED = 50

const searchesPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const { personId } = orNotFound(personOf(c.var.actor))
  return page(
    c,
    <SearchesPage view={viewOf(c)} searches={await searchesOf(db, network.id, personId)} state={state} />,
  )
}

/** The searches one keeps and shares, and the lists that programs follow. DIR-65. */
export const searchRoutes = new Hono<AppEnv>()
  .get(routes.searches, may(policy.keepSearches), (c) => searchesPage(c, blankForm))
  .post(
    routes.searches,
    may(policy.keepSearches),
    writes('search.saved'),
    form(keepSearchForm, searchesPage),
    async (c) => {
      const { nom, recherche } = c.var.form
      const { personId } = orNotFound(personOf(c.var.actor))
      const asked = listingQuery({ ...readListing(new URLSearchParams(recherche)), page: 1 })
      const kept = await keepSearch(c.var.context, personId, { name: nom, asked })
      if (isRefusal(kept))
        return c.var.again({
          field: 'nom',
          message: 'Vous gardez déjà une recherche sous ce nom : donnez-en un autre.',
        })
      return done(
        c,
        searchPaths.searches(c.var.network.base),
        'Recherche gardée. Son lien se partage, et reste valable même si les filtres évoluent.',
      )
    },
  )
  .post(
    routes.drop,
    may(policy.keepSearches),
    writes('search.dropped'),
    form(dropSearchForm, searchesPage),
    async (c) => {
      const { recherche: id } = c.var.form
      const { personId } = orNotFound(personOf(c.var.actor))
      const dropped = await forgetSearch(
        c.var.context,
        personId,
        orNotFound(isId<'saved-search'>(id) ? id : null),
      )
      if (isRefusal(dropped)) throw new NotFound()
      return done(
        c,
        searchPaths.searches(c.var.network.base),
        'Recherche retirée. Le lien que vous aviez partagé n’ouvre plus rien.',
      )
    },
  )
  .get(routes.shared, may(policy.readSearch), async (c) => {
    const id = c.req.param('id')
    const { db, network } = c.var.context
    const asked = isId<'saved-search'>(id) ? await sharedSearch(db, network.id, id) : null
    return c.redirect(
      paths.places(c.var.network.base, readListing(new URLSearchParams(orNotFound(asked)))),
      302,
    )
  })
  .get(routes.rss, may(policy.readDirectory), async (c) => {
    const feed = await feedOf(c, searchPaths.rss)
    if (!feed) return c.body(null, 304)
    return c.body(rssOf(feed), 200, { 'content-type': 'application/rss+xml; charset=utf-8' })
  })
  .get(routes.json, may(policy.readDirectory), async (c) => {
    const feed = await feedOf(c, searchPaths.json)
    if (!feed) return c.body(null, 304)
    return c.body(JSON.stringify(jsonFeedOf(feed)), 200, {
      'content-type': 'application/feed+json; charset=utf-8',
    })
  })

/** Null: nothing changed since the program last asked. */
async function feedOf(c: AppContext, self: (base: string, query: string) => string): Promise<Feed | null> {
  const { context, services } = c.var
  const { db, network } = context
  const listing = await settleListing(context, readListing(new URL(c.req.url).searchParams))
  const filter = await filterOf(context, listing)
  const isHeld = isAlreadyHeld(c, await mapVersion(db, filter))
  if (filter.open.length === 0 && isHeld) return null
  const places = await fedPlaces(db, filter, FED)
  const site = networkAddress(services.config.baseUrl, network)
  const own = await namedTerritories(db, network.id)
  return {
    title: `${network.name} : ${resultsTitle(places.length, listing, filter.reading, own)}`,
    page: paths.places(site, { ...listing, page: 1 }),
    self: self(site, listingQuery({ ...listing, page: 1 })),
    places: places.map((place) => ({ ...place, href: paths.place(site, place.slug) })),
  }
}
