import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { confirmPlace, type PlaceSummary } from '../../../places/index.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { annexOf } from '../../data/annex.store.ts'
import { forgetReadings } from '../../data/place-facts.queries.ts'
import type { AgreementId, PlaceId } from '../../domain/agreement.ts'

export type ConfirmationRefusal = 'no-such-agreement' | 'place-not-listed' | 'no-such-place'

/**
 * « Rien n’a changé » for a place the agreement lists: whoever acts for a party of it may say so. The fact is the
 * directory's; every agreement that lists the place reads it at once. 000 art. 4, AGR-74.
 */
export function confirmListedPlace(
  context: Context,
  { agreement: id, place }: { agreement: AgreementId; place: PlaceId },
): Promise<PlaceSummary | Refusal<ConfirmationRefusal>> {
  return inTransaction<PlaceSummary | Refusal<ConfirmationRefusal>>(context.db, async (tx) => {
    const agreement = await findAgreement(tx, context.reach, id)
    if (!agreement) return refuse('no-such-agreement')
    const listed = await annexOf(tx, agreement.id)
    if (!listed.some(({ placeId }) => placeId === place)) return refuse('place-not-listed')
    const confirmed = await confirmPlace(tx, context, place)
    if (!isRefusal(confirmed)) await forgetReadings(tx, place)
    return confirmed
  })
}
