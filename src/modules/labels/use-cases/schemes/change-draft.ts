import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { SchemeId } from '../../data/awards/awards.store.ts'
import { lockSchemeDraft, saveSchemeDraft } from '../../data/schemes/scheme-drafts.store.ts'
import type { Criterion, SchemeContent } from '../../domain/schemes/scheme.ts'
import {
  criterionAt,
  type Rank,
  withCriterion,
  withMovedCriterion,
  withNewCriterion,
  withoutCriterion,
} from '../../domain/schemes/scheme-draft.ts'
import { recordedBy } from '../recorded-by.ts'
import { digestOfPiece, type SchemePiece } from './scheme-pieces.ts'

/** Which draft, and the digest of the piece that the form showed. */
export interface PieceTarget {
  schemeId: SchemeId
  seen: string
}

export type DraftRefusal = 'no-scheme-draft' | 'scheme-rewritten-meanwhile' | 'no-such-criterion'

type Changed = SchemeContent | Refusal<DraftRefusal>

/** One piece of the draft that is no criterion. What its own page does not write stays. */
export function changeSchemePiece(
  context: Context,
  { schemeId, seen }: PieceTarget,
  piece: Exclude<SchemePiece, `criterion:${Rank}`>,
  change: (content: SchemeContent) => SchemeContent,
): Promise<Changed> {
  return changeDraft(context, schemeId, { piece, seen }, change)
}

/** One criterion, as its page showed it: somebody may have moved or changed it since. */
export function changeCriterion(
  context: Context,
  { schemeId, seen }: PieceTarget,
  rank: Rank,
  change: (criterion: Criterion) => Criterion,
): Promise<Changed> {
  return changeDraft(context, schemeId, { piece: `criterion:${rank}`, seen }, (content) => {
    const now = criterionAt(content, rank)
    return now ? withCriterion(content, rank, change(now)) : refuse('no-such-criterion')
  })
}

export function removeCriterion(context: Context, { schemeId, seen }: PieceTarget, rank: Rank) {
  return changeDraft(context, schemeId, { piece: `criterion:${rank}`, seen }, (content) =>
    criterionAt(content, rank) ? withoutCriterion(content, rank) : refuse('no-such-criterion'),
  )
}

export function moveCriterion(context: Context, { schemeId, seen }: PieceTarget, rank: Rank, by: -1 | 1) {
  return changeDraft(context, schemeId, { piece: `criterion:${rank}`, seen }, (content) =>
    criterionAt(content, rank) ? withMovedCriterion(content, rank, by) : refuse('no-such-criterion'),
  )
}

/** Gives the rank of the new criterion. */
export async function addCriterion(
  context: Context,
  schemeId: SchemeId,
  criterion: { title: string; group: string },
): Promise<Rank | Refusal<DraftRefusal>> {
  let rank: Rank = 0
  const changed = await changeDraft(context, schemeId, null, (content) => {
    const longer = withNewCriterion(content, criterion)
    rank = longer.rank
    return longer.content
  })
  return isRefusal(changed) ? changed : rank
}

/** The draft held, its piece as the form showed it, then `change`. */
function changeDraft(
  context: Context,
  schemeId: SchemeId,
  shown: { piece: SchemePiece; seen: string } | null,
  change: (content: SchemeContent) => Changed,
): Promise<Changed> {
  const { db, network } = context
  return inTransaction<Changed>(db, async (tx) => {
    const draft = await lockSchemeDraft(tx, network.id, schemeId)
    if (!draft) return refuse('no-scheme-draft')
    if (shown && digestOfPiece(draft.content, shown.piece) !== shown.seen)
      return refuse('scheme-rewritten-meanwhile')
    const changed = change(draft.content)
    if (isRefusal(changed)) return changed
    await saveSchemeDraft(tx, draft, changed, recordedBy(context))
    await writeJournal(tx, context, 'label-scheme.changed', schemeId, { piece: shown?.piece ?? 'criteria' })
    return changed
  })
}
