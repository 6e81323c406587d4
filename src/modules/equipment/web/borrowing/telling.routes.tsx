import { Hono } from 'hono'
import type { Day } from '../../../../kernel/day.ts'
import { type Instant, instantAt, startOfDay } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { readDocument } from '../../../../platform/files/kept-files.ts'
import { readPhoto } from '../../../../platform/files/photo.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import type { OwnLine } from '../../data/borrowing.queries.ts'
import { proofsSent } from '../../data/insurance.store.ts'
import type { Line } from '../../data/lines.store.ts'
import { type Outcome, outcomeOf } from '../../data/outcomes.store.ts'
import {
  askReexamination,
  declareIncident,
  type PutPhoto,
  tellOutcome,
} from '../../use-cases/borrower-tells.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { sendInsuranceProof } from '../../use-cases/send-insurance-proof.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { borrowingPaths as paths, borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { lineOf } from './line-of.ts'
import { InsurancePage } from './pages/insurance-page.tsx'
import { BreakdownPage, EmergencyPage, OutcomePage, ReexaminationPage } from './pages/telling-pages.tsx'
import {
  breakdownForm,
  emergencyForm,
  insuranceForm,
  outcomeForm,
  PUBLIC_KINDS,
  reexaminationForm,
  SESSION_KINDS,
} from './telling.form.ts'

const borrow = may(borrowingPolicy.borrow)

const breakdownPage: FormPage = async (c, state) =>
  page(c, <BreakdownPage view={viewOf(c)} line={await lineOf(c)} state={state} />)
const emergencyPage: FormPage = async (c, state) =>
  page(c, <EmergencyPage view={viewOf(c)} line={await lineOf(c)} state={state} />)
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
const insurancePage: FormPage = async (c, state) => {
  const { db, reach, network } = c.var.context
  const proofs = await proofsSent(db, network.id, reach.kind === 'these' ? reach.organisations : [])
  return page(c, <InsurancePage view={viewOf(c)} proofs={proofs} state={state} />)
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
      const put = await putPhotos(c, photos, line)
      if (!put) return c.var.again(WRONG_PHOTO)
      const told = {
        account: recit,
        discoveredAt: momentOf(constat, heure, line),
        photos: put,
        emergency: null,
      }
      const declared = await declareIncident(c.var.context, { lineId: line.id, seen: vu }, told)
      const sentence = 'La panne est signalée. Ne réparez rien : la tête de réseau vous dira quoi faire.'
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
      const put = await putPhotos(c, photos, line)
      if (!put) return c.var.again(WRONG_PHOTO)
      const told = {
        account: recit,
        discoveredAt: momentOf(constat, heure, line),
        photos: put,
        emergency: { atStake: enjeu, done: recit, by: qui },
      }
      const declared = await declareIncident(c.var.context, { lineId: line.id, seen: vu }, told)
      const sentence = 'L’intervention est déclarée. La tête de réseau l’accepte ou la conteste.'
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
      const sentence = 'Le réexamen est demandé. La réponse s’affichera ici, avec votre question.'
      return answered(
        c,
        { page: reexaminationPage, line, outcome: asked, sentence, field: null },
        c.var.typed,
      )
    },
  )
  .get(routes.insurance, borrow, (c) => insurancePage(c, blankForm))
  .post(
    routes.insurance,
    borrow,
    writes('insurance-proof.sent'),
    form(insuranceForm, insurancePage),
    async (c) => {
      const { genre, assureur, contrat, risques, debut, fin, document } = c.var.form
      const { actor } = c.var
      const [file] = document
      const read = file ? readDocument(file.name, new Uint8Array(await file.arrayBuffer())) : null
      if (read === null || isRefusal(read) || actor.kind !== 'member')
        return c.var.again({
          field: 'document',
          message: 'Envoyez un PDF, ou une image PNG ou JPEG, de 10 Mo au plus.',
        })
      const sha256 = await c.var.services.files.put(read.content)
      await sendInsuranceProof(
        c.var.context,
        {
          organisationId: actor.organisationId,
          kind: genre,
          insurer: assureur,
          policyNumber: contrat,
          risks: risques,
          from: debut,
          lastDay: fin,
        },
        { ...read, sha256 },
      )
      const sentence = 'L’attestation est envoyée. Elle comptera quand la tête de réseau l’aura vérifiée.'
      return done(c, paths.insurance(c.var.network.base), sentence)
    },
  )

const WRONG_PHOTO = {
  field: 'photos',
  message: 'Une des photos ne peut pas être lue : envoyez des images JPEG, PNG ou WebP de 10 Mo au plus.',
}

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

/** Each drawn again without what it told of the place and the camera; null when one of them is no photo. EQP-803. */
async function putPhotos(c: AppContext, files: readonly File[], line: OwnLine): Promise<PutPhoto[] | null> {
  const put: PutPhoto[] = []
  for (const [index, file] of files.entries()) {
    const photo = await readPhoto(file.name, new Uint8Array(await file.arrayBuffer()))
    if (isRefusal(photo)) return null
    const sha256 = await c.var.services.files.put(photo.content)
    put.push({ ...photo, sha256, alt: `${line.model}, photo ${index + 1} de l’emprunteur` })
  }
  return put
}

function momentOf(on: Day, time: string, { zone }: OwnLine): Instant {
  const [hours = '', minutes = ''] = time.replace('h', ':').replace(' ', '').split(':')
  const told = time === '' ? null : instantAt(on, `${hours.padStart(2, '0')}:${minutes}`, zone)
  return told ?? startOfDay(on, zone)
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
