import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { peopleNames } from '../../../identity/index.ts'
import { lastEarlyReturn } from '../../data/borrowing/early-returns.store.ts'
import { reexaminationOf } from '../../data/borrowing/reexaminations.store.ts'
import type { Line } from '../../data/lines.store.ts'
import { queueOf } from '../../data/telling/queue.queries.ts'
import { allows, type Right } from '../../domain/rights.ts'
import { daysToCover } from '../../use-cases/borrowing/days-to-cover.ts'
import { sendInsuranceProof } from '../../use-cases/borrowing/send-insurance-proof.ts'
import { answerReexamination } from '../../use-cases/deciding/answer-reexamination.ts'
import { askEarlyReturn } from '../../use-cases/deciding/early-return.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import type { Workplace } from '../../use-cases/workplace.ts'
import { insuranceForm } from '../borrowing/telling.form.ts'
import { deskPaths } from '../desk/desk.paths.ts'
import { policy } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { workOnLine } from '../workplace.ts'
import { managingPaths } from './managing.paths.ts'
import { withBorrowers } from './named.ts'
import { LoanInsurancePage } from './pages/loan-insurance-page.tsx'
import { EarlyReturnPage, ReexaminationAnswerPage } from './pages/people-act-pages.tsx'
import { earlyReturnForm, reexaminationAnswerForm } from './people-acts.form.ts'
import { routes } from './people-acts.paths.ts'

const LEFT_TO_MANAGERS =
  'L’attestation est jointe. Elle compte une fois vérifiée : un courriel part à qui gère l’inventaire.'

async function actOn(c: AppContext, right: Right = 'decide') {
  const place = await workOnLine(c, right)
  const { inventory, context, line } = place
  const asked = { line: line.id }
  const [seen] = await withBorrowers(context.db, await queueOf(context.db, inventory.id, context.now, asked))
  const { unitName, modelName, borrower } = orNotFound(seen)
  const what = [modelName, unitName, borrower].filter(Boolean).join(', ')
  return { place, props: { view: viewOf(c), inventory, line, what } }
}

const earlyReturnPage: FormPage = async (c, state) => {
  const { place, props } = await actOn(c)
  const last = await lastEarlyReturn(place.context.db, place.line.id)
  return page(c, <EarlyReturnPage {...props} last={last} state={state} />)
}

const reexaminationPage: FormPage = async (c, state) => {
  const { place, props } = await actOn(c)
  const asked = orNotFound(await reexaminationOf(place.context.db, place.line.id))
  const { answeredBy: by } = asked
  const answeredBy = by ? ((await peopleNames(place.context.db, [by])).get(by) ?? null) : null
  return page(c, <ReexaminationAnswerPage {...props} asked={asked} answeredBy={answeredBy} state={state} />)
}

const insurancePage: FormPage = async (c, state) => {
  const { place, props } = await actOn(c, 'serve')
  const gaps = await daysToCover(place.context, place.line)
  return page(c, <LoanInsurancePage {...props} gaps={gaps} state={state} />)
}

interface Outcome {
  place: Workplace & { line: Line }
  show: FormPage
  outcome: Line | Refused
  field: string | null
  sentence: string
}

function answered(c: AppContext, typed: Parameters<FormPage>[1], told: Outcome) {
  const { place, show, outcome, field, sentence } = told
  const { inventory, line } = place
  if (!isRefusal(outcome))
    return done(c, managingPaths.line(c.var.network.base, inventory.id, line.id), sentence)
  c.status(refusalStatus(outcome))
  return show(c, { ...typed, problems: [{ field, message: refusalSentence(outcome, inventory.timeZone) }] })
}

/** What is asked of a borrower or answered to them, beside decisions. EQP-506, EQP-602, EQP-1601. */
export const peopleActRoutes = new Hono<AppEnv>()
  .get(routes.earlyReturn, may(policy.seeWork), (c) => earlyReturnPage(c, blankForm))
  .post(
    routes.earlyReturn,
    may(policy.work),
    writes('loan-early-return.asked'),
    form(earlyReturnForm, earlyReturnPage),
    async (c) => {
      const place = await workOnLine(c, 'decide')
      const { vu, jour: day, raison: reason } = c.var.form
      const outcome = await askEarlyReturn(
        place.context,
        { lineId: place.line.id, seen: vu },
        { day, reason },
      )
      const sentence =
        'Le retour anticipé est demandé : un courriel part à l’emprunteur, qui accepte ou refuse.'
      return answered(c, c.var.typed, { place, show: earlyReturnPage, outcome, field: 'jour', sentence })
    },
  )
  .get(routes.reexamination, may(policy.seeWork), (c) => reexaminationPage(c, blankForm))
  .post(
    routes.reexamination,
    may(policy.work),
    writes('loan-reexamination.answered'),
    form(reexaminationAnswerForm, reexaminationPage),
    async (c) => {
      const place = await workOnLine(c, 'decide')
      const { vu, decision, reponse: answer } = c.var.form
      const target = { lineId: place.line.id, seen: vu }
      const told = { isUpheld: decision === 'upheld', answer }
      const outcome = await answerReexamination(place.context, target, told)
      const sentence =
        'La réponse est enregistrée : un courriel part à l’emprunteur, qui la lit sur son prêt.'
      return answered(c, c.var.typed, { place, show: reexaminationPage, outcome, field: null, sentence })
    },
  )
  .get(routes.insurance, may(policy.seeWork), (c) => insurancePage(c, blankForm))
  .post(
    routes.insurance,
    may(policy.work),
    writes('insurance-proof.sent'),
    form(insuranceForm, insurancePage),
    async (c) => {
      // Handed in at the desk, on the spot; a manager verifies it. EQP-1601.
      const { inventory, context, line, role } = await workOnLine(c, 'serve')
      const { genre, assureur, contrat, risques, debut, fin, document } = c.var.form
      const [file] = document
      const read = file ? readDocument(file.name, new Uint8Array(await file.arrayBuffer())) : null
      if (read === null || isRefusal(read))
        return c.var.again({
          field: 'document',
          message: 'Joignez un PDF sans mot de passe, ou une image PNG ou JPEG.',
        })
      const sha256 = await c.var.services.files.put(read.content)
      const told = { kind: genre, insurer: assureur, policyNumber: contrat, risks: risques }
      const proof = { ...told, organisationId: line.organisationId, from: debut, lastDay: fin }
      await sendInsuranceProof(context, proof, { ...read, sha256 })
      const { base } = c.var.network
      if (!allows(role, 'decide')) return done(c, deskPaths.line(base, line.id), LEFT_TO_MANAGERS)
      const sentence = 'L’attestation est jointe. Il reste à la vérifier, dans « Assurances ».'
      return done(c, managingPaths.line(base, inventory.id, line.id), sentence)
    },
  )
