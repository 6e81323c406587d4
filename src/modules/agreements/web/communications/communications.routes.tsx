import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { answerCommunication } from '../../use-cases/communications/answer-communication.ts'
import { communicationOf } from '../../use-cases/communications/communication-of.ts'
import { reportOperation } from '../../use-cases/communications/report-operation.ts'
import { requestCommunication } from '../../use-cases/communications/request-communication.ts'
import { ownParties } from '../acting.ts'
import { agreementOf } from '../agreement-of.ts'
import { putDocuments } from '../duties/agreement-file.ts'
import { policy } from '../policy.ts'
import { answerForm, reportForm, requestForm } from './communications.form.ts'
import { communicationPaths, communicationRoutesOf as routes } from './communications.paths.ts'
import { problemOfCommunication, problemOfReport } from './communications-wording.ts'
import { CommunicationPage } from './pages/communication-page.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { CommunicationRequestPage } from './pages/request-page.tsx'

const requestPage: FormPage = async (c, state) =>
  page(c, <CommunicationRequestPage view={viewOf(c)} agreement={await agreementOf(c)} state={state} />)

const communicationPage: FormPage = async (c, state) => {
  const { agreement, file } = await askedOf(c)
  const own = ownParties(c.var, agreement)
  return page(
    c,
    <CommunicationPage view={viewOf(c)} agreement={agreement} file={file} own={own} state={state} />,
  )
}

const reportPage: FormPage = async (c, state) =>
  page(c, <ReportPage view={viewOf(c)} {...(await askedOf(c))} state={state} />)

/** What the parties tell the public: asked by one, answered by the other, and its results told. 000 art. 9, 002 art. 6. */
export const communicationRoutes = new Hono<AppEnv>()
  .get(routes.request, may(policy.act), (c) => requestPage(c, blankForm))
  .post(
    routes.request,
    may(policy.act),
    writes('communication.requested'),
    form(requestForm, requestPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, nature, date, texte, logos, supports, visuels } = c.var.form
      const put = await putDocuments(c, visuels)
      if (isRefusal(put)) return c.var.again(problemOfCommunication(put))
      const asked = await requestCommunication(
        c.var.context,
        { id: agreement.id, seen: vu },
        {
          ...{ from: ownParties(c.var, agreement)[0] ?? '', kind: nature, operationOn: date, text: texte },
          ...{ audience: c.var.form.public, media: supports, logos, visuals: put },
        },
      )
      if (isRefusal(asked)) return c.var.again(problemOfCommunication(asked))
      const file = communicationOf(asked, asked.acts.at(-1)?.id ?? '', c.var.context.today)
      const sentence =
        file?.state.status === 'not_required'
          ? 'La communication est enregistrée : la convention ne demande pas d’accord pour celle-ci.'
          : 'La demande est envoyée. L’autre partie est prévenue par courriel ; rien n’est approuvé sans sa réponse.'
      return backTo(c, agreement, file?.act.id ?? '', sentence)
    },
  )
  .get(routes.communication, may(policy.read), (c) => communicationPage(c, blankForm))
  .post(
    routes.answer,
    may(policy.act),
    writes('communication.answered'),
    form(answerForm, communicationPage),
    async (c) => {
      const { agreement, file } = await askedOf(c)
      const { vu, reponse, raison } = c.var.form
      const own = ownParties(c.var, agreement)
      const party = own.find((one) => file.state.missing.includes(one)) ?? own[0] ?? ''
      const said = { communication: file.act.id, party, answer: reponse, reason: raison }
      const answered = await answerCommunication(c.var.context, { id: agreement.id, seen: vu }, said)
      if (isRefusal(answered)) return c.var.again(problemOfCommunication(answered))
      const sentence =
        reponse === 'approved'
          ? 'Votre accord est enregistré. L’autre partie est prévenue ; après l’opération, elle vous doit un bilan.'
          : 'Votre refus est enregistré, avec sa raison. L’autre partie est prévenue par courriel.'
      return backTo(c, agreement, file.act.id, sentence)
    },
  )
  .get(routes.report, may(policy.act), (c) => reportPage(c, blankForm))
  .post(
    routes.report,
    may(policy.act),
    writes('operation.reported'),
    form(reportForm, reportPage),
    async (c) => {
      const { agreement, file } = await askedOf(c)
      const { vu, bilan, chiffres, document } = c.var.form
      const put = await putDocuments(c, [document])
      if (isRefusal(put)) return c.var.again(problemOfReport(put))
      const report = {
        communication: file.act.id,
        account: bilan,
        figures: chiffres,
        document: put[0] ?? null,
      }
      const reported = await reportOperation(c.var.context, { id: agreement.id, seen: vu }, report)
      if (isRefusal(reported)) return c.var.again(problemOfReport(reported))
      return backTo(
        c,
        agreement,
        file.act.id,
        'Le bilan est transmis. L’autre partie est prévenue par courriel.',
      )
    },
  )

function backTo(c: AppContext, agreement: Agreement, communication: string, sentence: string): Response {
  const address = communicationPaths.communication(c.var.network.base, agreement.id, communication)
  return done(c, address, sentence)
}

/** The request named by the address; else 404. */
async function askedOf(c: AppContext) {
  const agreement = await agreementOf(c)
  const asked = c.req.param('communication') ?? ''
  return { agreement, file: orNotFound(communicationOf(agreement, asked, c.var.context.today)) }
}
