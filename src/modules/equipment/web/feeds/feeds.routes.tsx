import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { networkAddress } from '../../../identity/index.ts'
import { type FeedScope, listFeeds, unitOfNumber } from '../../data/borrowing/feeds.store.ts'
import { deskNames } from '../../data/telling/statistics.queries.ts'
import { allows } from '../../domain/rights.ts'
import type { FeedSubject } from '../../domain/telling/feed.ts'
import { followLoans, stopFollowingLoans } from '../../use-cases/borrowing/follow-loans.ts'
import type { Workplace } from '../../use-cases/workplace.ts'
import { trail } from '../managing/pages/trail.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { feedForm } from './feed.form.ts'
import { ENDED, openedSentence } from './feed-wording.ts'
import { feedPaths, feedRoutePaths as routes } from './feeds.paths.ts'
import { FeedsPage } from './pages/feeds-page.tsx'
import { NewFeedForm } from './pages/new-feed-form.tsx'

const scopeOf = ({ inventory }: Workplace): FeedScope => ({ kind: 'inventory', inventory: inventory.id })

const lendingPage: FormPage = async (c, state) => {
  const place = await workplace(c, 'read')
  const { inventory, role, context } = place
  const { base } = c.var.network
  const person = orNotFound(personOf(c.var.actor))
  const writesHere = opensTo(c.var, policy.work)
  const desks = await deskNames(context.db, inventory.id)
  return page(
    c,
    <FeedsPage
      view={viewOf(c)}
      title="Suivre les prêts dans un agenda"
      breadcrumb={trail(base, inventory)}
      feeds={await listFeeds(context.db, context.network.id, scopeOf(place), person.personId)}
      problems={state.problems}
      endOf={({ id, isOwn }) =>
        writesHere && (isOwn || allows(role, 'keep')) ? feedPaths.lendingEnd(base, inventory.id, id) : null
      }
    >
      {writesHere && (
        <NewFeedForm action={feedPaths.lending(base, inventory.id)} desks={desks} state={state} />
      )}
    </FeedsPage>,
  )
}

/** The address of a secret, whole: it is shown by the next page and never again. */
export function addressOf(c: AppContext, secret: string): string {
  return feedPaths.calendar(networkAddress(c.var.services.config.baseUrl, c.var.network), secret)
}

/** The addresses that those who lend have their calendars follow. EQP-1403. */
export const lendingFeedRoutes = new Hono<AppEnv>()
  .get(routes.lending, may(policy.seeWork), (c) => lendingPage(c, blankForm))
  .post(
    routes.lending,
    may(policy.work),
    writes('loan-feed.opened'),
    form(feedForm, lendingPage),
    async (c) => {
      const place = await workplace(c, 'read')
      const subject = await subjectIn(place, c.var.form)
      if (!subject) return c.var.again(c.var.form.numero === '' ? NO_SUCH_DESK : NO_SUCH_UNIT)
      const secret = await followLoans(place.context, c.var.services.config, subject)
      if (isRefusal(secret)) throw new NotFound()
      const here = feedPaths.lending(c.var.network.base, place.inventory.id)
      return done(c, here, openedSentence(addressOf(c, secret)))
    },
  )
  .post(routes.lendingEnd, may(policy.work), writes('loan-feed.revoked'), async (c) => {
    const place = await workplace(c, 'read')
    const id = c.req.param('agenda')
    if (!isId<'feed'>(id)) throw new NotFound()
    const mayEndAll = allows(place.role, 'keep')
    const ended = await stopFollowingLoans(place.context, scopeOf(place), id, { mayEndAll })
    if (isRefusal(ended)) throw new NotFound()
    return done(c, feedPaths.lending(c.var.network.base, place.inventory.id), ENDED)
  })

const NO_SUCH_UNIT = {
  field: 'numero',
  message: 'Aucun exemplaire de cet inventaire ne porte ce numéro : recopiez celui de son étiquette.',
}
const NO_SUCH_DESK = {
  field: 'quoi',
  message: 'Ce guichet n’est plus dans l’inventaire : choisissez-en un autre.',
}

async function subjectIn(
  { inventory, context }: Workplace,
  { quoi, numero }: { quoi: string; numero: string },
): Promise<FeedSubject | null> {
  if (numero !== '') {
    const unit = await unitOfNumber(context.db, inventory.id, numero)
    return unit && { kind: 'unit', id: unit }
  }
  if (quoi === 'inventaire') return { kind: 'inventory', id: inventory.id }
  const desks = await deskNames(context.db, inventory.id)
  return isId<'desk'>(quoi) && desks.has(quoi) ? { kind: 'desk', id: quoi } : null
}
