import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { appealsAgainst, openAppeals } from '../../data/decisions/appeals.store.ts'
import { applicationsToDecide } from '../../data/decisions/decidable.queries.ts'
import { findDecision, listDecisions } from '../../data/decisions/decisions.queries.ts'
import { letterOf } from '../../data/decisions/letters.store.ts'
import { notificationFactsOf } from '../../data/decisions/notifications.store.ts'
import { levelUnits } from '../../data/schemes/level-units.queries.ts'
import { decisionLetter } from '../../documents/decision-letter.ts'
import { notifiedOn } from '../../domain/decisions/notification.ts'
import { awardReachOf } from '../../use-cases/decisions/award-reach-of.ts'
import { holderNames } from '../../use-cases/decisions/holder-names.ts'
import { holderName, letterContentOf } from '../../use-cases/decisions/letter-content.ts'
import { noteLetterFact, openDecision } from '../../use-cases/decisions/notify-decision.ts'
import { policy } from '../policy.ts'
import { refusedOn } from './answer.ts'
import { notificationForm, openingForm } from './decision.form.ts'
import { LETTER_FACT_NAMES } from './decision-wording.ts'
import { decisionPaths, decisionAddresses as routes } from './decisions.paths.ts'
import { DecisionPage, ToOpenPage } from './pages/decision-page.tsx'
import { DecisionsPage } from './pages/decisions-page.tsx'
import { decisionAt, notificationOf } from './read-decision.ts'

const decisionPage: FormPage = async (c, state) => {
  const { db, network, today } = c.var.context
  const decision = await decisionAt(c)
  const holder = await holderName(db, network, decision.holder)
  const { facts, isToOpen } = await notificationOf(c, decision)
  const view = viewOf(c)
  if (isToOpen) return page(c, <ToOpenPage {...{ view, decision, holder, today }} />)
  const letter = decisionLetter(await letterContentOf(db, network, decision))
  const kept = await letterOf(db, decision.id)
  const appeals = await appealsAgainst(db, [decision.id])
  return page(c, <DecisionPage {...{ view, state, decision, holder, letter, kept, facts, appeals }} />)
}

/** Decisions on labels: those to take, those taken, how they were notified. LAB-15, LAB-16. */
export const decisionsRoutes = new Hono<AppEnv>()
  .get(routes.list, may(policy.readDecisions), async (c) => {
    const { context } = c.var
    const { db, network } = context
    const at = pageNumber(c.req.query('page'))
    const mayDecide = policy.decide.reach(context.actor, network.id).kind === 'all'
    const waiting = mayDecide ? await applicationsToDecide(db, context.reach) : []
    const appeals = mayDecide ? await openAppeals(db, network.id) : []
    const { decisions, total } = await listDecisions(db, await awardReachOf(context), at)
    const nameOf = await holderNames(context, [...waiting, ...decisions])
    const facts = await notificationFactsOf(
      db,
      decisions.map(({ id }) => id),
    )
    const contested = new Map(
      await Promise.all(
        appeals.map(async ({ decisionId }) => {
          const decision = await findDecision(db, { kind: 'all', network: network.id }, decisionId)
          const against = decision && {
            schemeName: decision.scheme.name,
            holderName: await holderName(db, network, decision.holder),
          }
          return [decisionId, against] as const
        }),
      ),
    )
    const units = await levelUnits(
      db,
      decisions.map(({ level, versionId }) => (level === null ? null : versionId)),
    )
    const isTheirs = context.reach.kind === 'these'
    return page(
      c,
      <DecisionsPage
        view={viewOf(c)}
        waiting={waiting.map((one) => ({ ...one, holderName: nameOf(one.holder) }))}
        appeals={appeals.map((one) => ({ ...one, against: contested.get(one.decisionId) ?? null }))}
        decisions={decisions.map((one) => ({
          ...one,
          holderName: nameOf(one.holder),
          levelUnit: (one.versionId && units.get(one.versionId)) ?? null,
          isToOpen: isTheirs && notifiedOn(facts.get(one.id) ?? []) === null,
        }))}
        total={total}
        page={at}
      />,
    )
  })
  .get(routes.decision, may(policy.readDecisions), (c) => decisionPage(c, blankForm))
  .post(
    routes.opening,
    may(policy.openDecision),
    writes('label-decision.opened'),
    form(openingForm, decisionPage),
    async (c) => {
      const decision = await decisionAt(c)
      const opened = await openDecision(c.var.context, decision.id)
      if (isRefusal(opened)) return refusedOn(c, decisionPage, c.var.typed, opened)
      return done(
        c,
        decisionPaths.decision(c.var.network.base, decision.id),
        'La décision vous est notifiée aujourd’hui. Le délai pour la contester est indiqué plus bas.',
      )
    },
  )
  .get(routes.letter, may(policy.readDecisions), async (c) => sendLetter(c))
  .post(
    routes.notification,
    may(policy.decide),
    writes('label-decision.notified'),
    form(notificationForm, decisionPage),
    async (c) => {
      const { fait: kind, le: on, suivi: tracking } = c.var.form
      const decision = await decisionAt(c)
      const noted = await noteLetterFact(c.var.context, decision.id, { kind, on, tracking })
      if (isRefusal(noted)) return refusedOn(c, decisionPage, c.var.typed, noted)
      return done(
        c,
        decisionPaths.decision(c.var.network.base, decision.id),
        `Noté : ${LETTER_FACT_NAMES[kind].toLowerCase()}. Le délai de recours est calculé de nouveau.`,
      )
    },
  )

/** The sealed letter, to whom the decision was notified and to the head of the network. */
async function sendLetter(c: AppContext): Promise<Response> {
  const { db, network } = c.var.context
  const decision = await decisionAt(c)
  if ((await notificationOf(c, decision)).isToOpen) throw new NotFound()
  const kept = orNotFound(await letterOf(db, decision.id))
  const file = orNotFound(await findFile(db, network, kept.fileId))
  const content = await c.var.services.files.get(file.sha256)
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  c.header('cache-control', 'private, no-store')
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}
