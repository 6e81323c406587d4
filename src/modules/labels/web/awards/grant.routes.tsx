import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { agreementPaths, annexOf, coverOn, findAgreement } from '../../../agreements/index.ts'
import { findPlaces } from '../../../places/index.ts'
import { schemesOfAgreements } from '../../data/schemes/schemes.store.ts'
import { grantLabel } from '../../use-cases/awards/grant-label.ts'
import { policy } from '../policy.ts'
import { grantForm } from './grant.form.ts'
import { routes } from './grant.paths.ts'
import { problemOfRefusal } from './grant-wording.ts'
import { GrantPage } from './pages/grant-page.tsx'

const grantPage: FormPage = async (c, state) => {
  const { context } = c.var
  const { db, network, reach } = context
  const id = c.req.param('id') ?? ''
  const agreement = orNotFound(isId<'agreement'>(id) ? await findAgreement(db, reach, id) : null)
  const listed = await annexOf(db, agreement.id)
  const covered = listed.filter(({ placeId }) => coverOn(agreement, context.today, placeId).isOpen)
  const places = await findPlaces(
    db,
    network.id,
    covered.map(({ placeId }) => placeId),
  )
  const schemes = await schemesOfAgreements(db, network.id, context.today)
  return page(
    c,
    <GrantPage view={viewOf(c)} agreement={agreement} schemes={schemes} places={places} state={state} />,
  )
}

export const grantRoutes = new Hono<AppEnv>()
  .get(routes.grant, may(policy.grant), (c) => grantPage(c, blankForm))
  .post(routes.grant, may(policy.grant), writes('label.granted'), form(grantForm, grantPage), async (c) => {
    const { label, lieux, date } = c.var.form
    const id = c.req.param('id')
    const agreementId = orNotFound(isId<'agreement'>(id) ? id : null)
    const outcome = await grantLabel(c.var.context, {
      agreementId,
      schemeId: label,
      placeIds: lieux,
      grantedOn: date,
    })
    if (isRefusal(outcome)) return c.var.again(problemOfRefusal(outcome))
    return done(
      c,
      agreementPaths.agreement(c.var.network.base, agreementId),
      'Le label est attribué. Il se voit dès maintenant sur les pages publiques.',
    )
  })
