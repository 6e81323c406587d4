import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findRemark } from '../../data/negotiation.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { answerProposal } from '../../use-cases/drafting/answer-proposal.ts'
import { negotiationOf } from '../../use-cases/drafting/negotiation.ts'
import { commentClause, proposeTerm, proposeText } from '../../use-cases/drafting/propose-change.ts'
import { writeClause } from '../../use-cases/drafting/write-clause.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import {
  answerForm,
  clauseWritingForm,
  commentForm,
  refusalForm,
  termProposalForm,
  textProposalForm,
} from './negotiation.form.ts'
import { negotiationPaths as paths, negotiationRoutesOf as routes } from './negotiation-paths.ts'
import { partyOf, saidTo } from './negotiation-sides.ts'
import { type NegotiationRefusal, problemOfNegotiation } from './negotiation-wording.ts'
import { ClausePage } from './pages/clause-page.tsx'

const clausePage: FormPage = (c, state) => showClause(c, state, false)

/** The clause named by the address, or the one a proposal is about. */
async function showClause(c: AppContext, state: Parameters<FormPage>[1], conflict: boolean) {
  const agreement = await agreementOf(c)
  const negotiation = await negotiationOf(c.var.context, agreement)
  const key = c.req.param('cle') ?? (await proposalOf(c, agreement)).clause
  const clause = orNotFound(negotiation.clauses.find((one) => one.clause.key === key) ?? null)
  const shown = { agreement, negotiation, clause, party: partyOf(c, agreement), conflict, state }
  return page(c, <ClausePage view={viewOf(c)} {...shown} />)
}

const refusalAsked = async (c: AppContext) => refusalForm(c.req.param('proposition') ?? '')

/** One article of a draft: what is said of it, what is proposed, and what is answered. AGR-18, AGR-19, AGR-21. */
export const clauseRoutes = new Hono<AppEnv>()
  .get(routes.clause, may(policy.negotiate), (c) => clausePage(c, blankForm))
  .post(
    routes.writing,
    may(policy.manage),
    writes('draft.clause-written'),
    form(clauseWritingForm, clausePage),
    async (c) => {
      const { id } = await agreementOf(c)
      const { vu, texte: text, version } = c.var.form
      const clause = { key: c.req.param('cle'), text, version }
      const written = await writeClause(c.var.context, { id, seen: vu }, clause)
      if (isRefusal(written)) return refusedText(c, written, c.var.typed)
      const sentence = 'Le texte de cet article est enregistré dans le projet.'
      return done(c, paths.clause(c.var.network.base, id, clause.key), sentence)
    },
  )
  .post(
    routes.text,
    may(policy.negotiate),
    writes('draft.text-proposed'),
    form(textProposalForm, clausePage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, texte: text, version, pourquoi: words } = c.var.form
      const proposal = { key: c.req.param('cle'), text, version, words, party: partyOf(c, agreement) }
      const proposed = await proposeText(c.var.context, { id: agreement.id, seen: vu }, proposal)
      if (isRefusal(proposed)) return refusedText(c, proposed, c.var.typed)
      return done(
        c,
        threadOf(c, agreement, proposal.key),
        saidTo(c, agreement, 'Votre proposition est envoyée'),
      )
    },
  )
  .post(
    routes.term,
    may(policy.negotiate),
    writes('draft.term-proposed'),
    form(termProposalForm, clausePage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, terme: term, valeur: figure, raison: words } = c.var.form
      const proposal = { key: c.req.param('cle'), term, figure, words, party: partyOf(c, agreement) }
      const proposed = await proposeTerm(c.var.context, { id: agreement.id, seen: vu }, proposal)
      if (isRefusal(proposed)) return c.var.again(problemOfNegotiation(proposed))
      return done(
        c,
        threadOf(c, agreement, proposal.key),
        saidTo(c, agreement, 'Votre proposition est envoyée'),
      )
    },
  )
  .post(
    routes.comment,
    may(policy.negotiate),
    writes('draft.commented'),
    form(commentForm, clausePage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, commentaire: words } = c.var.form
      const comment = { key: c.req.param('cle'), words, party: partyOf(c, agreement) }
      const kept = await commentClause(c.var.context, { id: agreement.id, seen: vu }, comment)
      if (isRefusal(kept)) return c.var.again(problemOfNegotiation(kept))
      return done(
        c,
        threadOf(c, agreement, comment.key),
        saidTo(c, agreement, 'Votre commentaire est publié'),
      )
    },
  )
  .post(
    routes.acceptance,
    may(policy.negotiate),
    writes('draft.proposal-accepted'),
    form(answerForm, clausePage),
    async (c) => answered(c, c.var.form.vu, { outcome: 'accepted', reason: '' }, c.var.again),
  )
  .post(
    routes.refusal,
    may(policy.negotiate),
    writes('draft.proposal-refused'),
    form(refusalAsked, clausePage),
    async (c) => {
      const { vu, ...reasons } = c.var.form
      const reason = String(Object.values(reasons)[0] ?? '')
      return answered(c, Number(vu), { outcome: 'refused', reason }, c.var.again)
    },
  )
  .post(
    routes.withdrawal,
    may(policy.negotiate),
    writes('draft.proposal-withdrawn'),
    form(answerForm, clausePage),
    async (c) => answered(c, c.var.form.vu, { outcome: 'withdrawn', reason: '' }, c.var.again),
  )

async function proposalOf(c: AppContext, { id }: Agreement) {
  const asked = c.req.param('proposition') ?? ''
  return orNotFound(isId<'draft-remark'>(asked) ? await findRemark(c.var.context.db, id, asked) : null)
}

/** Another text came first: a conflict is told as such, with both texts. */
function refusedText(
  c: AppContext,
  refusal: Refusal<NegotiationRefusal>,
  typed: Parameters<FormPage>[1],
): Response | Promise<Response> {
  const isConflict = refusal.refused === 'clause-changed'
  c.status(isConflict ? 409 : 422)
  return showClause(c, { ...typed, problems: [problemOfNegotiation(refusal)] }, isConflict)
}

async function answered(
  c: AppContext,
  seen: number,
  answer: { outcome: 'accepted' | 'refused' | 'withdrawn'; reason: string },
  again: (...problems: ReturnType<typeof problemOfNegotiation>[]) => Promise<Response>,
): Promise<Response> {
  const agreement = await agreementOf(c)
  const remark = await proposalOf(c, agreement)
  const asked = { ...answer, proposal: remark.id, party: partyOf(c, agreement) }
  const decided = await answerProposal(c.var.context, { id: agreement.id, seen }, asked)
  if (isRefusal(decided)) return again(problemOfNegotiation(decided))
  const sentences = {
    accepted: 'La proposition est acceptée : le texte a changé',
    refused: 'Votre refus est enregistré, avec son motif',
    withdrawn: 'La proposition est retirée',
  }
  return done(c, threadOf(c, agreement, remark.clause), saidTo(c, agreement, sentences[answer.outcome]))
}

function threadOf(c: AppContext, { id }: Agreement, key: string): string {
  return `${paths.clause(c.var.network.base, id, key)}#fil`
}
