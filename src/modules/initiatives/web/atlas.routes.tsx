import { Hono } from 'hono'
import { isId } from '../../../kernel/id.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { pageNumber } from '../../../platform/http/page-number.ts'
import { orNotFound } from '../../../platform/http/problems.ts'
import { organisationNames } from '../../identity/index.ts'
import { atlasOf, shownInitiative } from '../data/initiatives.queries.ts'
import { isStake } from '../domain/stakes.ts'
import { routes } from './initiative.paths.ts'
import { AtlasPage } from './pages/atlas-page.tsx'
import { ShownPage } from './pages/shown-page.tsx'
import { policy } from './policy.ts'

/** The atlas, for everybody. */
export const atlasRoutes = new Hono<AppEnv>()
  .get(routes.atlas, may(policy.readAtlas), async (c) => {
    const { db, network } = c.var.context
    const number = pageNumber(c.req.query('page'))
    const stake = c.req.query('enjeu')
    const asked = {
      q: c.req.query('q')?.replaceAll('\0', '').trim().slice(0, 200) ?? '',
      stake: isStake(stake) ? stake : null,
    }
    const { found, total } = await atlasOf(db, network.id, asked, number)
    const names = await organisationNames(
      db,
      found.map(({ organisationId }) => organisationId),
    )
    return page(c, <AtlasPage view={viewOf(c)} {...{ found, total, asked, names }} page={number} />)
  })
  .get(routes.shown, may(policy.readAtlas), async (c) => {
    const { db, network } = c.var.context
    const id = c.req.param('id')
    const initiative = orNotFound(isId<'initiative'>(id) ? await shownInitiative(db, network.id, id) : null)
    const names = await organisationNames(db, [initiative.organisationId])
    const declaredBy = names.get(initiative.organisationId) ?? ''
    return page(c, <ShownPage view={viewOf(c)} initiative={initiative} declaredBy={declaredBy} />)
  })
