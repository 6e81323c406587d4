import { Hono } from 'hono'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { lastEarlyReturn } from '../../data/borrowing/early-returns.store.ts'
import { findLine } from '../../data/lines.store.ts'
import { answerToEarlyReturn } from '../../use-cases/deciding/early-return.ts'
import { slotChoices } from '../../use-cases/moving/slot-choices.ts'
import { appointmentText } from '../moment-wording.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { borrowingPaths as paths, borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { earlyReturnAnswerForm } from './early-return.form.ts'
import { lineOf } from './line-of.ts'
import { EarlyReturnAnswerPage } from './pages/early-return-page.tsx'

const answerPage: FormPage = async (c, state) => {
  const { context } = c.var
  const own = await lineOf(c)
  const line = orNotFound(await findLine(context.db, context.reach, own.id))
  const asked = await lastEarlyReturn(context.db, own.id)
  const around = asked?.answer === null ? asked.wantedAt : null
  const lastDay = around && dayOf(around, own.zone)
  const slots = around ? await slotChoices(context, line, { purpose: 'return', around, lastDay }) : []
  return page(
    c,
    <EarlyReturnAnswerPage view={viewOf(c)} line={own} asked={asked} slots={slots} state={state} />,
  )
}

/** The borrower's word on an early return. EQP-602. */
export const earlyReturnRoutes = new Hono<AppEnv>()
  .get(routes.earlyReturn, may(borrowingPolicy.borrow), (c) => answerPage(c, blankForm))
  .post(
    routes.earlyReturn,
    may(borrowingPolicy.borrow),
    writes('loan-early-return.answered'),
    form(earlyReturnAnswerForm, answerPage),
    async (c) => {
      const line = await lineOf(c)
      const { vu, creneau, reponse, motif } = c.var.form
      const accepts = reponse === 'accepted' && creneau
      const target = { lineId: line.id, seen: vu }
      const answer = accepts ? { at: creneau } : { reason: motif }
      const outcome = await answerToEarlyReturn(c.var.context, target, answer)
      if (isRefusal(outcome)) {
        c.status(refusalStatus(outcome))
        const message = refusalSentence(outcome, line.zone)
        return answerPage(c, { ...c.var.typed, problems: [{ field: accepts ? 'creneau' : null, message }] })
      }
      const sentence = accepts
        ? `Le retour est pris pour le ${appointmentText(creneau, line.zone)}. Un courriel le confirme aux deux parties.`
        : 'Vous gardez le matériel jusqu’à la date prévue. Un courriel part à la tête de réseau.'
      return done(c, paths.line(c.var.network.base, line.id), sentence)
    },
  )
