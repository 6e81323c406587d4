import { Hono } from 'hono'
import type { Id } from '../../../../kernel/id.ts'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf, type Reach } from '../../../../platform/session/actor.ts'
import { networkAddress, qualitiesOf } from '../../../identity/index.ts'
import { calendarLines, readAgain } from '../../data/agenda.queries.ts'
import { type Feed, feedOfDigest, listFeeds } from '../../data/feed.store.ts'
import { feedDigest, feedToken } from '../../use-cases/board/feed-token.ts'
import { followAgenda, stopFollowing } from '../../use-cases/board/follow-agenda.ts'
import { policy } from '../policy.ts'
import { boardPaths, boardRoutePaths as routes } from './board.paths.ts'
import { feedForm } from './feed.form.ts'
import { agendaCalendar } from './feed-calendar.ts'
import { feedRefusals } from './feed-wording.ts'
import { FeedsPage } from './pages/feeds-page.tsx'

/** More than a calendar shows; a network of ten thousand agreements is followed on its board. */
const MOST_FOLLOWED = 5_000

const feedsPage: FormPage = async (c, state) => {
  const { db, network, reach } = c.var.context
  const person = orNotFound(personOf(c.var.actor))
  const andNetwork = reach.kind === 'all'
  const feeds = await listFeeds(db, network.id, { person: person.personId, andNetwork })
  const { config } = c.var.services
  const address = networkAddress(config.baseUrl, network)
  return page(
    c,
    <FeedsPage
      view={viewOf(c)}
      feeds={feeds.map((feed) => ({
        ...feed,
        address: boardPaths.calendar(address, feedToken(config, feed.id)),
      }))}
      mayFollow={opensTo(c.var, policy.follow)}
      mayFollowNetwork={andNetwork}
      state={state}
    />,
  )
}

/** Calendars that follow the deadlines: an address each, secret, taken back at will. AGR-81. */
export const feedRoutes = new Hono<AppEnv>()
  .get(routes.calendar, may(policy.calendar), async (c) => {
    const { db, network, today, now } = c.var.context
    const { config } = c.var.services
    const token = c.req.query('jeton') ?? ''
    const feed = token === '' ? null : await feedOfDigest(db, network.id, feedDigest(config, token))
    // Without its secret the address is an empty calendar; with one that is unknown or taken back, nothing.
    if (!feed && token !== '') throw new NotFound()
    const reach: Reach = feed ? await reachOf(c, feed) : { kind: 'nobody' }
    if (feed) await readAgain(db, { today, now }, network.id)
    const lines = await calendarLines(db, reach, { today, limit: MOST_FOLLOWED })
    c.header('content-type', 'text/calendar; charset=utf-8')
    c.header('cache-control', 'private, no-store')
    return c.body(agendaCalendar(network, lines, networkAddress(config.baseUrl, network)))
  })
  .get(routes.feeds, may(policy.read), (c) => feedsPage(c, blankForm))
  .post(routes.feeds, may(policy.follow), writes('feed.opened'), form(feedForm, feedsPage), async (c) => {
    const whose = c.var.form.pour === 'moi' ? 'person' : 'network'
    const opened = await followAgenda(c.var.context, c.var.services.config, whose)
    if (isRefusal(opened)) return c.var.again(feedRefusals[opened.refused])
    const sentence = 'L’adresse est créée. Copiez-la dans votre agenda : il suivra les échéances de lui-même.'
    return done(c, boardPaths.feeds(c.var.network.base), sentence)
  })
  .post(routes.feedEnd, may(policy.follow), writes('feed.revoked'), async (c) => {
    const id = c.req.param('id')
    if (!isId<'feed'>(id)) throw new NotFound()
    const stopped = await stopFollowing(c.var.context, id)
    if (isRefusal(stopped)) throw new NotFound()
    const sentence = 'L’adresse est retirée : les agendas qui la suivaient ne reçoivent plus rien.'
    return done(c, boardPaths.feeds(c.var.network.base), sentence)
  })

/** What the person may read today, in every quality held here: a feed never outlives the rights of its reader. */
async function reachOf(c: AppContext, { networkId, personId }: Feed): Promise<Reach> {
  if (personId === null) return { kind: 'all', network: networkId }
  const { db, today } = c.var.context
  const qualities = await qualitiesOf(db, networkId, personId, today)
  const reaches = qualities.map((quality) => {
    const session = {
      personId,
      name: '',
      sessionId: personId as unknown as Id<'session'>,
      impersonator: null,
    }
    return policy.read.reach({ kind: 'member', ...session, ...quality }, networkId)
  })
  if (reaches.some(({ kind }) => kind === 'all')) return { kind: 'all', network: networkId }
  const organisations = reaches.flatMap((reach) => (reach.kind === 'these' ? reach.organisations : []))
  return { kind: 'these', network: networkId, organisations }
}
