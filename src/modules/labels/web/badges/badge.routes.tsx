import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { networkAddress } from '../../../identity/index.ts'
import { badgesOfAward, findBadge } from '../../data/badges/badges.store.ts'
import { publicAwards } from '../../data/proof/course.queries.ts'
import { holdersOf } from '../../data/proof/holders.queries.ts'
import { badgeAddresses } from '../../domain/badges/badge-addresses.ts'
import { keepBadge } from '../../use-cases/badges/keep-badge.ts'
import { ownStatus } from '../../use-cases/badges/read-status.ts'
import { policy } from '../policy.ts'
import { badgePaths, badgeRoutePaths as routes } from './badges.paths.ts'
import { BadgePage } from './pages/badge-page.tsx'

/** The page of a badge: what it is, where it stands, its files. A label borne that has none yet is given one. */
export const badgeRoutes = new Hono<AppEnv>()
  .get(routes.current, may(policy.badges), async (c) => {
    const { db, network, today, now } = c.var.context
    const [award] = await publicAwards(db, network.id, { slug: c.req.param('slug') })
    const { id } = orNotFound(award)
    const { config } = c.var.services
    const kept = await keepBadge(db, { config, today, now }, id)
    const badge = kept ?? (await badgesOfAward(db, id))[0]
    return c.redirect(badgePaths.badge(network.base, orNotFound(badge).id), 303)
  })
  .get(routes.badge, may(policy.badges), async (c) => {
    const { db, network, today, now } = c.var.context
    const id = c.req.param('id')
    const badge = orNotFound(isId<'badge'>(id) ? await findBadge(db, id) : null)
    if (badge.networkId !== network.id) throw new NotFound()
    const [found] = await publicAwards(db, network.id, { ids: [badge.awardId] })
    const award = orNotFound(found)
    const [holder = null] = await holdersOf(db, network.id, [award])
    const from = networkAddress(c.var.services.config.baseUrl, network)
    return page(
      c,
      <BadgePage
        view={viewOf(c)}
        badge={badge}
        award={award}
        holder={holder}
        status={await ownStatus({ db }, badge, { today, now })}
        address={badgeAddresses.badge(from, badge.id)}
      />,
    )
  })
