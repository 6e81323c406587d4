import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type AnswerId, correctAnswer, holdAnswer } from '../../data/orientation/answers.store.ts'
import { correctableUntil, type Outcome } from '../../domain/orientation/outcome.ts'

export type CorrectionRefusal = 'no-such-answer' | 'too-late'

/**
 * Whoever answered says otherwise within a week: the counts follow, and whom it was about stays erased. The journal does
 * not say which. DIR-76.
 */
export async function correctOutcome(
  context: Context,
  id: AnswerId,
  outcome: Outcome,
): Promise<null | Refusal<CorrectionRefusal>> {
  return inTransaction<null | Refusal<CorrectionRefusal>>(context.db, async (tx) => {
    const answer = await holdAnswer({ ...context, db: tx }, id)
    if (!answer) return refuse('no-such-answer')
    if (context.today > correctableUntil(answer.answeredOn)) return refuse('too-late')
    await correctAnswer(tx, answer, outcome)
    await writeJournal(tx, context, 'orientation.corrected', id, {})
    return null
  })
}
