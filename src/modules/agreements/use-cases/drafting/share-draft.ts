import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { markShared, sharedAt } from '../../data/negotiation.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { tellNegotiation } from '../../jobs/tell-negotiation.ts'
import { recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { changeDraft, type LockRefusal } from './draft-lock.ts'

export type SharingRefusal = TargetRefusal | LockRefusal | 'already-shared'

/** Shows the draft to the partner: its managers are told, and both parties work on it from then on. AGR-18. */
export function shareDraft(context: Context, target: Target): Promise<AgreementId | Refusal<SharingRefusal>> {
  return changeDraft<AgreementId, 'already-shared'>(context, target, async (tx, { id }) => {
    if (await sharedAt(tx, id)) return refuse('already-shared')
    await markShared(tx, id, recordedBy(context))
    await writeJournal(tx, context, 'draft.shared', id)
    await enqueue(tx, tellNegotiation, { agreement: id, event: { kind: 'shared' } })
    return id
  })
}
