import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { disputeFiles } from '../../domain/dispute-files.ts'
import { stateOn } from '../../domain/state.ts'
import { openDispute } from '../../use-cases/disputes/open-dispute.ts'
import { settleDispute } from '../../use-cases/disputes/settle-dispute.ts'
import { agreementOf } from '../agreement-of.ts'
import { valuesOfAddress } from '../documents/prepared-values.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { problemOfRefusal } from '../wording.ts'
import { disputeForm, settlementForm } from './dispute.form.ts'
import { disputeRoutesOf as routes } from './dispute.paths.ts'
import { DisputePage, SettlementPage } from './pages/dispute-pages.tsx'

const openingPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { termsInForce } = stateOn(agreement.terms, agreement.acts, c.var.context.today)
  return page(c, <DisputePage view={viewOf(c)} agreement={agreement} terms={termsInForce} state={state} />)
}

const settlementPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  return page(
    c,
    <SettlementPage view={viewOf(c)} agreement={agreement} file={fileOf(c, agreement)} state={state} />,
  )
}

/** The dispute named by the address; else 404. */
function fileOf(c: AppContext, agreement: Agreement) {
  const asked = c.req.param('differend')
  return orNotFound(
    disputeFiles(agreement, c.var.context.today).find(({ state }) => state.id === asked) ?? null,
  )
}

/** Disputes: opened by the most diligent party, settled by an agreement. 000 art. 13, 001 art. 13, 002 art. 10. */
export const disputeRoutes = new Hono<AppEnv>()
  .get(routes.opening, may(policy.manage), async (c) =>
    openingPage(c, { values: await valuesOfAddress(c, await agreementOf(c)), problems: [] }),
  )
  .post(
    routes.opening,
    may(policy.manage),
    writes('dispute.opened'),
    form(disputeForm, openingPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, preparee, partie, date, reception, objet } = c.var.form
      const disagreement = { from: partie, openedOn: date, receivedOn: reception, object: objet }
      const opened = await openDispute(
        c.var.context,
        { id: agreement.id, seen: vu, prepared: preparee },
        disagreement,
      )
      if (isRefusal(opened)) return c.var.again(problemOfRefusal(opened))
      return done(
        c,
        paths.agreement(c.var.network.base, agreement.id),
        'Le différend est ouvert. Les deux parties sont prévenues par courriel.',
      )
    },
  )
  .get(routes.settlement, may(policy.manage), (c) => settlementPage(c, blankForm))
  .post(
    routes.settlement,
    may(policy.manage),
    writes('dispute.settled'),
    form(settlementForm, settlementPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, date } = c.var.form
      const settlement = { dispute: fileOf(c, agreement).state.id, settledOn: date }
      const settled = await settleDispute(c.var.context, { id: agreement.id, seen: vu }, settlement)
      if (isRefusal(settled)) return c.var.again(problemOfRefusal(settled))
      return done(
        c,
        paths.agreement(c.var.network.base, agreement.id),
        'Le règlement du différend est enregistré. Les deux parties sont prévenues par courriel.',
      )
    },
  )
