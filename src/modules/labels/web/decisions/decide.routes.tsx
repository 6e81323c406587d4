import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import { findApplication } from '../../data/applications/applications.store.ts'
import { awardsOfHolder } from '../../data/awards/awards.queries.ts'
import { appealsAgainst } from '../../data/decisions/appeals.store.ts'
import { decisionOfApplication } from '../../data/decisions/decisions.queries.ts'
import { lastChangeOf } from '../../data/decisions/file-changes.queries.ts'
import { type MadeProposal, proposalOn } from '../../data/instruction/proposals.store.ts'
import { closedToJuror } from '../../data/jury/own-standing.queries.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import { type DecisionLetter, decisionLetter } from '../../documents/decision-letter.ts'
import { validUntilOf } from '../../domain/awards/validity.ts'
import { decideApplication, readyToSign } from '../../use-cases/decisions/decide-application.ts'
import { holderName, letterContentOf } from '../../use-cases/decisions/letter-content.ts'
import { replaceDecision } from '../../use-cases/decisions/replace-decision.ts'
import { signersOf } from '../../use-cases/decisions/signer.ts'
import { policy } from '../policy.ts'
import { refusedOn } from './answer.ts'
import { criteriaOf, decideForm, replacementForm, reservesOf, wordsOf } from './decision.form.ts'
import { remediesText } from './decision-wording.ts'
import { decisionPaths, decisionAddresses as routes } from './decisions.paths.ts'
import { DecidePage } from './pages/decide-page.tsx'
import { typed } from './pages/decision-fields.tsx'
import { ReplacementPage } from './pages/replacement-page.tsx'
import { decisionAt } from './read-decision.ts'

/** The application of the address and its pinned version. */
async function fileAt(c: AppContext) {
  const { actor, db, reach, network } = c.var.context
  const id = c.req.param('candidature') ?? ''
  const application = orNotFound(isId<'application'>(id) ? await findApplication(db, reach, id) : null)
  // Who sits in its jury opens it at the jury's table alone. LAB-25.
  const person = personOf(actor)
  if (person && (await closedToJuror(db, network.id, person.personId, application.id))) throw new NotFound()
  return { application, version: orNotFound(await versionById(db, network.id, application.versionId)) }
}

async function showDecide(c: AppContext, state: FormState, letter: DecisionLetter | null): Promise<Response> {
  const { context, network } = c.var
  const { db, today } = context
  const { application, version } = await fileAt(c)
  const { applicantId, holder, submittedAt } = application
  const signers = await signersOf(context, db, today)
  const { remedies, validity } = version.content
  const borne = await awardsOfHolder(db, { kind: 'all', network: network.id }, version.scheme.id, holder)
  const proposal = await proposalOn(db, application.id)
  const until = borne.find(({ validUntil }) => validUntil && validUntil > today)?.validUntil
  return page(
    c,
    <DecidePage
      view={viewOf(c)}
      {...{ application, version, signers, letter, proposal }}
      state={state === blankForm && proposal ? { ...state, values: proposedValues(proposal) } : state}
      holder={await holderName(db, network, holder)}
      applicant={(await organisationNames(db, [applicantId])).get(applicantId) ?? ''}
      submittedOn={submittedAt && dayOf(submittedAt)}
      remedies={remedies ? remediesText(remedies, signers[0]?.organisationName ?? network.headName) : ''}
      seen={(await lastChangeOf(db, application.id))?.at ?? ''}
      effect={validity.kind === 'months' ? (until ?? undefined) : undefined}
    />,
  )
}

/** The form as the instructors propose it: a decision begins from their words. */
function proposedValues({ kind, level, reasons, byCriterion, reserves }: MadeProposal): FormState['values'] {
  return {
    sens: kind,
    niveau: level === null ? '' : String(level),
    motifs: reasons,
    reserve_texte: reserves.map(({ text }) => text),
    reserve_date: reserves.map(({ until }) => (until ? typed(until) : '')),
    ...Object.fromEntries(Object.entries(byCriterion).map(([code, words]) => [`motif_${code}`, words])),
  }
}

const decidePage: FormPage = (c, state) => showDecide(c, state, null)

