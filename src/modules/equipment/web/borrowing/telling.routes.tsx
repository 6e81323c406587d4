import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import type { OwnLine } from '../../data/borrowing/borrowing.queries.ts'
import { type Outcome, outcomeOf } from '../../data/borrowing/outcomes.store.ts'
import type { Line } from '../../data/lines.store.ts'
import {
  askReexamination,
  declareIncident,
  noEmergency,
  tellOutcome,
} from '../../use-cases/borrowing/borrower-tells.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { momentTyped, putPhotos, WRONG_PHOTO } from '../put-photos.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { borrowingPaths as paths, borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { lineOf } from './line-of.ts'
import { BreakdownPage, EmergencyPage, OutcomePage, ReexaminationPage } from './pages/telling-pages.tsx'
import {
  breakdownForm,
  emergencyForm,
  outcomeForm,
  PUBLIC_KINDS,
  reexaminationForm,
  SESSION_KINDS,
} from './telling.form.ts'

const borrow = may(borrowingPolicy.borrow)

const breakdownPage: FormPage = async (c, state) =>
  page(c, <BreakdownPage view={viewOf(c)} line={await lineOf(c)} state={state} />)
const emergencyPage: FormPage = async (c, state) => {
  const line = await lineOf(c)
  const forbidden = noEmergency(line.rules)
  if (!forbidden) return page(c, <EmergencyPage view={viewOf(c)} line={line} state={state} />)
  // What the text forbids leads to what it admits: the fault is told. EQP-201.
  c.status(refusalStatus(forbidden))
  const problems = [{ field: null, message: refusalSentence(forbidden, line.zone) }]
  return page(c, <BreakdownPage view={viewOf(c)} line={line} state={{ ...state, problems }} />)
}
const reexaminationPage: FormPage = async (c, state) =>
  page(c, <ReexaminationPage view={viewOf(c)} line={await lineOf(c)} state={state} />)
const outcomePage: FormPage = async (c, state) => {
  const line = await lineOf(c)
  const told = state === blankForm ? await outcomeOf(c.var.context.db, line.id) : null
  return page(
    c,
    <OutcomePage
      view={viewOf(c)}
      line={line}
      state={told ? { values: valuesOf(told), problems: [] } : state}
    />,
  )
}

export const tellingRoutes = new Hono<AppEnv>()
  .get(routes.breakdown, borrow, (c) => breakdownPage(c, blankForm))
  .post(
    routes.breakdown,
    borrow,
    writes('incident.declared'),
    form(breakdownForm, breakdownPage),
    async (c) => {
      const { vu, constat, heure, recit, photos } = c.var.form
      const line = await lineOf(c)
      const put = await putPhotos(c, photos, (rank) => `${line.model}, photo ${rank} de l’emprunteur`)
      if (!put) return c.var.again(WRONG_PHOTO)
      const told = {
        account: recit,
        discoveredAt: momentTyped(constat, heure, line.zone),
        photos: put,
        emergency: null,
      }
      const declared = await declareIncident(c.var.context, { lineId: line.id, seen: vu }, told)
      const sentence =
        'La panne est signalée, et un courriel part à la tête de réseau. Ne réparez rien : elle vous dira quoi faire.'
      return answered(
        c,
        { page: breakdownPage, line, outcome: declared, sentence, field: 'constat' },
        c.var.typed,
      )
    },
  )
  .get(routes.emergency, borrow, (c) => emergencyPage(c, blankForm))
  .post(
    routes.emergency,
    borrow,
    writes('incident.declared'),
    form(emergencyForm, emergencyPage),
    async (c) => {
      const { vu, constat, heure, recit, enjeu, qui, photos } = c.var.form
      const line = await lineOf(c)
      const put = await putPhotos(c, photos, (rank) => `${line.model}, photo ${rank} de l’emprunteur`)
      if (!put) return c.var.again(WRONG_PHOTO)
      const told = {
        account: recit,
        discoveredAt: momentTyped(constat, heure, line.zone),
        photos: put,
        emergency: { atStake: enjeu, done: recit, by: qui },
      }
      const declared = await declareIncident(c.var.context, { lineId: line.id, seen: vu }, told)
      const sentence =
        'L’intervention est déclarée, et un courriel part aussitôt à la tête de réseau, qui l’accepte ou la conteste.'
      return answered(
        c,
        { page: emergencyPage, line, outcome: declared, sentence, field: 'constat' },
        c.var.typed,
      )
    },
  )
  .get(routes.outcome, borrow, (c) => outcomePage(c, blankForm))
  .post(routes.outcome, borrow, writes('loan-outcome.told'), form(outcomeForm, outcomePage), async (c) => {
    const line = await lineOf(c)
    const told = await tellOutcome(
      c.var.context,
      { lineId: line.id, seen: c.var.form.vu },
      outcomeIn(c.var.form),
    )
    const sentence = 'Le bilan est enregistré. Il compte dans les chiffres de votre convention.'
    return answered(c, { page: outcomePage, line, outcome: told, sentence, field: null }, c.var.typed)
  })
  .get(routes.reexamination, borrow, (c) => reexaminationPage(c, blankForm))
  .post(
    routes.reexamination,
    borrow,
    writes('loan-reexamination.asked'),
    form(reexaminationForm, reexaminationPage),
    async (c) => {
      const line = await lineOf(c)
      const { vu, question } = c.var.form
      const asked = await askReexamination(c.var.context, { lineId: line.id, seen: vu }, question)
      const sentence =
        'Le réexamen est demandé, et un courriel part à la tête de réseau. La réponse s’affichera ici.'
      return answered(
        c,
        { page: reexaminationPage, line, outcome: asked, sentence, field: null },
        c.var.typed,
      )
    },
  )

interface Answered {
  page: FormPage
  line: OwnLine
  outcome: Line | Refused
  sentence: string
  field: string | null
}

async function answered(
  c: AppContext,
  { page: shown, line, outcome, sentence, field }: Answered,
  typed: FormState,
): Promise<Response> {
  if (!isRefusal(outcome)) return done(c, paths.line(c.var.network.base, line.id), sentence)
  c.status(refusalStatus(outcome))
  return shown(c, { ...typed, problems: [{ field, message: refusalSentence(outcome, line.zone) }] })
}

function outcomeIn(
  form: Record<string, unknown> & { lieux: string; note: string; remarque: string },
): Outcome {
  const counts = (before: string, kinds: readonly string[]) =>
    Object.fromEntries(kinds.map((kind) => [kind, Number(form[`${before}_${kind}`] ?? 0)]))
  return {
    sessions: counts('seances', SESSION_KINDS),
    people: counts('public', PUBLIC_KINDS),
    places: form.lieux,
    appreciation: form.note === '' ? null : Number(form.note),
    comment: form.remarque,
  }
}

function valuesOf({ sessions, people, places, appreciation, comment }: Outcome): FormState['values'] {
  const counts = (before: string, told: Readonly<Record<string, number>>) =>
    Object.entries(told).map(([kind, count]) => [`${before}_${kind}`, String(count)])
  return {
    ...Object.fromEntries([...counts('seances', sessions), ...counts('public', people)]),
    lieux: places,
    note: appreciation === null ? '' : String(appreciation),
    remarque: comment,
  }
}
