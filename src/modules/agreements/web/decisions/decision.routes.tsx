import { Hono } from 'hono'
import { type Id, isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { type DecisionFields, findDecision, listDecisions } from '../../data/decisions.store.ts'
import { decisionDocument } from '../../documents/decision-document.ts'
import { documentPdf } from '../../documents/document-pdf.ts'
import type { Decision } from '../../domain/decision.ts'
import { prepareDecision, rewriteDecision } from '../../use-cases/decisions/prepare-decision.ts'
import {
  publishDecision,
  recordTransmission,
  withdrawDecision,
} from '../../use-cases/decisions/publish-decision.ts'
import { policy } from '../policy.ts'
import { decisionForm, publicationForm, transmissionForm, withdrawalOfDecisionForm } from './decision.form.ts'
import { decisionPaths, decisionRoutesOf as routes } from './decision.paths.ts'
import { problemsOfDecision } from './decision-wording.ts'
import { DecisionFormPage } from './pages/decision-form-page.tsx'
import { DecisionPage } from './pages/decision-page.tsx'
import { DecisionWithdrawalPage, TransmissionPage } from './pages/decision-step-pages.tsx'
import { DecisionsPage } from './pages/decisions-page.tsx'

/** What the bodies decided: published for everybody, never edited afterwards. AGR-70, AGR-71. */
export const decisionRoutes = new Hono<AppEnv>()
  .get(routes.decisions, may(policy.decisions), async (c) => {
    const q = c.req.query('q')?.trim().slice(0, 200) ?? ''
    const number = pageNumber(c.req.query('page'))
    const { db, network } = c.var.context
    const found = await listDecisions(db, network.id, { q, withDrafts: mayManage(c) }, number)
    return page(c, <DecisionsPage view={viewOf(c)} {...found} q={q} page={number} mayManage={mayManage(c)} />)
  })
  .get(routes.newDecision, may(policy.manage), (c) => newPage(c, { values: c.req.query(), problems: [] }))
  .post(
    routes.newDecision,
    may(policy.manage),
    writes('decision.prepared'),
    form(decisionForm, newPage),
    async (c) => {
      const prepared = await prepareDecision(c.var.context, fieldsOf(c.var.form), c.var.form.remplace)
      if (isRefusal(prepared)) return c.var.again(...problemsOfDecision(prepared))
      const sentence =
        'La décision est préparée. Relisez-la, puis publiez-la : personne d’autre ne la voit encore.'
      return done(c, decisionPaths.decision(c.var.network.base, prepared), sentence)
    },
  )
  .get(routes.decision, may(policy.decisions), (c) => decisionPage(c, blankForm))
  .get(routes.pdf, may(policy.decisions), async (c) => {
    const decision = await decisionOf(c)
    const createdAt = orNotFound(decision.publishedAt)
    const document = decisionDocument(c.var.network, decision)
    const pdf = await documentPdf(c.var.services.documents, document, createdAt)
    c.header('content-disposition', `attachment; filename="decision-${decision.id}.pdf"`)
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
  })
  .get(routes.draft, may(policy.manage), (c) => draftPage(c, blankForm))
  .post(
    routes.draft,
    may(policy.manage),
    writes('decision.changed'),
    form(decisionForm, draftPage),
    async (c) => {
      const { id } = await decisionOf(c)
      const changed = await rewriteDecision(c.var.context, id, fieldsOf(c.var.form))
      if (isRefusal(changed)) return c.var.again(...problemsOfDecision(changed))
      return done(c, decisionPaths.decision(c.var.network.base, id), 'Le projet de décision est enregistré.')
    },
  )
  .post(
    routes.publication,
    may(policy.manage),
    writes('decision.published'),
    form(publicationForm, decisionPage),
    async (c) => {
      const { id } = await decisionOf(c)
      const published = await publishDecision(c.var.context, id, c.var.form.publication)
      if (isRefusal(published)) return c.var.again(...problemsOfDecision(published))
      const sentence = 'La décision est publiée : tout le monde peut la lire, et elle ne se modifie plus.'
      return done(c, decisionPaths.decision(c.var.network.base, id), sentence)
    },
  )
  .get(routes.transmission, may(policy.manage), (c) => transmissionPage(c, blankForm))
  .post(
    routes.transmission,
    may(policy.manage),
    writes('decision.transmitted'),
    form(transmissionForm, transmissionPage),
    async (c) => {
      const { id } = await decisionOf(c)
      const noted = await recordTransmission(c.var.context, id, c.var.form.transmission)
      if (isRefusal(noted)) return c.var.again(...problemsOfDecision(noted))
      const sentence = 'La transmission est enregistrée : le délai de recours est calculé, à vérifier.'
      return done(c, decisionPaths.decision(c.var.network.base, id), sentence)
    },
  )
  .get(routes.withdrawal, may(policy.manage), (c) => withdrawalPage(c, blankForm))
  .post(
    routes.withdrawal,
    may(policy.manage),
    writes('decision.withdrawn'),
    form(withdrawalOfDecisionForm, withdrawalPage),
    async (c) => {
      const { id } = await decisionOf(c)
      const withdrawn = await withdrawDecision(c.var.context, id, c.var.form.motif)
      if (isRefusal(withdrawn)) return c.var.again(...problemsOfDecision(withdrawn))
      const sentence = 'La décision est retirée. Elle reste lisible, avec le motif du retrait.'
      return done(c, decisionPaths.decision(c.var.network.base, id), sentence)
    },
  )

function newPage(c: AppContext, state: FormState) {
  return page(c, <DecisionFormPage view={viewOf(c)} decision={null} state={state} />)
}

/** What was published is not written again: its page says so. */
async function draftPage(c: AppContext, state: FormState) {
  const decision = await decisionOf(c)
  if (decision.publishedOn) orNotFound(null)
  return page(c, <DecisionFormPage view={viewOf(c)} decision={decision} state={state} />)
}

async function decisionPage(c: AppContext, state: FormState) {
  const decision = await decisionOf(c)
  const { db, network, actor } = c.var.context
  const reach = policy.read.reach(actor, network.id)
  const about = decision.agreementId && (await findAgreement(db, reach, decision.agreementId))
  const [former, next] = await Promise.all(
    [decision.replaces, decision.replacedBy].map((id) => id && findDecision(db, network.id, id)),
  )
  const links = { agreement: about || null, replaces: former || null, replacedBy: next || null }
  return page(c, <DecisionPage view={viewOf(c)} {...{ decision, links, state }} mayManage={mayManage(c)} />)
}

async function transmissionPage(c: AppContext, state: FormState) {
  return page(c, <TransmissionPage view={viewOf(c)} decision={await decisionOf(c)} state={state} />)
}

async function withdrawalPage(c: AppContext, state: FormState) {
  return page(c, <DecisionWithdrawalPage view={viewOf(c)} decision={await decisionOf(c)} state={state} />)
}

/** A draft exists for those who prepare it alone. */
async function decisionOf(c: AppContext): Promise<Decision> {
  const asked = c.req.param('id') ?? ''
  const { db, network } = c.var.context
  const found = orNotFound(isId<'decision'>(asked) ? await findDecision(db, network.id, asked) : null)
  return orNotFound(found.publishedOn || mayManage(c) ? found : null)
}

function mayManage(c: AppContext): boolean {
  return opensTo(c.var, policy.manage)
}

interface TypedDecision {
  nature: Decision['kind']
  reference: string
  instance: string
  objet: string
  date: Decision['decidedOn']
  fondement: string
  texte: string
  recours: string
  transmission: Decision['transmittedOn']
  convention: Id<'agreement'> | null
}

function fieldsOf(typed: TypedDecision): DecisionFields {
  return {
    ...{ kind: typed.nature, reference: typed.reference, body: typed.instance, object: typed.objet },
    ...{ decidedOn: typed.date, legalBasis: typed.fondement, text: typed.texte, remedies: typed.recours },
    ...{ transmittedOn: typed.transmission, agreementId: typed.convention },
  }
}
