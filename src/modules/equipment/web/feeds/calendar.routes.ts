import { Hono } from 'hono'
import { isAlreadyHeld } from '../../../../platform/http/already-held.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { NotFound } from '../../../../platform/http/problems.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import { networkAddress, organisationNames } from '../../../identity/index.ts'
import { followedLoans } from '../../data/borrowing/appointments-feed.queries.ts'
import type { FoundFeed } from '../../data/borrowing/feeds.store.ts'
import { feedOfSecret, mayStillFollow } from '../../use-cases/borrowing/follow-loans.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { withBorrowers } from '../managing/named.ts'
import { policy } from '../policy.ts'
import { feedTitle } from './feed-wording.ts'
import { feedRoutePaths as routes } from './feeds.paths.ts'
import { loanCalendar } from './loan-calendar.ts'

/** Calendars ask every few hours: what did not change is not sent again, and a shared cache keeps nothing. */
const CACHED = 'private, max-age=300'

/** What the secret of an address opens. EQP-1403. */
export const calendarRoutes = new Hono<AppEnv>().get(routes.calendar, may(policy.calendar), async (c) => {
  const { db, network } = c.var.context
  const { config } = c.var.services
  const secret = c.req.query('jeton') ?? ''
  const feed = secret === '' ? null : await feedOfSecret(db, config, network.id, secret)
  // Without its secret the address is an empty calendar; with one that is unknown or taken back, nothing.
  if (!feed && secret !== '') throw new NotFound()
  const text = await calendarText(c, feed)
  c.header('cache-control', CACHED)
  if (isAlreadyHeld(c, keyedDigest(config, 'loan-calendar', text))) return c.body(null, 304)
  return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8' })
})

async function calendarText(c: AppContext, feed: FoundFeed | null): Promise<string> {
  const { context, services, network } = c.var
  const { db, now } = context
  const isOpen = feed !== null && (await mayStillFollow(context, feed, mayBorrow))
  const loans = isOpen ? await withBorrowers(db, await followedLoans(db, feed.subject, now)) : []
  return loanCalendar({
    name: feed ? `${network.name} : ${await nameOf(c, feed)}` : network.name,
    address: networkAddress(services.config.baseUrl, network),
    loans,
    isForLender: feed?.subject.kind !== 'organisation',
  })

  function mayBorrow(member: Parameters<typeof borrowingPolicy.borrow.reach>[0]): boolean {
    return borrowingPolicy.borrow.reach(member, network.id).kind !== 'nobody'
  }
}

async function nameOf(c: AppContext, { subject, name }: FoundFeed): Promise<string> {
  if (subject.kind !== 'organisation') return feedTitle(subject.kind, name)
  const names = await organisationNames(c.var.context.db, [subject.id])
  return `prêts de ${names.get(subject.id) ?? 'la structure'}`
}
