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
import { findMember } from '../../data/members/members.queries.ts'
import { resetBarrier, resetSecondFactor } from '../../use-cases/members/reset-second-factor.ts'
import { policy } from '../policy.ts'
import { endForm } from './member.form.ts'
import { paths, routes } from './member-paths.ts'
import { SecondFactorResetPage } from './pages/second-factor-reset-page.tsx'
import { resetSentence } from './second-factor-reset-wording.ts'

const resetPage: FormPage = async (c, state) => {
  const { context } = c.var
  const member = await memberOf(c)
  const barrier = await resetBarrier(context.db, context, member)
  return page(
    c,
    <SecondFactorResetPage
      view={viewOf(c)}
      member={member}
      barrier={barrier && resetSentence(barrier)}
      state={state}
    />,
  )
}

/** The way back in for whoever lost their phone. */
export const secondFactorResetRoutes = new Hono<AppEnv>()
  .get(routes.secondFactor, may(policy.resetSecondFactor), (c) => resetPage(c, blankForm))
  .post(
    routes.secondFactor,
    may(policy.resetSecondFactor),
    writes('second-factor.reset'),
    form(endForm, resetPage),
    async (c) => {
      const member = await memberOf(c)
      const reset = await resetSecondFactor(c.var.context, member.id, c.var.form.motif)
      if (isRefusal(reset)) return c.var.again({ field: null, message: resetSentence(reset) })
      const sentence = `La seconde preuve de ${member.name} est remise à zéro. La personne est prévenue par courriel.`
      return done(c, paths.member(c.var.network.base, member.id), sentence)
    },
  )

/** A membership that lasts, of this network; else 404. */
async function memberOf(c: AppContext) {
  const { db, reach, today } = c.var.context
  const id = c.req.param('id') ?? ''
  const member = orNotFound(isId<'membership'>(id) ? await findMember(db, reach, id, today) : null)
  if (member.end) throw new NotFound()
  return member
}
