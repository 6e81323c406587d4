import { Hono } from 'hono'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import {
  blankForm,
  type FormPage,
  type FormState,
  form,
  type Problem,
} from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import {
  displacementShown,
  type OwnLine,
  ownLines,
  type StoryLine,
  storyOf,
  waitingPlaceOf,
} from '../../data/borrowing/borrowing.queries.ts'
import { lastEarlyReturn } from '../../data/borrowing/early-returns.store.ts'
import { enteredRequest } from '../../data/borrowing/entered-requests.store.ts'
import { reexaminationOf } from '../../data/borrowing/reexaminations.store.ts'
import { reportsOf } from '../../data/desk/reports.store.ts'
import { happenedIn } from '../../data/incidents/incidents.queries.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import { awaitsCollector } from '../../domain/desk/report.ts'
import { countedDays } from '../../domain/duration.ts'
import { afterRefusal } from '../../use-cases/borrowing/after-refusal.ts'
import { answerDisplacement } from '../../use-cases/borrowing/answer-displacement.ts'
import { confirmEntered } from '../../use-cases/borrowing/confirm-entered.ts'
import { askExtension } from '../../use-cases/borrowing/extend-loan.ts'
import { leaveWaitingList } from '../../use-cases/borrowing/leave-waiting-list.ts'
import { splitOf } from '../../use-cases/borrowing/split-around.ts'
import { acceptOffer, declineOffer } from '../../use-cases/borrowing/waiting-list.ts'
import { frameOf, withdrawLine } from '../../use-cases/deciding/decide-line.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { stockAround } from '../../use-cases/stock-around.ts'
import { appointmentText } from '../moment-wording.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { borrowingPaths as paths, borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { groundText } from './ground-wording.ts'
import { displacementForm, extensionForm, seenForm, sentExtensionForm } from './line.form.ts'
import { lineOf } from './line-of.ts'
import { nearDay } from './near-day.ts'
import { ExtensionPage } from './pages/extension-page.tsx'
import { LinePage } from './pages/line-page.tsx'
import { RequestsPage } from './pages/requests-page.tsx'
import { returnChoices, textIn } from './request-view.ts'

const borrow = may(borrowingPolicy.borrow)

const linePage: FormPage = (c, state) => showLine(c, state.problems, state)

/** For the acts that other rooms do on the same page. */
export const ownLinePage = linePage

const extensionPage: FormPage = async (c, state) => {
  const line = await lineOf(c)
  const until = nearDay(textIn(state.values, 'jusquau'), c.var.context.today)
  const stock = until ? await stockOf(c, line) : null
  const limit = stock?.limit ?? null
  const pickup = line.pickupAt && stock ? dayOf(line.pickupAt, line.zone) : null
  const days = until && pickup && until >= pickup ? countedDays({ first: pickup, last: until }) : null
  return page(
    c,
    <ExtensionPage
      view={viewOf(c)}
      line={line}
      state={state}
      choices={until && stock ? returnChoices(stock.stock, until) : null}
      length={days === null ? null : lengthText(days, limit)}
    />,
  )
}

export const lineRoutes = new Hono<AppEnv>()
  .get(routes.requests, borrow, async (c) => {
    const { db, reach } = c.var.context
    return page(c, <RequestsPage view={viewOf(c)} lines={await ownLines(db, reach)} />)
  })
  .get(routes.line, borrow, (c) => showLine(c, []))
  .post(routes.withdrawal, borrow, writes('loan.withdrawn'), form(seenForm, linePage), (c) =>
    answered(
      c,
      withdrawLine,
      c.var.form.vu,
      'La demande est abandonnée. Le matériel est libre pour d’autres.',
    ),
  )
  .get(routes.extension, borrow, (c) => extensionPage(c, blankForm))
  .post(
    routes.extension,
    borrow,
    writes('loan-extension.asked'),
    form(extensionForm, extensionPage),
    async (c) => {
      const { acte, vu, retour, motif } = c.var.form
      if (acte === 'creneaux') return extensionPage(c, c.var.typed)
      const sent = sentExtensionForm.safeParse({ retour, motif })
      if (!sent.success)
        return c.var.again(
          ...sent.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
        )
      const line = await lineOf(c)
      const target = { lineId: line.id, seen: vu }
      const { retour: untilAt, motif: reason } = sent.data
      const asked = await askExtension(c.var.context, target, { untilAt, reason })
      if (isRefusal(asked)) {
        c.status(refusalStatus(asked))
        const message = refusalSentence(asked, line.zone)
        return extensionPage(c, { ...c.var.typed, problems: [{ field: 'jusquau', message }] })
      }
      const sentence = `La prolongation jusqu’au ${appointmentText(untilAt, line.zone)} est demandée. D’ici la réponse, la date de retour ne change pas.`
      return done(c, paths.line(c.var.network.base, line.id), sentence)
    },
  )
  .post(
    routes.displacement,
    borrow,
    writes('loan-displacement.answered'),
    form(displacementForm, linePage),
    async (c) => {
      const { reponse, vu } = c.var.form
      if (reponse === 'accepter')
        return answered(
          c,
          (context, target) => answerDisplacement(context, target, { kind: 'accept' }),
          vu,
          'C’est noté : l’autre exemplaire est à vous, aux mêmes dates. Un courriel part à la tête de réseau.',
        )
      if (reponse === 'renoncer')
        return answered(
          c,
          (context, target) => answerDisplacement(context, target, { kind: 'give_up' }),
          vu,
          'Vous renoncez à ce prêt. Un courriel part à la tête de réseau.',
        )
      const { split } = await partsOf(c, await lineOf(c))
      const [first, ...others] = split
      if (!first) return c.var.again({ field: null, message: 'Ce prêt ne peut pas être partagé en deux.' })
      return answered(
        c,
        (context, target) =>
          answerDisplacement(context, target, { kind: 'split', parts: [first, ...others] }),
        vu,
        'Vous gardez le matériel les autres jours. Vos nouveaux rendez-vous sont pris, et un courriel part à la tête de réseau.',
      )
    },
  )
  .post(routes.acceptance, borrow, writes('waiting-list.accepted'), form(seenForm, linePage), (c) =>
    answered(
      c,
      acceptOffer,
      c.var.form.vu,
      'L’exemplaire vous est gardé. La tête de réseau doit répondre : un courriel vous le dira.',
    ),
  )
  .post(routes.declining, borrow, writes('waiting-list.declined'), form(seenForm, linePage), (c) =>
    answered(c, declineOffer, c.var.form.vu, 'Vous laissez passer votre tour et restez sur la liste.'),
  )
  .post(routes.confirmation, borrow, writes('loan.entered-confirmed'), form(seenForm, linePage), (c) =>
    answered(
      c,
      confirmEntered,
      c.var.form.vu,
      'La demande est confirmée. Un courriel part à la tête de réseau.',
    ),
  )
  .post(routes.leaving, borrow, writes('waiting-list.left'), form(seenForm, linePage), (c) =>
    answered(c, leaveWaitingList, c.var.form.vu, 'Vous avez quitté la liste d’attente. Le brouillon reste.'),
  )

