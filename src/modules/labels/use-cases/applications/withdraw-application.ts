import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  type ApplicationId,
  lockApplication,
  moveApplication,
} from '../../data/applications/applications.store.ts'
import { mayFollow } from '../../domain/applications/application.ts'
import { recordedBy } from '../recorded-by.ts'

export type WithdrawalRefusal = 'no-such-application' | 'too-late'

/** By the applicant, at any time before the decision; a draft is given up the same way. LAB-14. */
export async function withdrawApplication(
  context: Context,
  { id, reason }: { id: ApplicationId; reason: string },
): Promise<{ wasDraft: boolean } | Refusal<WithdrawalRefusal>> {
  return inTransaction<{ wasDraft: boolean } | Refusal<WithdrawalRefusal>>(context.db, async (tx) => {
    const application = await lockApplication(tx, context.reach, id)
    if (!application || application.purpose === 'self_assessment') return refuse('no-such-application')
    if (!mayFollow(application.state, 'withdrawn')) return refuse('too-late')
    await moveApplication(tx, application, 'withdrawn', { ...recordedBy(context), reason })
    await writeJournal(tx, context, 'application.withdrawn', id, { from: application.state })
    return { wasDraft: application.state === 'draft' }
  })
}
