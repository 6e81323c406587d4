import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { Actor, Member } from '../../../../platform/session/actor.ts'
import { Button } from '../../../../ui/button.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { type FeedScope, listFeeds } from '../../data/borrowing/feeds.store.ts'
import { followLoans, stopFollowingLoans } from '../../use-cases/borrowing/follow-loans.ts'
import { borrowingPaths } from '../borrowing/borrowing.paths.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { ENDED, openedSentence } from './feed-wording.ts'
import { feedPaths, feedRoutePaths as routes } from './feeds.paths.ts'
import { addressOf } from './feeds.routes.tsx'
import { FeedsPage } from './pages/feeds-page.tsx'

function borrowerOf(actor: Actor): Member {
  return orNotFound(actor.kind === 'member' ? actor : null)
}

const scopeOf = ({ organisations }: Member): FeedScope => ({ kind: 'organisation', organisations })

/** The addresses that a borrowing organisation has its calendars follow: any of its members takes one back. EQP-1403. */
export const ownFeedRoutes = new Hono<AppEnv>()
  .get(routes.borrowing, may(borrowingPolicy.borrow), async (c) => {
    const { db, network } = c.var.context
    const member = borrowerOf(c.var.actor)
    const { base } = c.var.network
    return page(
      c,
      <FeedsPage
        view={viewOf(c)}
        title="Suivre nos prêts dans un agenda"
        breadcrumb={[
          { label: 'Matériel', href: borrowingPaths.catalogue(base) },
          { label: 'Mes demandes', href: borrowingPaths.requests(base) },
        ]}
        feeds={await listFeeds(db, network.id, scopeOf(member), member.personId)}
        problems={[]}
        endOf={({ id }) => feedPaths.borrowingEnd(base, id)}
      >
        <Form action={feedPaths.borrowing(base)}>
          <Actions>
            <Button>Créer l’adresse de nos prêts</Button>
          </Actions>
        </Form>
      </FeedsPage>,
    )
  })
  .post(routes.borrowing, may(borrowingPolicy.borrow), writes('loan-feed.opened'), async (c) => {
    const { organisationId } = borrowerOf(c.var.actor)
    const subject = { kind: 'organisation' as const, id: organisationId }
    const secret = await followLoans(c.var.context, c.var.services.config, subject)
    if (isRefusal(secret)) throw new NotFound()
    return done(c, feedPaths.borrowing(c.var.network.base), openedSentence(addressOf(c, secret)))
  })
  .post(routes.borrowingEnd, may(borrowingPolicy.borrow), writes('loan-feed.revoked'), async (c) => {
    const id = c.req.param('agenda')
    const scope = scopeOf(borrowerOf(c.var.actor))
    if (!isId<'feed'>(id)) throw new NotFound()
    const ended = await stopFollowingLoans(c.var.context, scope, id, { mayEndAll: true })
    if (isRefusal(ended)) throw new NotFound()
    return done(c, feedPaths.borrowing(c.var.network.base), ENDED)
  })
