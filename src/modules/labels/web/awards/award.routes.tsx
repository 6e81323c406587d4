import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findAward } from '../../data/awards/awards.queries.ts'
import { appealsAgainst } from '../../data/decisions/appeals.store.ts'
import { decisionsOfAward } from '../../data/decisions/decisions.queries.ts'
import { hearingsOf } from '../../data/decisions/hearings.store.ts'
import { type DecisionLetter, decisionLetter } from '../../documents/decision-letter.ts'
import { needsHearing, openAwardDecisions } from '../../domain/awards/award-decision.ts'
import { awardReachOf } from '../../use-cases/decisions/award-reach-of.ts'
import { readyToSign } from '../../use-cases/decisions/decide-application.ts'
import {
  type AwardDecisionAsked,
  awardLawfulness,
  decideOnAward,
  ownStatus,
} from '../../use-cases/decisions/decide-on-award.ts'
import { askObservations, giveObservations } from '../../use-cases/decisions/hear-holder.ts'
import { holderName, letterContentOf } from '../../use-cases/decisions/letter-content.ts'
import { rulesOfAward } from '../../use-cases/decisions/rules-of-award.ts'
import { signersOf } from '../../use-cases/decisions/signer.ts'
import { refusedOn } from '../decisions/answer.ts'
import { awardDecisionForm, hearingForm, observationsForm, wordsOf } from '../decisions/decision.form.ts'
import { remediesText } from '../decisions/decision-wording.ts'
import { decisionPaths } from '../decisions/decisions.paths.ts'
import { policy } from '../policy.ts'
import { awardPaths, awardAddresses as routes } from './award.paths.ts'
import { AwardDecisionPage } from './pages/award-decision-page.tsx'
import { AwardPage } from './pages/award-page.tsx'
import { HearingPage, ObservationsPage } from './pages/hearing-pages.tsx'

/** The label of the address, its rules, and what may be decided of it today. */
async function awardAt(c: AppContext) {
  const { context, network } = c.var
  const id = c.req.param('id') ?? ''
  const reach = await awardReachOf(context)
  const award = orNotFound(isId<'award'>(id) ? await findAward(context.db, reach, id) : null)
  const rules = await rulesOfAward(context, context.db, award)
  const holder = await holderName(context.db, network, award.holder)
  return { award, rules, holder, reach, open: openAwardDecisions(ownStatus(award, context.today), rules) }
}

async function showDecision(
  c: AppContext,
  state: FormState,
  letter: DecisionLetter | null,
): Promise<Response> {
  const { context, network } = c.var
  const { db, today } = context
  const { award, rules, holder, open, reach } = await awardAt(c)
  const asked = String(state.values.recours ?? c.req.query('recours') ?? '')
  const decisions = await decisionsOfAward(db, reach, award)
  const appeals = asked
    ? await appealsAgainst(
        db,
        decisions.map(({ id }) => id),
      )
    : []
  const signers = await signersOf(context, db, today)
  return page(
    c,
    <AwardDecisionPage
      view={viewOf(c)}
      {...{ state, award, holder, rules, open, signers, letter }}
      appeal={appeals.find(({ id }) => id === asked) ?? null}
      remedies={
        rules.remedies ? remediesText(rules.remedies, signers[0]?.organisationName ?? network.headName) : ''
      }
    />,
  )
}

const decisionPage: FormPage = (c, state) => showDecision(c, state, null)

const hearingPage: FormPage = async (c, state) => {
  const { award, holder, open } = await awardAt(c)
  const values = { objet: c.req.query('objet') ?? '', ...state.values }
  return page(
    c,
    <HearingPage
      view={viewOf(c)}
      {...{ award, holder, state: { ...state, values } }}
      purposes={open.filter(needsHearing)}
    />,
  )
}

async function hearingAt(c: AppContext) {
  const at = await awardAt(c)
  const hearings = await hearingsOf(c.var.context.db, at.award.id)
  return { ...at, hearing: orNotFound(hearings.find(({ id }) => id === c.req.param('demande'))) }
}

const observationsPage: FormPage = async (c, state) => {
  const { award, holder, hearing } = await hearingAt(c)
  return page(c, <ObservationsPage view={viewOf(c)} {...{ state, award, holder, hearing }} />)
}

