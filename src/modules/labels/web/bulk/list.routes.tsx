import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findAgreement } from '../../../agreements/index.ts'
import { organisationNames } from '../../../identity/index.ts'
import { findPlaces, placePath, placesToMatch, searchPlaces } from '../../../places/index.ts'
import { decisionById } from '../../data/bulk/list-decision.queries.ts'
import { countsOf, listedLines, NO_PLACE, placesCovered } from '../../data/bulk/place-lists.queries.ts'
import { charterOf } from '../../data/bulk/place-lists.store.ts'
import { choosePlaces, dropPlace } from '../../use-cases/bulk/fill-list.ts'
import { perimeterOf } from '../../use-cases/bulk/perimeter.ts'
import { policy } from '../policy.ts'
import { choiceForm } from './bulk.form.ts'
import { bulkPaths as paths, bulkRoutesOf as routes } from './bulk.paths.ts'
import { bulkProblem } from './bulk-wording.ts'
import { listOf, versionOfList } from './list-of.ts'
import { ChoicePage } from './pages/choice-page.tsx'
import { ListPage, type NamedLine } from './pages/list-page.tsx'

/** How many places one search proposes. */
const OFFERED = 60

const listPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const list = await listOf(c)
  const number = pageNumber(c.req.query('page'))
  const { lines, total } = await listedLines(db, list.id, number)
  const places = await placesToMatch(
    db,
    network.id,
    lines.map(({ placeId }) => placeId),
  )
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const named = lines.map((line): NamedLine => {
    const place = placeOf.get(line.placeId)
    const href = place?.status === 'published' ? placePath(c.var.network.base, place.slug) : null
    return { ...line, name: place?.name ?? '', commune: place?.commune ?? '', href }
  })
  const agreement = await findAgreement(db, { kind: 'all', network: network.id }, list.agreementId)
  const { scheme } = await versionOfList(c, list)
  const names = await organisationNames(db, [list.partnerId])
  return page(
    c,
    <ListPage
      view={viewOf(c)}
      list={list}
      scheme={scheme.name}
      partner={names.get(list.partnerId) ?? ''}
      reference={agreement?.reference ?? ''}
      counts={(await countsOf(db, [list.id])).get(list.id) ?? NO_PLACE}
      charter={await charterOf(db, list.id)}
      decision={list.decisionId ? await decisionById(db, network.id, list.decisionId) : null}
      lines={named}
      total={total}
      page={number}
      problems={state.problems}
    />,
  )
}

const choicePage: FormPage = async (c, state) => {
  const list = await listOf(c)
  const q = (c.req.query('q') ?? String(state.values.q ?? '')).replaceAll('\0', '').trim().slice(0, 200)
  const { places, hasMore } = await offered(c, list, q)
  return page(c, <ChoicePage view={viewOf(c)} id={list.id} {...{ places, q, hasMore, state }} />)
}

/** What answers a search, or what the agreement lists; without what may not be proposed. */
async function offered(c: AppContext, list: Awaited<ReturnType<typeof listOf>>, q: string) {
  const { context } = c.var
  const { db, network, today } = context
  const listed = await placesCovered(db, list.agreementId, today)
  const found =
    q === ''
      ? await findPlaces(db, network.id, [...(listed ?? [])].slice(0, 1000))
      : await searchPlaces({ ...context, reach: { kind: 'all', network: network.id } }, q, 200)
  const barredFor = await perimeterOf(context, db, list)
  const free = found.filter(({ id }) => barredFor(id) === null)
  return { places: free.slice(0, OFFERED), hasMore: free.length > OFFERED }
}

/** One list and its places. LAB-19. */
export const listRoutes = new Hono<AppEnv>()
  .get(routes.list, may(policy.readLists), (c) => listPage(c, { values: {}, problems: [] }))
  .get(routes.choice, may(policy.proposePlaces), (c) => choicePage(c, { values: {}, problems: [] }))
  .post(
    routes.choice,
    may(policy.proposePlaces),
    writes('place-list.filled'),
    form(choiceForm, choicePage),
    async (c) => {
      const { id } = await listOf(c)
      const added = await choosePlaces(c.var.context, id, c.var.form.lieux)
      if (isRefusal(added)) return c.var.again(bulkProblem(added))
      const sentence = added < 2 ? 'Le lieu est dans la liste.' : `Les ${added} lieux sont dans la liste.`
      return done(c, paths.list(c.var.network.base, id), sentence)
    },
  )
  .post(
    routes.removal,
    may(policy.proposePlaces),
    writes('place-list.filled'),
    form(z.object({}), listPage),
    async (c) => {
      const { id } = await listOf(c)
      const place = c.req.param('lieu')
      const dropped = await dropPlace(c.var.context, id, orNotFound(isId<'place'>(place) ? place : null))
      if (isRefusal(dropped)) return c.var.again(bulkProblem(dropped))
      return done(c, paths.list(c.var.network.base, id), 'Le lieu n’est plus dans la liste.')
    },
  )
