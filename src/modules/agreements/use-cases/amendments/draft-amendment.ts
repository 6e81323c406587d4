import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addAmendment } from '../../data/amendments.store.ts'
import type { DraftedAmendment } from '../../domain/amendment-draft.ts'
import { stateOn } from '../../domain/state.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'

export type AmendmentDraftRefusal = TargetRefusal | 'no-amendment-before-entry' | 'no-amendment-after-end'

/** Opens an amendment under the next number of its agreement. What it changes is written next. */
export function draftAmendment(
  context: Context,
  target: Target,
  object: string,
): Promise<DraftedAmendment | Refusal<AmendmentDraftRefusal>> {
  return actOnAgreement<DraftedAmendment | Refusal<AmendmentDraftRefusal>>(
    context,
    target,
    async (tx, agreement) => {
      const { inForce, status, lastDayInForce } = stateOn(agreement.terms, agreement.acts, context.today)
      if (status === 'ended') return refuse('no-amendment-after-end', { day: lastDayInForce ?? '' })
      if (!inForce) return refuse('no-amendment-before-entry')
      const draft = await addAmendment(tx, agreement.id, object, recordedBy(context))
      await writeJournal(tx, context, 'amendment.drafted', agreement.id, { number: draft.number, object })
      return draft
    },
  )
}
