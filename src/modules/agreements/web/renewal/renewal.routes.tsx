import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { type Consequence, consequenceOf } from '../../domain/act-consequence.ts'
import { openRenewal } from '../../domain/open-renewal.ts'
import { stateOn } from '../../domain/state.ts'
import { renewalAct, signRenewal, whyNotRenewed } from '../../use-cases/renewal/sign-renewal.ts'
import { powersToSign } from '../../use-cases/signing/signing-powers.ts'
import { agreementOf } from '../agreement-of.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { problemOfRefusal, stateSentence } from '../wording.ts'
import { RenewalPage } from './pages/renewal-page.tsx'
import { renewalForm } from './renewal.form.ts'
import { RENEWAL_ROUTE } from './renewal.paths.ts'

const renewalPage: FormPage = (c, state) => showRenewal(c, state, null)

async function showRenewal(c: AppContext, state: FormState, consequence: Consequence | null) {
  const agreement = await agreementOf(c)
  const { db, today } = c.var.context
  const open = openRenewal(agreement, today)
  const missing = open?.missing ?? agreement.terms.parties
  return page(
    c,
    <RenewalPage
      view={viewOf(c)}
      agreement={agreement}
      today={stateOn(agreement.terms, agreement.acts, today)}
      open={open}
      powers={await powersToSign(db, agreement, missing, today)}
      consequence={consequence}
      state={state}
    />,
  )
}

/** The renewal that the parties sign, where nothing goes on by itself: 001 art. 10, 002 art. 5. */
export const renewalRoutes = new Hono<AppEnv>()
  .get(RENEWAL_ROUTE, may(policy.manage), (c) => renewalPage(c, { values: c.req.query(), problems: [] }))
  .post(
    RENEWAL_ROUTE,
    may(policy.manage),
    writes('renewal.signed'),
    form(renewalForm, renewalPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { context, network } = c.var
      const { vu, partie, date, signataire, qualite, pouvoir, duree } = c.var.form
      const signature = {
        party: partie,
        signedOn: date,
        signatory: signataire,
        capacity: qualite,
        power: pouvoir,
        years: duree,
      }
      if (!c.var.confirmed) {
        const refusal = whyNotRenewed(agreement, signature, context.today)
        if (refusal) return c.var.again(problemOfRefusal(refusal))
        const act = renewalAct(agreement, signature, context.today)
        const consequence = consequenceOf(agreement.terms, agreement.acts, act, context.today)
        return showRenewal(c, c.var.typed, consequence)
      }
      const signed = await signRenewal(context, { id: agreement.id, seen: vu }, signature)
      if (isRefusal(signed)) return c.var.again(problemOfRefusal(signed))
      const sentence = stateSentence(stateOn(signed.terms, signed.acts, context.today))
      return done(
        c,
        paths.agreement(network.base, agreement.id),
        `La signature de la reconduction est enregistrée. ${sentence} Les deux parties sont prévenues par courriel.`,
      )
    },
  )
