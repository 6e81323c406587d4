import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { saveDraft } from '../../data/agreements.store.ts'
import { decideRemark, findRemark, saveDraftClause } from '../../data/negotiation.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { figureOf } from '../../domain/amendment-draft.ts'
import { awaitsAnswer, type TermProposal, type TextProposal } from '../../domain/draft-remark.ts'
import { withFigure } from '../../domain/negotiable-terms.ts'
import type { Party, Terms } from '../../domain/terms.ts'
import { tellNegotiation } from '../../jobs/tell-negotiation.ts'
import { recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { changeSharedDraft, type LockRefusal } from './draft-lock.ts'
import type { RemarkId } from './propose-change.ts'
import { type ClauseRefusal, clauseToRewrite } from './write-clause.ts'

export interface Answer {
  proposal: RemarkId
  /** On whose behalf. */
  party: Party
  outcome: 'accepted' | 'refused' | 'withdrawn'
  /** Why it is refused. */
  reason: string
}

type OwnRefusal =
  | 'no-such-proposal'
  | 'already-answered'
  | 'not-yours-to-answer'
  | 'not-yours-to-withdraw'
  | 'proposal-is-stale'
  | 'invalid-terms'
  | ClauseRefusal

export type AnswerRefusal = TargetRefusal | LockRefusal | 'not-shared' | OwnRefusal

/** The other party accepts or refuses a proposal, or its own party takes it back. Accepting it changes the draft. */
export function answerProposal(
  context: Context,
  target: Target,
  answer: Answer,
): Promise<TextProposal | TermProposal | Refusal<AnswerRefusal>> {
  return changeSharedDraft<TextProposal | TermProposal, OwnRefusal>(
    context,
    target,
    async (tx, agreement) => {
      const proposal = await openProposal(tx, agreement, answer)
      if (isRefusal(proposal)) return proposal
      const applied = answer.outcome === 'accepted' ? await apply(tx, context, agreement, proposal) : null
      if (applied) return applied
      const { outcome, reason } = answer
      await decideRemark(tx, proposal.id, { outcome, answer: reason }, recordedBy(context))
      await writeJournal(tx, context, `draft.proposal-${outcome}`, agreement.id, { remark: proposal.id })
      await enqueue(tx, tellNegotiation, {
        agreement: agreement.id,
        event: { kind: 'answered', remark: proposal.id },
      })
      return proposal
    },
  )
}

/** Nobody accepts their own proposal, nor takes back another's. */
async function openProposal(
  tx: Database,
  { id }: Agreement,
  { proposal, party, outcome }: Answer,
): Promise<TextProposal | TermProposal | Refusal<OwnRefusal>> {
  const found = await findRemark(tx, id, proposal)
  if (!found || found.kind === 'comment') return refuse('no-such-proposal')
  if (!awaitsAnswer(found)) return refuse('already-answered')
  if (outcome === 'withdrawn') return found.party === party ? found : refuse('not-yours-to-withdraw')
  return found.party === party ? refuse('not-yours-to-answer') : found
}

async function apply(
  tx: Database,
  context: Context,
  agreement: Agreement,
  proposal: TextProposal | TermProposal,
): Promise<Refusal<OwnRefusal> | null> {
  return proposal.kind === 'text'
    ? applyText(tx, context, agreement, proposal)
    : applyTerm(tx, agreement, proposal)
}

async function applyText(
  tx: Database,
  context: Context,
  agreement: Agreement,
  { clause: key, proposed: text, version }: TextProposal,
): Promise<Refusal<OwnRefusal> | null> {
  const found = await clauseToRewrite(tx, agreement, { key, text, version })
  if (isRefusal(found)) return found.refused === 'clause-changed' ? refuse('proposal-is-stale') : found
  const saved = { key, source: text, version: version + 1 }
  await saveDraftClause(tx, agreement.id, saved, recordedBy(context))
  return null
}

async function applyTerm(
  tx: Database,
  agreement: Agreement,
  { term, proposed, replaced }: TermProposal,
): Promise<Refusal<OwnRefusal> | null> {
  if (figureOf(agreement.terms, term) !== replaced) return refuse('proposal-is-stale')
  const terms = withFigure(agreement.terms, term, proposed)
  if (isRefusal(terms)) return terms
  await saveTerms(tx, agreement, terms)
  return null
}

async function saveTerms(tx: Database, { id, variables, representative }: Agreement, terms: Terms) {
  await saveDraft(tx, id, {
    variables: { ...variables },
    terms,
    representativeName: representative.name,
    representativeTitle: representative.title,
  })
}
