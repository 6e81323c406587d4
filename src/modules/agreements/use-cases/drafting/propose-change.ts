import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addRemark, type NewRemark } from '../../data/negotiation.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type AmendableTerm, figureOf } from '../../domain/amendment-draft.ts'
import { withFigure } from '../../domain/negotiable-terms.ts'
import type { Party } from '../../domain/terms.ts'
import { tellNegotiation } from '../../jobs/tell-negotiation.ts'
import { recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { changeSharedDraft, type LockRefusal } from './draft-lock.ts'
import { draftedClause } from './drafted-clauses.ts'
import { type ClauseRefusal, type ClauseText, clauseToRewrite, textOfForm } from './write-clause.ts'

export type RemarkId = Id<'draft-remark'>
export type ProposalRefusal =
  | TargetRefusal
  | LockRefusal
  | ClauseRefusal
  | 'not-shared'
  | 'no-such-term'
  | 'same-figure'
  | 'invalid-terms'

type Outcome = Promise<RemarkId | Refusal<ProposalRefusal>>

/** A word on a clause: an explanation, a question, an answer. */
export function commentClause(
  context: Context,
  target: Target,
  comment: { key: string; party: Party; words: string },
): Outcome {
  return changeSharedDraft<RemarkId, 'no-such-clause'>(context, target, async (tx, agreement) => {
    if (!(await draftedClause(tx, agreement, comment.key))) return refuse('no-such-clause')
    const { key: clause, party, words } = comment
    return remark(tx, context, agreement, { kind: 'comment', clause, party, words }, 'draft.commented')
  })
}

/** Another text for a clause: the other party accepts it or not. `words` says why. */
export function proposeText(
  context: Context,
  target: Target,
  proposal: ClauseText & { party: Party; words: string },
): Outcome {
  return changeSharedDraft<RemarkId, ClauseRefusal>(context, target, async (tx, agreement) => {
    const found = await clauseToRewrite(tx, agreement, proposal)
    if (isRefusal(found)) return found
    const { key: clause, party, words, version } = proposal
    const texts = { proposed: textOfForm(proposal.text), replaced: found.clause.text.trim(), version }
    return remark(
      tx,
      context,
      agreement,
      { kind: 'text', clause, party, words, ...texts },
      'draft.text-proposed',
    )
  })
}

/** Another figure for a term: every clause that writes it follows, once the other party accepts. AGR-19. */
export function proposeTerm(
  context: Context,
  target: Target,
  proposal: { key: string; party: Party; words: string; term: AmendableTerm; figure: number },
): Outcome {
  return changeSharedDraft<RemarkId, 'no-such-term' | 'same-figure' | 'invalid-terms'>(
    context,
    target,
    async (tx, agreement) => {
      const { key: clause, party, words, term, figure: proposed } = proposal
      const replaced = figureOf(agreement.terms, term)
      if (replaced === null) return refuse('no-such-term')
      if (replaced === proposed) return refuse('same-figure')
      const terms = withFigure(agreement.terms, term, proposed)
      if (isRefusal(terms)) return terms
      const figures = { term, proposed, replaced }
      return remark(
        tx,
        context,
        agreement,
        { kind: 'term', clause, party, words, ...figures },
        'draft.term-proposed',
      )
    },
  )
}

async function remark(
  tx: Database,
  context: Context,
  { id }: Agreement,
  said: NewRemark,
  action: `${string}.${string}`,
): Promise<RemarkId> {
  const kept = await addRemark(tx, id, said, recordedBy(context))
  await writeJournal(tx, context, action, id, { clause: said.clause, remark: kept })
  await enqueue(tx, tellNegotiation, { agreement: id, event: { kind: 'remarked', remark: kept } })
  return kept
}