type Act = (
  context: AppContext['var']['context'],
  target: { lineId: Line['id']; seen: number },
) => Promise<Line | Refused>

/** Does the act and comes back to the line; a refusal shows it as it is now, with its sentence. EQP-1704. */
async function answered(c: AppContext, act: Act, seen: number, sentence: string): Promise<Response> {
  const line = await lineOf(c)
  const outcome = await act(c.var.context, { lineId: line.id, seen })
  if (!isRefusal(outcome)) return done(c, paths.line(c.var.network.base, line.id), sentence)
  c.status(refusalStatus(outcome))
  const details = { contact: line.contact, ...outcome.details }
  return showLine(c, [{ field: null, message: refusalSentence({ ...outcome, details }, line.zone) }])
}

async function showLine(
  c: AppContext,
  problems: readonly Problem[],
  typed: FormState = blankForm,
): Promise<Response> {
  const { db } = c.var.context
  const line = await lineOf(c)
  const place = await waitingPlaceOf(db, line.id)
  const { shown, split } = await partsOf(c, line)
  const story = await storyOf(db, line.id)
  return page(
    c,
    <LinePage
      view={viewOf(c)}
      line={line}
      story={story}
      refusal={await refusalOf(c, line, story)}
      position={place?.position ?? null}
      displacement={
        shown && {
          reason: shown.reason,
          proposed: shown.asset_number && `${shown.model}, ${shown.asset_number}`,
          owners: shown.from && shown.until ? { from: shown.from, until: shown.until } : null,
          parts: split,
        }
      }
      reexamination={await reexaminationOf(db, line.id)}
      isAskedBack={(await lastEarlyReturn(db, line.id))?.answer === null}
      entered={await enteredRequest(db, line.requestId)}
      reportToSign={await reportToSign(db, line.id)}
      problems={problems}
      happened={{ ...(await happenedIn(db, line.id)), state: typed }}
    />,
  )
}

/** By which text it was refused, and what can still be had; null when it was not refused. EQP-504. */
async function refusalOf(c: AppContext, own: OwnLine, story: readonly StoryLine[]) {
  if (own.state !== 'rejected') return null
  const { context } = c.var
  const line = await findLine(context.db, context.reach, own.id)
  const after = line && (await afterRefusal(context, line))
  const reasonCode = story.find(({ act }) => act === 'rejected')?.reasonCode ?? null
  return after ? { ground: groundText(reasonCode, line.rules), after } : null
}

/** The state of things that waits for the borrower's signature, if one does. EQP-804. */
async function reportToSign(db: AppContext['var']['context']['db'], line: OwnLine['id']) {
  const reports = await reportsOf(db, line)
  return (['out', 'in'] as const).find((direction) => awaitsCollector(reports[direction])) ?? null
}

/** The displacement that waits for an answer, and what the loan would keep around it. */
async function partsOf(c: AppContext, own: OwnLine) {
  const { context } = c.var
  const shown = own.state === 'displaced' ? await displacementShown(context.db, own.id) : null
  const line = shown && (await findLine(context.db, context.reach, own.id))
  if (!shown?.from || !line) return { shown, split: [] }
  const owners = { from: shown.from, until: shown.until }
  return { shown, split: await splitOf(context, line, owners) }
}

async function stockOf(c: AppContext, own: OwnLine) {
  const { context } = c.var
  const line = orNotFound(await findLine(context.db, context.reach, own.id))
  const frame = await frameOf(context.db, context, line)
  if (!frame || !line.pickupAt || !line.returnAt) return null
  const span = { from: line.pickupAt, until: line.returnAt }
  const stock = await stockAround(context.db, frame, { models: [], span, now: context.now })
  return { stock, limit: frame.rules.maxDays.value }
}

function lengthText(days: number, limit: number | null): string {
  const whole = `En tout, ${days} jours, premier et dernier compris.`
  if (limit === null || days <= limit) return whole
  return `${whole} C’est plus que les ${limit} jours de la convention : la tête de réseau devra motiver son accord.`
}
