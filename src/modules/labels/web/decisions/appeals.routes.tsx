import { Hono } from 'hono'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { listPeople, organisationNames, peopleNames } from '../../../identity/index.ts'
import { appealLastDay, notifiedOn } from '../../domain/decisions/notification.ts'
import {
  decidersOf,
  entrustAppeal,
  fileAppeal,
  rejectAppeal,
  withdrawAppeal,
} from '../../use-cases/decisions/appeal-decision.ts'
import { policy } from '../policy.ts'
import { refusedOn } from './answer.ts'
import { appealForm, openingForm, rejectionForm, reviewForm } from './decision.form.ts'
import type { DecisionRefusal } from './decision-problems-wording.ts'
import { appealDelaySentence } from './decision-wording.ts'
import { decisionPaths, decisionAddresses as routes } from './decisions.paths.ts'
import { AppealPage, NewAppealPage } from './pages/appeal-page.tsx'
import { appealAt, decisionAt, notificationOf } from './read-decision.ts'

const newAppealPage: FormPage = async (c, state) => {
  const decision = await decisionAt(c)
  const { facts, isToOpen } = await notificationOf(c, decision)
  // Nobody contests what they have not read.
  if (isToOpen) throw new NotFound()
  const notified = notifiedOn(facts)
  const lastDay = appealLastDay(notified, decision.appealMonths)
  const view = viewOf(c)
  const delay = appealDelaySentence({ notified, months: decision.appealMonths, lastDay }, view.today)
  return page(c, <NewAppealPage {...{ view, state, decision, delay }} />)
}

const appealPage: FormPage = async (c, state) => {
  const { context } = c.var
  const { db, network, today } = context
  const { decision, appeal } = await appealAt(c)
  const { facts } = await notificationOf(c, decision)
  const lastDay = appealLastDay(notifiedOn(facts), decision.appealMonths)
  const officers = await listPeople(db, network.id, { roles: ['officer'] }, today)
  const deciders = await decidersOf(db, context, decision)
  return page(
    c,
    <AppealPage
      view={viewOf(c)}
      {...{ state, decision, appeal }}
      appellant={(await organisationNames(db, [appeal.appellantId])).get(appeal.appellantId) ?? ''}
      isLate={lastDay !== null && appeal.filedOn > lastDay}
      names={await peopleNames(db, appeal.reviewerId ? [appeal.reviewerId] : [])}
      reviewers={officers.map(({ personId, name }) => ({
        ...{ id: personId, name },
        isDecider: deciders.has(personId),
      }))}
    />,
  )
}

/** Contesting a decision, reviewing it, answering. LAB-17. */
export const appealsRoutes = new Hono<AppEnv>()
  .get(routes.newAppeal, may(policy.appeal), (c) => newAppealPage(c, blankForm))
  .post(
    routes.newAppeal,
    may(policy.appeal),
    writes('label-appeal.filed'),
    form(appealForm, newAppealPage),
    async (c) => {
      const { context, network } = c.var
      const decision = await decisionAt(c)
      if ((await notificationOf(c, decision)).isToOpen) throw new NotFound()
      const { nature: kind, le, motifs: grounds } = c.var.form
      // Its author files it today; an officer says when a letter came.
      const on = context.reach.kind === 'all' ? (le ?? context.today) : context.today
      const filed = await fileAppeal(context, decision.id, { kind, on, grounds })
      if (isRefusal(filed)) return refusedOn(c, newAppealPage, c.var.typed, filed)
      return done(
        c,
        decisionPaths.appeal(network.base, decision.id, filed),
        'Le recours est déposé. Les chargées et chargés de mission du réseau sont prévenus par courriel.',
      )
    },
  )
  .get(routes.appeal, may(policy.readDecisions), (c) => appealPage(c, blankForm))
  .post(
    routes.review,
    may(policy.decide),
    writes('label-appeal.moved'),
    form(reviewForm, appealPage),
    async (c) => {
      const { examine_par: reviewerId, motif: reason } = c.var.form
      const asked = { reviewerId, reason }
      const moved = await entrustAppeal(c.var.context, idsOf(await appealAt(c)), asked)
      return answered(
        c,
        c.var.typed,
        moved,
        'L’examen est confié. L’auteur du recours est prévenu par courriel.',
      )
    },
  )
  .post(
    routes.rejection,
    may(policy.decide),
    writes('label-appeal.moved'),
    form(rejectionForm, appealPage),
    async (c) => {
      const moved = await rejectAppeal(c.var.context, idsOf(await appealAt(c)), c.var.form.motif)
      return answered(
        c,
        c.var.typed,
        moved,
        'Le recours est rejeté : la décision demeure. Son auteur est prévenu par courriel.',
      )
    },
  )
  .post(
    routes.appealWithdrawal,
    may(policy.appeal),
    writes('label-appeal.moved'),
    form(openingForm, appealPage),
    async (c) => {
      const moved = await withdrawAppeal(c.var.context, idsOf(await appealAt(c)))
      return answered(c, c.var.typed, moved, 'Le recours est abandonné : la décision demeure.')
    },
  )

function idsOf({ decision, appeal }: Awaited<ReturnType<typeof appealAt>>) {
  return { decisionId: decision.id, appealId: appeal.id }
}

async function answered(
  c: AppContext,
  typed: FormState,
  outcome: true | Refusal<DecisionRefusal>,
  sentence: string,
): Promise<Response> {
  if (isRefusal(outcome)) return refusedOn(c, appealPage, typed, outcome)
  const { decision, appeal } = await appealAt(c)
  return done(c, decisionPaths.appeal(c.var.network.base, decision.id, appeal.id), sentence)
}
