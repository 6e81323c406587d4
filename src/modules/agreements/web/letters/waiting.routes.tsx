import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { peopleNames } from '../../../identity/index.ts'
import { waitingActsOf } from '../../data/waiting-acts.store.ts'
import { consequenceOf } from '../../domain/act-consequence.ts'
import { type Agreement, lastSeq } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { textOf } from '../../use-cases/drafting/agreement-text.ts'
import {
  abandonWaitingAct,
  actOf,
  confirmWaitingAct,
  letterOf,
} from '../../use-cases/letters/confirm-waiting-act.ts'
import { agreementOf } from '../agreement-of.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { targetForm } from '../signing/signing.form.ts'
import { problemOfRefusal, stateSentence } from '../wording.ts'
import { WaitingActPage } from './pages/waiting-act-page.tsx'
import { waitingRoutesOf as routes } from './waiting.paths.ts'
import { waitingWords } from './waiting-wording.ts'

/** The act as it stands, and what it would change: made from the letter again, as the agreement reads now. */
const waitingPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const waiting = await waitingOf(c, agreement)
  const { context, network } = c.var
  const act = actOf(agreement, letterOf(waiting), context)
  const problems = isRefusal(act) ? [...state.problems, problemOfRefusal(act)] : state.problems
  const consequence = isRefusal(act)
    ? null
    : consequenceOf(agreement.terms, agreement.acts, act, context.today)
  const { places } = await textOf(context.db, network, agreement)
  const preparedBy = (await peopleNames(context.db, [waiting.preparedBy])).get(waiting.preparedBy) ?? ''
  return page(
    c,
    <WaitingActPage
      view={viewOf(c)}
      state={{ ...state, problems }}
      {...{ agreement, waiting, consequence, places, preparedBy }}
    />,
  )
}

const shown = async (c: AppContext): Promise<FormState> => ({
  values: { vu: String(lastSeq(await agreementOf(c))) },
  problems: [],
})

/** What one officer prepared and another confirms, or nobody. AGR-115. */
export const waitingRoutes = new Hono<AppEnv>()
  .get(routes.confirmation, may(policy.manage), async (c) => waitingPage(c, await shown(c)))
  .post(
    routes.confirmation,
    may(policy.manage),
    writes('waiting-act.confirmed'),
    form(targetForm, waitingPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const waiting = await waitingOf(c, agreement)
      if (!c.var.confirmed) return waitingPage(c, await shown(c))
      const target = { id: agreement.id, seen: c.var.form.vu }
      const after = await confirmWaitingAct(c.var.context, target, waiting.id)
      if (isRefusal(after)) return c.var.again(problemOfRefusal(after))
      const state = stateOn(after.terms, after.acts, c.var.context.today)
      const sentence = `${waitingWords[waiting.purpose]} : l’acte est confirmé. ${stateSentence(state)} Les deux parties sont prévenues par courriel.`
      return done(c, paths.agreement(c.var.network.base, agreement.id), sentence)
    },
  )
  .post(
    routes.abandonment,
    may(policy.manage),
    writes('waiting-act.abandoned'),
    form(targetForm, waitingPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const waiting = await waitingOf(c, agreement)
      const target = { id: agreement.id, seen: c.var.form.vu }
      const abandoned = await abandonWaitingAct(c.var.context, target, waiting.id)
      if (isRefusal(abandoned)) return c.var.again(problemOfRefusal(abandoned))
      const sentence = 'L’acte préparé est abandonné. Rien n’a couru, et personne n’en avait été prévenu.'
      return done(c, paths.agreement(c.var.network.base, agreement.id), sentence)
    },
  )

async function waitingOf(c: AppContext, agreement: Agreement) {
  const waiting = await waitingActsOf(c.var.context.db, agreement.id)
  return orNotFound(waiting.find(({ id }) => id === c.req.param('acte')))
}
