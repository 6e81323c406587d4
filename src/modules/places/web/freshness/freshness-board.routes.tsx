import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { exemptionsOf } from '../../data/freshness/exemptions.store.ts'
import { ruleOf } from '../../data/freshness/rule.store.ts'
import type { FreshnessState } from '../../domain/freshness/duty.ts'
import { changeFreshnessRule } from '../../use-cases/freshness/change-rule.ts'
import { endExemption, exemptPlace, followPlace } from '../../use-cases/freshness/follow-place.ts'
import { type BoardFilter, freshnessBoard, isAsked } from '../../use-cases/freshness/freshness-board.ts'
import { presentPeriod } from '../../use-cases/freshness/freshness-of.ts'
import { keepersOf } from '../../use-cases/freshness/keepers.ts'
import { policy } from '../policy.ts'
import { exemptionEndForm, exemptionForm, followUpForm, ruleForm } from './freshness.form.ts'
import { freshnessPaths, freshnessRoutesOf as routes } from './freshness.paths.ts'
import {
  BOARD_HEADER,
  boardRow,
  exemptionProblems,
  followUpProblems,
  STATE_PARAMETERS,
} from './freshness-wording.ts'
import { FreshnessBoardPage } from './pages/board-page.tsx'
import { FreshnessCasePage } from './pages/case-page.tsx'
import { FreshnessRulePage } from './pages/rule-page.tsx'

function filterOf(c: AppContext): BoardFilter {
  const found = Object.entries(STATE_PARAMETERS).find(([, word]) => word === c.req.query('etat'))
  return {
    state: found ? (found[0] as FreshnessState) : null,
    department: c.req.query('departement') ?? '',
    organisation: c.req.query('structure') ?? '',
  }
}

function placeId(c: AppContext) {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'place'>(id) ? id : null)
}

const casePage: FormPage = async (c, state) => {
  const { context } = c.var
  const { db, network, today } = context
  const id = placeId(c)
  const line = orNotFound((await freshnessBoard(context)).find(({ place }) => place.id === id))
  const keepers = (await keepersOf([], db, network.id, [id], today)).get(id) ?? []
  const exemptions = await exemptionsOf(db, [id])
  const { every } = await ruleOf(db, network.id)
  return page(
    c,
    <FreshnessCasePage
      view={viewOf(c)}
      line={line}
      every={every}
      keepers={keepers}
      exemptions={exemptions}
      state={state}
    />,
  )
}

const rulePage: FormPage = async (c, state) => {
  if (state.problems.length > 0) return page(c, <FreshnessRulePage view={viewOf(c)} state={state} />)
  const { every, covers, from, hidesAfterMonths } = await ruleOf(c.var.context.db, c.var.network.id)
  const values = {
    rythme: every,
    lieux: covers,
    depuis: from ?? '',
    masquer: hidesAfterMonths === null ? '' : 'oui',
    mois: hidesAfterMonths === null ? '' : String(hidesAfterMonths),
  }
  return page(c, <FreshnessRulePage view={viewOf(c)} state={{ values, problems: [] }} />)
}

/** Who is late, what is done about it, and the network's rule: for the head alone. DIR-59, DIR-60. */
export const freshnessBoardRoutes = new Hono<AppEnv>()
  .get(routes.board, may(policy.readFreshness), async (c) => {
    const lines = await freshnessBoard(c.var.context)
    const period = await presentPeriod(c.var.context)
    return page(c, <FreshnessBoardPage view={viewOf(c)} period={period} lines={lines} filter={filterOf(c)} />)
  })
  .get(routes.boardFile, may(policy.readFreshness), async (c) => {
    const { context, network } = c.var
    const lines = (await freshnessBoard(context)).filter((line) => isAsked(line, filterOf(c)))
    c.header('content-disposition', `attachment; filename="fraicheur-${network.slug}-${context.today}.csv"`)
    const file = csvOf([...BOARD_HEADER], lines.map(boardRow))
    return c.body(file, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  .get(routes.case, may(policy.readFreshness), (c) => casePage(c, blankForm))
  .post(
    routes.followUp,
    may(policy.followFreshness),
    writes('place.followed-up'),
    form(followUpForm, casePage),
    async (c) => {
      const id = placeId(c)
      const { geste: kind, note, jusqu_au: until } = c.var.form
      const noted = await followPlace(c.var.context, id, { kind, note, until })
      if (isRefusal(noted)) return c.var.again(followUpProblems[noted.refused])
      return done(
        c,
        freshnessPaths.case(c.var.network.base, id),
        kind === 'postponed'
          ? 'C’est reporté : le lieu passe après les autres jusqu’à ce jour. Il reste en retard.'
          : 'C’est noté. Le suivi se clôt de lui-même quand le lieu confirme sa fiche.',
      )
    },
  )
  .post(
    routes.exemption,
    may(policy.followFreshness),
    writes('place.exempted'),
    form(exemptionForm, casePage),
    async (c) => {
      const id = placeId(c)
      const { semestre: semester, raison: reason } = c.var.form
      const exempted = await exemptPlace(c.var.context, id, { semester, reason })
      if (isRefusal(exempted)) return c.var.again(exemptionProblems[exempted.refused])
      return done(
        c,
        freshnessPaths.case(c.var.network.base, id),
        'Le lieu en est dispensé : aucun rappel ne lui est plus envoyé pour cela.',
      )
    },
  )
  .post(
    routes.exemptionEnd,
    may(policy.followFreshness),
    writes('place.exemption-ended'),
    form(exemptionEndForm, casePage),
    async (c) => {
      const id = placeId(c)
      const ended = await endExemption(c.var.context, id, c.var.form.semestre)
      if (isRefusal(ended)) throw new NotFound()
      return done(
        c,
        freshnessPaths.case(c.var.network.base, id),
        'La dispense est levée : la confirmation est de nouveau attendue.',
      )
    },
  )
  .get(routes.rule, may(policy.readFreshness), (c) => rulePage(c, blankForm))
  .post(
    routes.rule,
    may(policy.followFreshness),
    writes('freshness-rule.changed'),
    form(ruleForm, rulePage),
    async (c) => {
      const { rythme, lieux, depuis, masquer, mois } = c.var.form
      await changeFreshnessRule(c.var.context, {
        every: rythme,
        covers: lieux,
        from: depuis,
        hidesAfterMonths: masquer === 'oui' ? mois : null,
      })
      return done(
        c,
        freshnessPaths.rule(c.var.network.base),
        'La règle est enregistrée. Les fiches en retard sont comptées avec elle dès maintenant.',
      )
    },
  )
