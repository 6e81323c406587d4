import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { networkAddress } from '../../../identity/index.ts'
import { listsOf, ownList, placesOfList, sharedList } from '../../data/favourites/favourites.store.ts'
import { holidayBook } from '../../data/hours/holidays.store.ts'
import { findPlace } from '../../data/places.queries.ts'
import {
  callList,
  closeList,
  keepPlace,
  letGoOfPlace,
  openList,
  ownerOf,
  shareList,
} from '../../use-cases/favourites/keep-favourites.ts'
import { readShareToken, shareToken } from '../../use-cases/favourites/share-link.ts'
import { policy } from '../policy.ts'
import { keepForm, letGoForm, nameForm } from './favourites.form.ts'
import { favouritePaths, favouriteRoutesOf as routes } from './favourites.paths.ts'
import { listProblems } from './favourites-wording.ts'
import { FavouriteListPage, FavouritesPage, KeepPage, SharedListPage } from './pages/favourites-pages.tsx'

const own = may(policy.keepFavourites)

async function lists(c: AppContext) {
  const owner = ownerOf(c.var.context)
  return owner ? listsOf(c.var.context.db, owner) : []
}

function listId(c: AppContext) {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'favourite-list'>(id) ? id : null)
}

async function placeOf(c: AppContext, slug: string) {
  const { db, network } = c.var.context
  const found = orNotFound(await findPlace(db, network.id, slug))
  return orNotFound('movedTo' in found ? await findPlace(db, network.id, found.movedTo) : found)
}

const listsPage: FormPage = async (c, state) =>
  page(c, <FavouritesPage view={viewOf(c)} lists={await lists(c)} state={state} />)

const keepPage: FormPage = async (c, state) => {
  const found = await placeOf(c, String(state.values.lieu ?? c.req.query('lieu') ?? ''))
  if ('movedTo' in found) throw new NotFound()
  return page(c, <KeepPage view={viewOf(c)} place={found.place} lists={await lists(c)} state={state} />)
}

const listPage: FormPage = async (c, state) => {
  const { context, services } = c.var
  const owner = orNotFound(ownerOf(context))
  const list = orNotFound(await ownList(context.db, owner, listId(c)))
  const address = networkAddress(services.config.baseUrl, context.network)
  return page(
    c,
    <FavouriteListPage
      view={viewOf(c)}
      list={list}
      places={await placesOfList(context.db, list.id)}
      book={await holidayBook(context.db, context.network.id)}
      sharedAt={list.sharedAt && favouritePaths.shared(address, shareToken(services.config, list))}
      state={state}
    />,
  )
}

/** The places a member keeps, for themself or to give to others. DIR-75. */
export const favouriteRoutes = new Hono<AppEnv>()
  .get(routes.shared, may(policy.readSharedList), async (c) => {
    const { context, services } = c.var
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    const token = orNotFound(readShareToken(services.config, c.req.param('jeton')))
    const list = orNotFound(await sharedList(context.db, context.network.id, token))
    const places = await placesOfList(context.db, list.id)
    const book = await holidayBook(context.db, context.network.id)
    return page(c, <SharedListPage view={viewOf(c)} list={list} places={places} book={book} />)
  })
  .get(routes.lists, own, (c) => listsPage(c, blankForm))
  .post(routes.lists, own, writes('favourite-list.opened'), form(nameForm, listsPage), async (c) => {
    const opened = await openList(c.var.context, c.var.form.nom)
    if (isRefusal(opened)) return c.var.again(listProblems[opened.refused])
    const sentence = 'La liste est ouverte. Vous seul la voyez, tant que vous n’en donnez pas le lien.'
    return done(c, favouritePaths.list(c.var.network.base, opened), sentence)
  })
  .get(routes.keep, own, (c) => (c.req.query('lieu') ? keepPage(c, blankForm) : listsPage(c, blankForm)))
  .post(routes.keep, own, writes('favourite.kept'), form(keepForm, keepPage), async (c) => {
    const found = await placeOf(c, c.var.form.lieu)
    if ('movedTo' in found) throw new NotFound()
    const kept = await keepPlace(c.var.context, { place: found.place.id, list: c.var.form.liste })
    if (isRefusal(kept)) throw new NotFound()
    const sentence = `${kept.place.name} est dans la liste « ${kept.list.name} ».`
    return done(c, favouritePaths.list(c.var.network.base, kept.list.id), sentence)
  })
  .get(routes.list, own, (c) => listPage(c, blankForm))
  .post(routes.letGo, own, writes('favourite.let-go'), form(letGoForm, listPage), async (c) => {
    const list = listId(c)
    const place = orNotFound(c.var.form.lieu)
    const left = await letGoOfPlace(c.var.context, { place, list })
    if (isRefusal(left)) throw new NotFound()
    return done(c, favouritePaths.list(c.var.network.base, list), 'Le lieu n’est plus dans cette liste.')
  })
  .post(routes.rename, own, writes('favourite-list.renamed'), form(nameForm, listPage), async (c) => {
    const list = listId(c)
    const renamed = await callList(c.var.context, list, c.var.form.nom)
    if (isRefusal(renamed)) {
      if (renamed.refused === 'no-such-list') throw new NotFound()
      return c.var.again(listProblems[renamed.refused])
    }
    return done(c, favouritePaths.list(c.var.network.base, list), 'La liste porte son nouveau nom.')
  })
  .post(routes.remove, own, writes('favourite-list.removed'), async (c) => {
    const removed = await closeList(c.var.context, listId(c))
    if (isRefusal(removed)) {
      if (removed.refused === 'no-such-list') throw new NotFound()
      c.status(409)
      return listPage(c, { values: {}, problems: [listProblems[removed.refused]] })
    }
    const sentence = `La liste « ${removed.name} » est supprimée. Ses lieux restent dans l’annuaire.`
    return done(c, favouritePaths.lists(c.var.network.base), sentence)
  })
  .post(routes.share, own, writes('favourite-list.shared'), async (c) => {
    const list = listId(c)
    if (isRefusal(await shareList(c.var.context, list, true))) throw new NotFound()
    const sentence = 'Le lien est prêt. Les liens donnés auparavant n’ouvrent plus rien.'
    return done(c, favouritePaths.list(c.var.network.base, list), sentence)
  })
  .post(routes.unshare, own, writes('favourite-list.unshared'), async (c) => {
    const list = listId(c)
    if (isRefusal(await shareList(c.var.context, list, false))) throw new NotFound()
    const sentence = 'Le lien est repris : il n’ouvre plus rien.'
    return done(c, favouritePaths.list(c.var.network.base, list), sentence)
  })
