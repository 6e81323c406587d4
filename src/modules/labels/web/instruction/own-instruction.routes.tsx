import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { readProof } from '../../../../platform/files/proof-file.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findApplication } from '../../data/applications/applications.store.ts'
import { completionsOf } from '../../data/instruction/completions.store.ts'
import { opinionsOn } from '../../data/instruction/opinions.store.ts'
import { type VisitId, visitsOf } from '../../data/instruction/visits.store.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import { instructionDelay } from '../../domain/instruction/instruction-delay.ts'
import {
  answerOneItem,
  type KeptAnswer,
  sendCompletion,
} from '../../use-cases/instruction/answer-completion.ts'
import { holderNames } from '../../use-cases/instruction/holder-names.ts'
import { answerVisit } from '../../use-cases/instruction/plan-visit.ts'
import { PROOF_REFUSALS } from '../applications/proof-wording.ts'
import { policy } from '../policy.ts'
import { applicationOf, sendFile } from './file-at.ts'
import { emptyForm, itemForm, replyForm, visitAnswerForm } from './instruction.form.ts'
import { instructionPaths as paths, instructionRoutesOf as routes } from './instruction.paths.ts'
import { problemOfInstruction } from './instruction-wording.ts'
import { OwnCompletionPage, type OwnFile, OwnVisitsPage } from './pages/own-pages.tsx'

const completionPage: FormPage = async (c, state) => {
  const own = await ownFile(c)
  const requests = await completionsOf(c.var.context.db, own.file.id)
  const typedCode = c.req.param('critere') ?? ''
  return page(c, <OwnCompletionPage state={itemState(state, typedCode)} {...{ own, requests, typedCode }} />)
}

const visitsPage: FormPage = async (c, state) => {
  const own = await ownFile(c)
  const { db } = c.var.context
  const opinions = (await opinionsOn(db, own.file.id)).filter(
    ({ isShared, givenOn }) => isShared && givenOn !== null,
  )
  const visits = await visitsOf(db, own.file.id)
  return page(c, <OwnVisitsPage {...{ own, visits, opinions, state }} />)
}

/** What an applicant answers to those who instruct its file. LAB-10, LAB-13. */
export const ownInstructionRoutes = new Hono<AppEnv>()
  .get(routes.ownCompletion, may(policy.answerInstruction), (c) => completionPage(c, blankForm))
  .post(
    routes.ownCompletion,
    may(policy.answerInstruction),
    writes('completion.answered'),
    form(emptyForm, completionPage),
    async (c) => {
      const sent = orNotFound(await sendCompletion(c.var.context, applicationOf(c)))
      if (isRefusal(sent)) return c.var.again(problemOfInstruction(sent))
      const sentence =
        'Vos compléments sont envoyés. Le délai d’instruction court à nouveau, et l’instructeur est prévenu.'
      return done(c, paths.ownCompletion(c.var.network.base, applicationOf(c)), sentence)
    },
  )
  .post(
    routes.ownItem,
    may(policy.answerInstruction),
    writes('completion.item-answered'),
    form(itemForm, completionPage),
    async (c) => {
      const { reponse: answer, document, date } = c.var.form
      const code = c.req.param('critere')
      const file = await putDocument(c, document[0], date)
      if (isRefusal(file)) {
        const message = PROOF_REFUSALS[file.refused](document[0]?.name ?? '')
        return c.var.again({ field: 'document', message })
      }
      const kept = orNotFound(await answerOneItem(c.var.context, applicationOf(c), { code, answer, file }))
      if (isRefusal(kept)) return c.var.again(problemOfInstruction(kept))
      const sentence =
        'Cette réponse est enregistrée. Elle partira avec les autres quand vous enverrez le tout.'
      return done(c, paths.ownCompletion(c.var.network.base, applicationOf(c)), sentence)
    },
  )
  .get(routes.ownDocument, may(policy.answerInstruction), async (c) => {
    const { file } = await ownFile(c)
    const requests = await completionsOf(c.var.context.db, file.id)
    return sendFile(
      c,
      requests.flatMap(({ items }) => items.map(({ fileId }) => fileId)),
    )
  })
  .get(routes.ownVisits, may(policy.answerInstruction), (c) => visitsPage(c, blankForm))
  .post(
    routes.ownVisitAnswer,
    may(policy.answerInstruction),
    writes('visit.confirmed', 'visit.declined'),
    form(visitAnswerForm, visitsPage),
    async (c) => {
      const { reponse, motif } = c.var.form
      const answer =
        reponse === 'confirmer' ? { kind: 'confirmed' as const } : { kind: 'declined' as const, words: motif }
      const sentence =
        reponse === 'confirmer' ? 'La visite est confirmée.' : 'Votre demande d’une autre date est envoyée.'
      const answered = orNotFound(await answerVisit(c.var.context, applicationOf(c), visitOf(c), answer))
      if (isRefusal(answered)) return c.var.again(problemOfInstruction(answered))
      return done(
        c,
        paths.ownVisits(c.var.network.base, applicationOf(c)),
        `${sentence} L’instructeur en est prévenu par courriel.`,
      )
    },
  )
  .post(
    routes.ownVisitReply,
    may(policy.answerInstruction),
    writes('visit.replied'),
    form(replyForm, visitsPage),
    async (c) => {
      const answer = { kind: 'replied', words: c.var.form.texte } as const
      const replied = orNotFound(await answerVisit(c.var.context, applicationOf(c), visitOf(c), answer))
      if (isRefusal(replied)) return c.var.again(problemOfInstruction(replied))
      const sentence = 'Votre réponse est jointe au compte rendu. L’instructeur en est prévenu par courriel.'
      return done(c, paths.ownVisits(c.var.network.base, applicationOf(c)), sentence)
    },
  )

/** A file of one's own organisation, once it was sent: 404 otherwise. */
async function ownFile(c: AppContext): Promise<OwnFile> {
  const { context } = c.var
  const { db, network, reach, today } = context
  const file = orNotFound(await findApplication(db, reach, applicationOf(c)))
  const version = orNotFound(file.submittedAt && (await versionById(db, network.id, file.versionId)))
  const { holders } = await holderNames(db, network.id, [file])
  const { criteria, instructionDays: days } = version.content
  const since = file.submittedAt && dayOf(file.submittedAt)
  const completions = await completionsOf(db, file.id)
  return {
    view: viewOf(c),
    file,
    schemeName: version.scheme.name,
    holderName: holders.get(file.holder.id) ?? '',
    criteria,
    delay: since && instructionDelay(since, completions, { days, today }),
  }
}

function visitOf(c: AppContext): VisitId {
  const id = c.req.param('visite') ?? ''
  return orNotFound(isId<'visit'>(id) ? id : null)
}

/** Each item has its own fields on the page: what is wrong names those of the one that was sent. */
function itemState({ values, problems }: FormState, code: string): FormState {
  const named = problems.map(({ field, message }) => ({
    field: field && ['reponse', 'date', 'document'].includes(field) ? `${field}-${code}` : field,
    message,
  }))
  return { values, problems: named }
}

/** Its bytes are kept before the act. */
async function putDocument(c: AppContext, sent: File | undefined, on: KeptAnswer['on']) {
  if (!sent) return null
  const document = await readProof(sent.name, new Uint8Array(await sent.arrayBuffer()))
  if (isRefusal(document)) return document
  return { document, sha256: await c.var.services.files.put(document.content), on }
}
