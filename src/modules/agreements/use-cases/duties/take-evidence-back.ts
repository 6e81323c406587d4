import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { declaredEvidence, withdrawEvidence } from '../../data/declared-evidence.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { actingParties } from '../acting-parties.ts'

export type WithdrawalRefusal =
  | 'no-such-agreement'
  | 'no-such-evidence'
  | 'not-their-evidence'
  | 'already-withdrawn'

/** The party that declared an evidence takes it back and says why: a new line, the first one stays. AGR-72. */
export async function takeEvidenceBack(
  context: Context,
  id: AgreementId,
  { evidence, reason }: { evidence: string; reason: string },
): Promise<AgreementId | Refusal<WithdrawalRefusal>> {
  try {
    return await inTransaction<AgreementId | Refusal<WithdrawalRefusal>>(context.db, async (tx) => {
      const agreement = await findAgreement(tx, context.reach, id)
      if (!agreement) return refuse('no-such-agreement')
      const declared = (await declaredEvidence(tx, id)).find((one) => one.id === evidence)
      if (!declared) return refuse('no-such-evidence')
      if (!actingParties(context, agreement).includes(declared.party)) return refuse('not-their-evidence')
      if (declared.withdrawn) return refuse('already-withdrawn')
      await withdrawEvidence(tx, id, declared, reason, recordedBy(context))
      await writeJournal(tx, context, 'evidence.withdrawn', id, { evidence: declared.id })
      return id
    })
  } catch (error) {
    if (refusedBy(error) === 'one_withdrawal_per_evidence') return refuse('already-withdrawn')
    throw error
  }
}
