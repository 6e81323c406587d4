import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findPlaces } from '../../../places/index.ts'
import { type AnnexLine, listPlace, unlistPlace } from '../../data/annex.store.ts'
import { openSigningOf } from '../../data/signings.store.ts'
import { isDraft, type PlaceId } from '../../domain/agreement.ts'
import { actOnAgreement, type Target, type TargetRefusal } from '../act-on-agreement.ts'

export type AnnexRefusal = TargetRefusal | 'annex-is-signed' | 'signing-is-open' | 'no-such-place'

/** Adds a place to the annex of a draft. Once somebody has signed, only an amendment changes it. */
export function addToAnnex(
  context: Context,
  target: Target,
  line: AnnexLine,
): Promise<AnnexLine | Refusal<AnnexRefusal>> {
  return actOnAgreement<AnnexLine | Refusal<AnnexRefusal>>(context, target, async (tx, agreement) => {
    if (!isDraft(agreement)) return refuse('annex-is-signed')
    if (await openSigningOf(tx, agreement.id)) return refuse('signing-is-open')
    const [place] = await findPlaces(tx, agreement.networkId, [line.placeId])
    if (!place) return refuse('no-such-place')
    await listPlace(tx, agreement.id, line)
    await writeJournal(tx, context, 'annex.changed', agreement.id, { added: line })
    return line
  })
}

export function removeFromAnnex(
  context: Context,
  target: Target,
  placeId: PlaceId,
): Promise<PlaceId | Refusal<AnnexRefusal>> {
  return actOnAgreement<PlaceId | Refusal<AnnexRefusal>>(context, target, async (tx, agreement) => {
    if (!isDraft(agreement)) return refuse('annex-is-signed')
    if (await openSigningOf(tx, agreement.id)) return refuse('signing-is-open')
    if (!(await unlistPlace(tx, agreement.id, placeId))) return refuse('no-such-place')
    await writeJournal(tx, context, 'annex.changed', agreement.id, { removed: placeId })
    return placeId
  })
}