/** A label borne: its page, the decisions on it, and the observations of its holder. */
export const awardRoutes = new Hono<AppEnv>()
  .get(routes.award, may(policy.readDecisions), async (c) => {
    const { db } = c.var.context
    const { award, rules, holder, open, reach } = await awardAt(c)
    const decisions = await decisionsOfAward(db, reach, award)
    const hearings = await hearingsOf(db, award.id)
    return page(c, <AwardPage view={viewOf(c)} {...{ award, rules, holder, open, decisions, hearings }} />)
  })
  .get(routes.decision, may(policy.decide), (c) => decisionPage(c, blankForm))
  .post(
    routes.decision,
    may(policy.decide),
    writes('label-award.decided'),
    form(awardDecisionForm, decisionPage),
    async (c) => {
      const { context, network, confirmed, typed } = c.var
      const { award, rules } = await awardAt(c)
      const {
        sens: kind,
        vu: seen,
        cesse_le: untilDay,
        condition,
        pourquoi,
        rectification,
        recours,
        etendue,
      } = c.var.form
      const asked: AwardDecisionAsked = {
        ...wordsOf(c.var.form, [], []),
        ...{ kind, seen, untilDay: kind === 'suspended' ? untilDay : null },
        untilCondition: kind === 'suspended' ? condition : '',
        replacesFor: pourquoi === '' ? null : pourquoi,
        correction: rectification,
        appeal: recours ? { id: recours, isWhole: etendue === 'entier' } : null,
      }
      if (!confirmed) {
        const stopped = await awardLawfulness(context, context.db, award, asked)
        if (isRefusal(stopped)) return refusedOn(c, decisionPage, typed, stopped)
        const ready = await readyToSign(context, context.db, asked, rules.grading)
        if (isRefusal(ready)) return refusedOn(c, decisionPage, typed, ready)
        const content = await letterContentOf(context.db, network, {
          ...{ ...award, ...asked, ...ready, awardId: award.id },
          ...{ supersedes: null, hearingId: stopped?.id ?? null },
        })
        return showDecision(c, typed, decisionLetter(content))
      }
      const outcome = await decideOnAward(context, award.id, asked)
      if (isRefusal(outcome)) return refusedOn(c, decisionPage, typed, outcome)
      return done(
        c,
        decisionPaths.decision(network.base, outcome),
        'La décision est signée. Le titulaire est prévenu par courriel, et les pages publiques suivent à sa date d’effet.',
      )
    },
  )
  .get(routes.hearing, may(policy.decide), (c) => hearingPage(c, blankForm))
  .post(
    routes.hearing,
    may(policy.decide),
    writes('label-hearing.asked'),
    form(hearingForm, hearingPage),
    async (c) => {
      const { award } = await awardAt(c)
      const { objet: purpose, griefs: grounds, jusqu_au: until } = c.var.form
      const asked = await askObservations(c.var.context, award.id, { purpose, grounds, until })
      if (isRefusal(asked)) return refusedOn(c, hearingPage, c.var.typed, asked)
      return done(
        c,
        awardPaths.award(c.var.network.base, award.id),
        'Les observations sont demandées. Le titulaire est prévenu par courriel.',
      )
    },
  )
  .get(routes.observations, may(policy.readDecisions), (c) => observationsPage(c, blankForm))
  .post(
    routes.observations,
    may(policy.appeal),
    writes('label-hearing.answered'),
    form(observationsForm, observationsPage),
    async (c) => {
      const { context, network } = c.var
      const { award, hearing } = await hearingAt(c)
      const on = context.reach.kind === 'all' ? (c.var.form.le ?? context.today) : context.today
      const ids = { awardId: award.id, hearingId: hearing.id }
      const given = await giveObservations(context, ids, { words: c.var.form.reponse, on })
      if (isRefusal(given)) return refusedOn(c, observationsPage, c.var.typed, given)
      return done(
        c,
        awardPaths.observations(network.base, award.id, hearing.id),
        'Les observations sont enregistrées. Les chargées et chargés de mission du réseau sont prévenus par courriel.',
      )
    },
  )