async function showReplacement(
  c: AppContext,
  state: FormState,
  letter: DecisionLetter | null,
): Promise<Response> {
  const { context, network } = c.var
  const { db, today } = context
  const decision = await decisionAt(c)
  const version = orNotFound(decision.versionId && (await versionById(db, network.id, decision.versionId)))
  orNotFound(decision.applicationId)
  const asked = String(state.values.recours ?? c.req.query('recours') ?? '')
  const appeal = (await appealsAgainst(db, [decision.id])).find(({ id }) => id === asked) ?? null
  const signers = await signersOf(context, db, today)
  const { remedies } = version.content
  return page(
    c,
    <ReplacementPage
      view={viewOf(c)}
      {...{ state, decision, version, signers, appeal, letter }}
      remedies={remedies ? remediesText(remedies, signers[0]?.organisationName ?? network.headName) : ''}
    />,
  )
}

const replacementPage: FormPage = (c, state) => showReplacement(c, state, null)

/** Deciding, and deciding anew: the letter is read before it is signed. */
export const decideRoutes = new Hono<AppEnv>()
  .get(routes.decide, may(policy.decide), async (c) => {
    const { application } = await fileAt(c)
    if (application.state !== 'decided') return decidePage(c, blankForm)
    const reach = { kind: 'all', network: c.var.network.id } as const
    const taken = orNotFound(await decisionOfApplication(c.var.context.db, reach, application.id))
    return c.redirect(decisionPaths.decision(c.var.network.base, taken.id), 303)
  })
  .post(
    routes.decide,
    may(policy.decide),
    writes('label-decision.signed'),
    form(decideForm, decidePage),
    async (c) => {
      const { context, network, confirmed, typed } = c.var
      const { application, version } = await fileAt(c)
      const { sens: kind, vu: seen } = c.var.form
      const words = wordsOf(c.var.form, reservesOf(c.var.form), criteriaOf(typed, version.content.criteria))
      const asked = { ...words, kind, seen }
      if (!confirmed) {
        const ready = await readyToSign(context, context.db, asked, version.content.grading)
        if (isRefusal(ready)) return refusedOn(c, decidePage, typed, ready)
        const content = await letterContentOf(context.db, network, {
          ...{ ...asked, ...ready, ...application, scheme: version.scheme, awardId: null, hearingId: null },
          ...{ supersedes: null, replacesFor: null, correction: '', untilDay: null, untilCondition: '' },
        })
        const validUntil = validUntilOf(version.content.validity, asked.effectFrom)
        return showDecide(c, typed, decisionLetter({ ...content, validUntil }))
      }
      const outcome = await decideApplication(context, application.id, asked)
      if (isRefusal(outcome)) return refusedOn(c, decidePage, typed, outcome)
      return done(
        c,
        decisionPaths.decision(network.base, outcome),
        'La décision est signée. Sa lettre est scellée, et un courriel prévient la structure qui a candidaté.',
      )
    },
  )
  .get(routes.replacement, may(policy.decide), (c) => replacementPage(c, blankForm))
  .post(
    routes.replacement,
    may(policy.decide),
    writes('label-decision.replaced'),
    form(replacementForm, replacementPage),
    async (c) => {
      const { context, network, confirmed, typed } = c.var
      const decision = await decisionAt(c)
      const version = orNotFound(
        decision.versionId && (await versionById(context.db, network.id, decision.versionId)),
      )
      const { sens: kind, pourquoi: replacesFor, rectification: correction, recours, etendue } = c.var.form
      const words = wordsOf(c.var.form, reservesOf(c.var.form), criteriaOf(typed, version.content.criteria))
      const appeal = recours ? { id: recours, isWhole: etendue === 'entier' } : null
      const asked = { ...words, kind, replacesFor, correction, appeal }
      if (!confirmed) {
        const ready = await readyToSign(context, context.db, asked, version.content.grading)
        if (isRefusal(ready)) return refusedOn(c, replacementPage, typed, ready)
        const content = await letterContentOf(context.db, network, {
          ...{ ...decision, ...asked, ...ready, supersedes: decision.id, hearingId: null },
          ...{ untilDay: null, untilCondition: '' },
        })
        return showReplacement(c, typed, decisionLetter(content))
      }
      const outcome = await replaceDecision(context, decision.id, asked)
      if (isRefusal(outcome)) return refusedOn(c, replacementPage, typed, outcome)
      return done(
        c,
        decisionPaths.decision(network.base, outcome),
        'La nouvelle décision est signée. Elle remplace la première, et un courriel prévient son destinataire.',
      )
    },
  )
