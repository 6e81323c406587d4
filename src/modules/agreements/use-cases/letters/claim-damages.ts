import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addClaim, claimsOf, type DamagesClaim, standingClaims } from '../../data/claims.store.ts'
import type { Agreement, AgreementId, StoredAct } from '../../domain/agreement.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { holdAgreement } from '../offices/hold-agreement.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'

export interface ClaimToRecord extends Omit<DamagesClaim, 'id' | 'recordedAt' | 'file'> {
  document: PutDocument | null
}

export type ClaimRefusal =
  | 'no-such-agreement'
  | 'unknown-party'
  | 'no-act-to-claim-on'
  | 'no-such-claim'
  | 'claim-already-corrected'

/** Damages reserved with a formal notice or a termination: kept as told, nothing is computed. AGR-57. */
export async function claimDamages(
  context: Context,
  id: AgreementId,
  { document, ...claim }: ClaimToRecord,
): Promise<Id<'damages-claim'> | Refusal<ClaimRefusal>> {
  type Outcome = Id<'damages-claim'> | Refusal<ClaimRefusal>
  try {
    return await holdAgreement<Outcome>(context, id, async (tx, agreement) => {
      if (!agreement.terms.parties.includes(claim.party)) return refuse('unknown-party')
      if (!claimableActs(agreement).some((act) => act.id === claim.act)) return refuse('no-act-to-claim-on')
      const standing = standingClaims(await claimsOf(tx, id))
      if (claim.replaces && !standing.some((one) => one.id === claim.replaces)) return refuse('no-such-claim')
      const file = document && (await keepFile(tx, context, document, document.sha256))
      const kept = await addClaim(tx, id, { ...claim, file }, recordedBy(context))
      await writeJournal(tx, context, 'damages.claimed', id, { party: claim.party, claim: kept })
      return kept
    })
  } catch (error) {
    if (refusedBy(error) === 'one_correction_per_claim') return refuse('claim-already-corrected')
    throw error
  }
}

/** The formal notices and terminations of an agreement, whatever became of them. */
export function claimableActs({ acts }: Pick<Agreement, 'acts'>): StoredAct[] {
  return acts.filter((act) => {
    if (act.type === 'termination_notified') return true
    const isSent = act.type === 'registered_letter_sent' || act.type === 'notice_sent'
    return isSent && (act.purpose === 'formal_notice' || act.purpose === 'termination')
  })
}
