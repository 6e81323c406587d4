import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findPlaces } from '../../../places/index.ts'
import { type AnnexLine, listPlace, unlistPlace } from '../../data/annex.store.ts'
import type { Agreement, PlaceId } from '../../domain/agreement.ts'
import { actOnAgreement, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { contentChanged } from './draft-content.ts'
import { whyLocked } from './draft-lock.ts'

export type AnnexRefusal = TargetRefusal | 'annex-is-signed' | 'signing-is-open' | 'no-such-place'

/** Adds a place to the annex of a draft. Once somebody has signed, only an amendment changes it. */
export function addToAnnex(
  context: Context,
  target: Target,
  line: AnnexLine,
): Promise<AnnexLine | Refusal<AnnexRefusal>> {
  return actOnAgreement<AnnexLine | Refusal<AnnexRefusal>>(context, target, async (tx, agreement) => {
    const locked = await whyAnnexLocked(tx, context, agreement)
    if (locked) return locked
    const [place] = await findPlaces(tx, agreement.networkId, [line.placeId])
    if (!place) return refuse('no-such-place')
    await listPlace(tx, agreement.id, line)
    await writeJournal(tx, context, 'annex.changed', agreement.id, { added: line })
    await contentChanged(tx, context, agreement.id)
    return line
  })
}

export function removeFromAnnex(
  context: Context,
  target: Target,
  placeId: PlaceId,
): Promise<PlaceId | Refusal<AnnexRefusal>> {
  return actOnAgreement<PlaceId | Refusal<AnnexRefusal>>(context, target, async (tx, agreement) => {
    const locked = await whyAnnexLocked(tx, context, agreement)
    if (locked) return locked
    if (!(await unlistPlace(tx, agreement.id, placeId))) return refuse('no-such-place')
    await writeJournal(tx, context, 'annex.changed', agreement.id, { removed: placeId })
    await contentChanged(tx, context, agreement.id)
    return placeId
  })
}

async function whyAnnexLocked(
  tx: Database,
  context: Context,
  agreement: Agreement,
): Promise<Refusal<'annex-is-signed' | 'signing-is-open'> | null> {
  const locked = await whyLocked(tx, context, agreement)
  if (locked?.refused === 'already-signed-text') return refuse('annex-is-signed', locked.details)
  return locked as Refusal<'signing-is-open'> | null
}
