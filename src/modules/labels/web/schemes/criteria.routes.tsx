import { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'
import {
  addCriterion,
  changeCriterion,
  moveCriterion,
  removeCriterion,
} from '../../use-cases/schemes/change-draft.ts'
import { policy } from '../policy.ts'
import { demandOf, evidenceOf, questionOf, scaleOf } from './criterion-typed.ts'
import { CriteriaPage } from './pages/criteria-page.tsx'
import { CriterionPage } from './pages/criterion-page.tsx'
import {
  type CriterionPieceProps,
  DemandPage,
  EvidencePage,
  QuestionPage,
  ScalePage,
} from './pages/criterion-pieces.tsx'
import {
  criterionPlaceForm,
  demandForm,
  evidenceForm,
  newCriterionForm,
  questionForm,
  scaleForm,
  seenForm,
} from './scheme.form.ts'
import { schemePaths as paths, schemeRoutesOf as routes } from './scheme.paths.ts'
import { criterionOf, rankOf, schemeDraftOf, schemeIdOf } from './scheme-of.ts'
import { problemOfScheme } from './scheme-problems-wording.ts'
import { criterionSentences, questionSentence } from './scheme-sentences-wording.ts'

const criteriaPage: FormPage = async (c, state) =>
  page(c, <CriteriaPage about={await schemeDraftOf(c)} state={state} />)

const criterionPage: FormPage = async (c, { problems }) =>
  page(c, <CriterionPage about={await criterionOf(c)} problems={problems} />)

/** One facet of a criterion: somebody else's words are shown (409), never written over. */
function facet<Schema extends z.ZodType<{ lu: string }>>(
  name: 'question' | 'demand' | 'evidence' | 'scale',
  schema: Schema,
  { saved, draw }: { saved: string; draw: (props: CriterionPieceProps) => JSX.Element },
  change: (criterion: Criterion, typed: z.output<Schema>) => Criterion,
) {
  const shown = async (c: AppContext, state: FormState, isBehind: boolean) => {
    const about = await criterionOf(c)
    const { demand, evidence } = criterionSentences(about.criterion, about.draft.content)
    const now = [about.criterion.title, questionSentence(about.criterion), ...demand, ...evidence]
    return page(c, draw({ about, state, saved: isBehind ? now : null }))
  }
  const again: FormPage = (c, state) => shown(c, state, false)
  return new Hono<AppEnv>()
    .get(routes[name], may(policy.schemes), (c) => again(c, blankForm))
    .post(
      routes[name],
      may(policy.schemes),
      writes('label-scheme.changed'),
      form(schema, again),
      async (c) => {
        const typed = c.var.form
        const target = { schemeId: schemeIdOf(c), seen: typed.lu }
        const rank = rankOf(c)
        const changed = await changeCriterion(c.var.context, target, rank, (one) => change(one, typed))
        if (!isRefusal(changed)) {
          const next = nextStep(name, changed.criteria[rank - 1])
          const { base } = c.var.network
          return done(c, paths[next ? name : 'criterion'](base, target.schemeId, rank), next ?? saved)
        }
        const isBehind = changed.refused === 'scheme-rewritten-meanwhile'
        c.status(isBehind ? 409 : 422)
        return shown(c, { ...c.var.typed, problems: [problemOfScheme(changed)] }, isBehind)
      },
    )
}

/** A choice is made of its answers: they are written on the same page, once it is known to be one. */
function nextStep(name: string, criterion: Criterion | undefined): string | null {
  const lacksAnswers = criterion?.kind === 'choice' && criterion.choices.length === 0
  return name === 'question' && lacksAnswers
    ? 'La question est enregistrée. Écrivez maintenant ses réponses.'
    : null
}

/** What a label asks: the list, then one criterion, facet by facet. LAB-2. */
export const schemeCriteriaRoutes = new Hono<AppEnv>()
  .get(routes.criteria, may(policy.schemes), (c) => criteriaPage(c, blankForm))
  .post(
    routes.criteria,
    may(policy.schemes),
    writes('label-scheme.changed'),
    form(newCriterionForm, criteriaPage),
    async (c) => {
      const { titre, groupe } = c.var.form
      const id = schemeIdOf(c)
      const rank = await addCriterion(c.var.context, id, { title: titre, group: groupe })
      if (isRefusal(rank)) return c.var.again(problemOfScheme(rank))
      return done(
        c,
        paths.criterion(c.var.network.base, id, rank),
        'Le critère est ajouté. Dites comment on y répond et ce qu’il exige.',
      )
    },
  )
  .get(routes.criterion, may(policy.schemes), (c) => criterionPage(c, blankForm))
  .post(
    routes.criterionPlace,
    may(policy.schemes),
    writes('label-scheme.changed'),
    form(criterionPlaceForm, criteriaPage),
    async (c) => {
      const { lu, sens } = c.var.form
      const schemeId = schemeIdOf(c)
      const by = sens === 'monter' ? -1 : 1
      const moved = await moveCriterion(c.var.context, { schemeId, seen: lu }, rankOf(c), by)
      if (isRefusal(moved)) return c.var.again(problemOfScheme(moved))
      return done(
        c,
        paths.criteria(c.var.network.base, schemeId),
        'Le critère est déplacé. Il garde son code.',
      )
    },
  )
  .post(
    routes.criterionRemoval,
    may(policy.schemes),
    writes('label-scheme.changed'),
    form(seenForm, criterionPage),
    async (c) => {
      const schemeId = schemeIdOf(c)
      const removed = await removeCriterion(c.var.context, { schemeId, seen: c.var.form.lu }, rankOf(c))
      if (isRefusal(removed)) return c.var.again(problemOfScheme(removed))
      return done(c, paths.criteria(c.var.network.base, schemeId), 'Le critère est retiré du projet.')
    },
  )
  .route(
    '/',
    facet(
      'question',
      questionForm,
      { saved: 'La question est enregistrée.', draw: QuestionPage },
      questionOf,
    ),
  )
  .route(
    '/',
    facet('demand', demandForm, { saved: 'Ce qu’elle exige est enregistré.', draw: DemandPage }, demandOf),
  )
  .route(
    '/',
    facet(
      'evidence',
      evidenceForm,
      { saved: 'Les preuves sont enregistrées.', draw: EvidencePage },
      evidenceOf,
    ),
  )
  .route('/', facet('scale', scaleForm, { saved: 'L’échelle est enregistrée.', draw: ScalePage }, scaleOf))
