import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { oneOf } from '../../../../platform/http/fields.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { openProposal, openProposals } from '../../data/geocoding/geocoding.store.ts'
import type { PlaceId } from '../../domain/place.ts'
import { decidePoint } from '../../use-cases/geocoding/decide-point.ts'
import { policy } from '../policy.ts'
import { geocodingPaths as paths, geocodingRoutesOf as routes } from './geocoding.paths.ts'
import { PointsPage } from './pages/points-page.tsx'

const SHOWN = 50

const pointsPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  return page(
    c,
    <PointsPage view={viewOf(c)} proposals={await openProposals(db, network.id, SHOWN)} state={state} />,
  )
}

/** The same, about a point that waits. */
const pointPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  orNotFound(await openProposal(db, network.id, placeIn(c)))
  return pointsPage(c, state)
}

function placeIn(c: AppContext): PlaceId {
  const id = c.req.param('id') ?? ''
  if (!isId<'place'>(id)) throw new NotFound()
  return id
}

const pointForm = z.object({ reponse: oneOf(['oui', 'non'], 'Dites si le lieu est là.') })

/** Points that a service of addresses proposes, to be looked at by somebody. DIR-56. */
export const pointsRoutes = new Hono<AppEnv>()
  .get(routes.points, may(policy.readPoints), (c) => pointsPage(c, blankForm))
  .post(
    routes.point,
    may(policy.decidePoints),
    writes('place.located'),
    form(pointForm, pointPage),
    async (c) => {
      const id = c.req.param('id')
      const accepted = c.var.form.reponse === 'oui'
      if (!isId<'place'>(id) || isRefusal(await decidePoint(c.var.context, id, accepted)))
        throw new NotFound()
      const sentence = accepted
        ? 'Le lieu est placé sur la carte.'
        : 'Le point est refusé. Le lieu reste dessiné au milieu de sa commune.'
      return done(c, paths.points(c.var.network.base), sentence)
    },
  )
