import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { isReading, READINGS } from '../../domain/profile.ts'
import { stateOn } from '../../domain/state.ts'
import { underReadings, whatIf } from '../../domain/what-if.ts'
import { chooseReading, readingAct } from '../../use-cases/history/choose-reading.ts'
import { agreementOf } from '../agreement-of.ts'
import { boardPaths } from '../board/board.paths.ts'
import { historyRoutePaths as routes } from '../history/history.paths.ts'
import type { Change } from '../history/pages/before-after.tsx'
import { policy } from '../policy.ts'
import { problemOfRefusal, stateSentence } from '../wording.ts'
import { ReadingChoicePage } from './pages/reading-choice-page.tsx'
import { readingChoiceForm } from './reading-choice.form.ts'

/** Another reading of one clause, for one agreement. AGR-77. */
export const readingChoiceRoutes = new Hono<AppEnv>()
  .get(routes.reading, may(policy.manage), (c) => show(c, blankForm, null))
  .post(
    routes.reading,
    may(policy.manage),
    writes('reading.chosen'),
    form(readingChoiceForm, (c, state) => show(c, state, null)),
    async (c) => {
      const { context, network, confirmed, typed } = c.var
      const agreement = await agreementOf(c)
      const { vu, lecture, motif } = c.var.form
      const choice = { parameter: parameterOf(c), value: lecture, reason: motif }
      if (!confirmed) {
        const act = readingAct(agreement, choice, context.today)
        if (isRefusal(act)) return c.var.again(problemOfRefusal(act))
        return show(c, typed, whatIf(agreement.terms, agreement.acts, [act], context.today))
      }
      const after = await chooseReading(context, { id: agreement.id, seen: vu }, choice)
      if (isRefusal(after)) return c.var.again(problemOfRefusal(after))
      const sentence = stateSentence(stateOn(after.terms, after.acts, context.today))
      return done(
        c,
        boardPaths.readings(network.base, agreement.id),
        `La lecture est retenue. ${sentence} Les deux parties sont prévenues par courriel.`,
      )
    },
  )

async function show(c: AppContext, state: FormState, change: Change | null): Promise<Response> {
  const agreement = await agreementOf(c)
  const parameter = parameterOf(c)
  const { today } = c.var.context
  const { terms, acts } = agreement
  const current = stateOn(terms, acts, today)
  const values = READINGS[parameter].map((value) => ({
    value,
    differences: underReadings(terms, acts, { [parameter]: value }, today).differences,
  }))
  return page(
    c,
    <ReadingChoicePage
      view={viewOf(c)}
      {...{ agreement, parameter, values, state, change }}
      chosen={current.readings[parameter]}
    />,
  )
}

/** The reading named by the address; else 404. */
function parameterOf(c: AppContext) {
  const asked = c.req.param('parametre') ?? ''
  return orNotFound(isReading(asked) ? asked : null)
}
