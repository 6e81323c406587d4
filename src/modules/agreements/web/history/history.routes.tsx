import { Hono } from 'hono'
import { addDays, type Day, parseDay } from '../../../../kernel/day.ts'
import { type Instant, instantAt, laterBy, startOfDay } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { NO_SUCH_DAY } from '../../../../platform/http/fields.ts'
import { blankForm, type FormState, form, type Problem } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { recordersOf } from '../../data/history.queries.ts'
import type { Agreement, StoredAct } from '../../domain/agreement.ts'
import { currentVersionOf } from '../../domain/corrections.ts'
import { stateOn } from '../../domain/state.ts'
import { whatIf } from '../../domain/what-if.ts'
import { correctAct, correctingAct } from '../../use-cases/history/correct-act.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { problemOfRefusal, stateSentence } from '../wording.ts'
import { correctionForm, membersFrom } from './correction.form.ts'
import { historyPaths, historyRoutePaths as routes } from './history.paths.ts'
import type { Change } from './pages/before-after.tsx'
import { AlreadyCorrectedPage, CorrectionPage } from './pages/correction-page.tsx'
import { HistoryPage } from './pages/history-page.tsx'

const CLOCK = /^([01]?\d|2[0-3])\s?[:h]\s?([0-5]\d)$/

/** What was, what was known of it, and what was recorded wrongly. AGR-83 to 85. */
export const historyRoutes = new Hono<AppEnv>()
  .get(routes.history, may(policy.read), async (c) => {
    const agreement = await agreementOf(c)
    const { today, now, db } = c.var.context
    const { on, knownAt, state } = asked((name) => c.req.query(name) ?? '', today, now)
    if (state.problems.length > 0) c.status(422)
    const { terms, acts } = agreement
    const replay = {
      ...{ on, knownAt },
      known: stateOn(terms, acts, on),
      asKnownThen: stateOn(terms, acts, on, { knownAt }),
    }
    return page(
      c,
      <HistoryPage
        view={viewOf(c)}
        {...{ agreement, replay, state }}
        recorders={await recordersOf(db, agreement.id)}
        mayManage={opensTo(c.var, policy.manage)}
        mayReadEvidence={opensTo(c.var, policy.readEvidence)}
      />,
    )
  })
  .get(routes.correction, may(policy.manage), (c) => show(c, blankForm, null))
  .post(
    routes.correction,
    may(policy.manage),
    writes('act.corrected'),
    form(correctionForm, (c, state) => show(c, state, null)),
    async (c) => {
      const { context, network, confirmed, typed } = c.var
      const { agreement, act } = await actOf(c)
      const correction = { act: act.id, reason: c.var.form.motif, members: membersFrom(act, c.var.form) }
      if (!confirmed) {
        const correcting = correctingAct(agreement, correction, context.today)
        if (isRefusal(correcting)) return c.var.again(problemOfRefusal(correcting))
        const { terms, acts } = agreement
        return show(c, typed, whatIf(terms, acts, [correcting], context.today))
      }
      const after = await correctAct(context, { id: agreement.id, seen: c.var.form.vu }, correction)
      if (isRefusal(after)) return c.var.again(problemOfRefusal(after))
      const words = correction.members === null ? 'L’acte est retiré.' : 'L’acte est corrigé.'
      const sentence = stateSentence(stateOn(after.terms, after.acts, context.today))
      return done(
        c,
        historyPaths.history(network.base, agreement.id),
        `${words} ${sentence} Les deux parties sont prévenues par courriel.`,
      )
    },
  )

/** A corrected act is not corrected again: 409, with the one that is read in its place. AGR-113. */
async function show(c: AppContext, state: FormState, change: Change | null): Promise<Response> {
  const { agreement, act } = await actOf(c)
  const current = currentVersionOf(agreement.acts, act)
  const view = viewOf(c)
  if (current.id !== act.id) {
    c.status(409)
    return page(c, <AlreadyCorrectedPage {...{ view, agreement, act, current }} />)
  }
  return page(c, <CorrectionPage {...{ view, agreement, act, state, change }} />)
}

/** The act named by the address, of the agreement named by it; else 404. */
async function actOf(c: AppContext): Promise<{ agreement: Agreement; act: StoredAct }> {
  const agreement = await agreementOf(c)
  const asked = c.req.param('acte')
  return { agreement, act: orNotFound(agreement.acts.find(({ id }) => id === asked) ?? null) }
}

/** The day to look at, today by default; and the instant after which nothing was known, now by default. */
function asked(query: (name: string) => string, today: Day, now: Instant) {
  const values = { jour: query('jour'), connu: query('connu'), heure: query('heure') }
  const problems: Problem[] = []
  const read = (field: 'jour' | 'connu'): Day | null => {
    if (values[field] === '') return null
    const found = parseDay(values[field])
    if (!found) problems.push({ field, message: NO_SUCH_DAY })
    return found
  }
  const on = read('jour') ?? today
  const known = read('connu')
  const shown = CLOCK.exec(values.heure)
  const time = shown && `${(shown[1] ?? '').padStart(2, '0')}:${shown[2]}`
  const minute = known && time ? instantAt(known, time) : null
  if (values.heure !== '' && (time === null || (known !== null && minute === null))) {
    problems.push({ field: 'heure', message: 'Écrivez une heure de ce jour, ainsi : 14:30.' })
  }
  const knownAt = minute ? laterBy(minute, 59) : known ? endOf(known) : now
  return { on, knownAt, state: { values: { ...values, jour: values.jour || frenchDay(on) }, problems } }
}

function endOf(of: Day): Instant {
  return laterBy(startOfDay(addDays(of, 1)), -1)
}

function frenchDay(of: Day): string {
  return of.split('-').reverse().join('/')
}
