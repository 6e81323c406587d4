import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { keepAnswer } from '../../data/orientation/answers.store.ts'
import {
  countFollowUp,
  dropFollowUp,
  type FollowUpId,
  holdFollowUp,
} from '../../data/orientation/follow-ups.store.ts'
import type { Outcome } from '../../domain/orientation/outcome.ts'

/**
 * Whoever gave the sheet, or keeps a place it leads to, says what became of it; `withdrawn`: the person changed their mind,
 * and is not even counted. Either way who they were is erased now; the answer alone may be corrected for a week. The
 * journal does not say which. DIR-76.
 */
export async function answerFollowUp(
  context: Context,
  id: FollowUpId,
  outcome: Outcome | 'withdrawn',
): Promise<null | Refusal<'no-such-follow-up'>> {
  return inTransaction<null | Refusal<'no-such-follow-up'>>(context.db, async (tx) => {
    if (!(await holdFollowUp({ ...context, db: tx }, id))) return refuse('no-such-follow-up')
    if (outcome === 'withdrawn') await dropFollowUp(tx, id)
    else {
      const by = personOf(context.actor)?.personId
      if (by) await keepAnswer(tx, id, { outcome, at: context.now, on: context.today, by })
      await countFollowUp(tx, id, outcome)
    }
    await writeJournal(tx, context, 'orientation.answered', id, {})
    return null
  })
}
