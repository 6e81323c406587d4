import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addConfirmation } from '../../data/freshness/confirmations.store.ts'
import { findPlaces, type PlaceSummary } from '../../data/places.queries.ts'
import type { PlaceId } from '../../domain/place.ts'
import { placeConfirmed } from '../../jobs/freshness/follow-confirmation.ts'

/**
 * « Rien n’a changé »: what the directory says of the place is true today. In the caller's transaction: whoever may say
 * it of this place, and what follows from it, are the caller's to know. A word of staff is kept, and fulfils nothing.
 * 000 art. 4, AGR-74, DIR-57.
 */
export async function confirmPlace(
  tx: Database,
  context: Context,
  id: PlaceId,
): Promise<PlaceSummary | Refusal<'no-such-place'>> {
  const [place] = await findPlaces(tx, context.network.id, [id])
  if (!place) return refuse('no-such-place')
  const { today, now, actor } = context
  const saidBy = context.reach.kind === 'all' ? 'staff' : 'owner'
  await addConfirmation(tx, id, { on: today, at: now, by: personOf(actor)?.personId ?? null, saidBy })
  await writeJournal(tx, context, 'place.confirmed', id, { on: today, as: saidBy })
  await enqueue(tx, placeConfirmed, { place: id }, { once: id })
  return place
}
