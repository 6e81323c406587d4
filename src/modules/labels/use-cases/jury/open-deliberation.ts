import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addDeliberation } from '../../data/jury/deliberations.store.ts'
import { jurorsOf, sits } from '../../data/jury/jurors.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import type { DeliberationId } from '../../domain/jury/deliberated.ts'
import { quorumOf } from '../../domain/jury/interest.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import { recordedBy } from '../recorded-by.ts'
import { type JuryStandsInTheWay, openCampaign } from './campaign-of.ts'
import { gridsAreClosed } from './results.ts'

export type MeetingRefusal =
  | JuryStandsInTheWay
  | 'grids-open'
  | 'dated-in-the-future'
  | 'not-a-juror'
  | 'no-quorum'
  | 'already-opened'

/** The jury meets: who is there that day. LAB-28. */
export async function openDeliberation(
  context: Context,
  id: EditionId,
  { heldOn, present }: { heldOn: Day; present: readonly JurorId[] },
): Promise<DeliberationId | Refusal<MeetingRefusal>> {
  try {
    return await inTransaction<DeliberationId | Refusal<MeetingRefusal>>(context.db, async (tx) => {
      const campaign = await openCampaign(tx, context.network.id, id)
      if (typeof campaign === 'string') return refuse(campaign)
      if (!gridsAreClosed(campaign, context.today)) return refuse('grids-open')
      if (heldOn > context.today) return refuse('dated-in-the-future')
      const seated = (await jurorsOf(tx, id)).filter((juror) => sits(juror, heldOn))
      if (!present.every((one) => seated.some((juror) => juror.id === one))) return refuse('not-a-juror')
      const quorum = quorumOf(seated.length)
      if (present.length < quorum) return refuse('no-quorum', { quorum: String(quorum) })
      const meeting = await addDeliberation(tx, id, { heldOn, present }, recordedBy(context))
      await writeJournal(tx, context, 'jury.met', id, {
        deliberation: meeting,
        heldOn,
        present: present.length,
      })
      return meeting
    })
  } catch (error) {
    if (refusedBy(error) === 'one_deliberation_per_day') return refuse('already-opened')
    throw error
  }
}
