import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { correctableAnswers } from '../../data/orientation/answers.store.ts'
import { followUpsOf } from '../../data/orientation/follow-ups.store.ts'
import { followsOrientations } from '../../data/orientation/orientation-rule.store.ts'
import { outcomeLines } from '../../data/orientation/outcomes.queries.ts'
import { CORRECTABLE_DAYS } from '../../domain/orientation/outcome.ts'
import { answerFollowUp } from '../../use-cases/orientation/answer-follow-up.ts'
import { chooseFollowUp } from '../../use-cases/orientation/choose-follow-up.ts'
import { correctOutcome } from '../../use-cases/orientation/correct-answer.ts'
import { policy } from '../policy.ts'
import { TOO_LATE } from './follow-up-wording.ts'
import { correctionForm, outcomeForm, ruleForm } from './orientation.form.ts'
import { orientationPaths as paths, orientationRoutesOf as routes } from './orientation.paths.ts'
import { FollowUpsPage } from './pages/follow-ups-page.tsx'
import { OrientationRulePage } from './pages/orientation-rule-page.tsx'

const followUpsPage: FormPage = async (c, state) => {
  const { context } = c.var
  const follows = await followsOrientations(context.db, context.network.id)
  return page(
    c,
    <FollowUpsPage
      view={viewOf(c)}
      follows={follows}
      followUps={await followUpsOf(context)}
      answers={await correctableAnswers(context)}
      problems={state.problems}
    />,
  )
}

/** The list again, for one that is on it: any other is nobody's to answer. */
const answerPage: FormPage = async (c, state) => {
  const id = c.req.param('id')
  orNotFound((await followUpsOf(c.var.context)).find((followUp) => followUp.id === id) ?? null)
  return followUpsPage(c, state)
}

/** The same, for an answer of one's own. */
const correctionPage: FormPage = async (c, state) => {
  const id = c.req.param('id')
  orNotFound((await correctableAnswers(c.var.context)).find((answer) => answer.id === id) ?? null)
  return followUpsPage(c, state)
}

const rulePage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const view = viewOf(c)
  return page(
    c,
    <OrientationRulePage
      view={view}
      follows={await followsOrientations(db, network.id)}
      mayChoose={opensTo(view, policy.chooseOrientationRule)}
      lines={await outcomeLines(db, network.id)}
      problems={state.problems}
    />,
  )
}

/** What became of those who were sent to a place, when the network asks it and they agree. DIR-76. */
export const followUpRoutes = new Hono<AppEnv>()
  .get(routes.followUps, may(policy.followOrientations), (c) => followUpsPage(c, blankForm))
  .post(
    routes.followUp,
    may(policy.followOrientations),
    writes('orientation.answered'),
    form(outcomeForm, answerPage),
    async (c) => {
      const id = c.req.param('id')
      const { suite } = c.var.form
      if (!isId<'orientation-follow-up'>(id) || isRefusal(await answerFollowUp(c.var.context, id, suite)))
        throw new NotFound()
      return done(
        c,
        paths.followUps(c.var.network.base),
        suite === 'withdrawn'
          ? 'La fiche n’est plus suivie : le prénom et votre nom sont effacés.'
          : `Merci. Le prénom et le nom du prescripteur sont effacés : il reste un nombre. Vous pouvez corriger votre réponse pendant ${CORRECTABLE_DAYS} jours.`,
      )
    },
  )
  .post(
    routes.correction,
    may(policy.followOrientations),
    writes('orientation.corrected'),
    form(correctionForm, correctionPage),
    async (c) => {
      const id = c.req.param('id')
      if (!isId<'orientation-answer'>(id)) throw new NotFound()
      const corrected = await correctOutcome(c.var.context, id, c.var.form.suite)
      if (!isRefusal(corrected))
        return done(
          c,
          paths.followUps(c.var.network.base),
          'Votre réponse est corrigée : les nombres suivent.',
        )
      if (corrected.refused === 'no-such-answer') throw new NotFound()
      c.status(409)
      return followUpsPage(c, { values: {}, problems: [{ field: null, message: TOO_LATE }] })
    },
  )
  .get(routes.settings, may(policy.readOrientationRule), (c) => rulePage(c, blankForm))
  .post(
    routes.settings,
    may(policy.chooseOrientationRule),
    writes('orientation-rule.chosen'),
    form(ruleForm, rulePage),
    async (c) => {
      const follows = c.var.form.suivi === 'oui'
      await chooseFollowUp(c.var.context, follows)
      return done(
        c,
        paths.settings(c.var.network.base),
        follows
          ? 'Les orientations peuvent être suivies, avec l’accord de chaque personne.'
          : 'Les orientations ne sont plus suivies : rien n’est gardé des nouvelles fiches.',
      )
    },
  )
