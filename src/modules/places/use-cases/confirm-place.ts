import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { addConfirmation } from '../data/confirmations.store.ts'
import { findPlaces, type PlaceSummary } from '../data/places.queries.ts'
import type { PlaceId } from '../domain/place.ts'

/**
 * « Rien n’a changé »: what the directory says of the place is true today. In the caller's transaction: whoever may say
 * it of this place, and what follows from it, are the caller's to know. 000 art. 4, AGR-74.
 */
export async function confirmPlace(
  tx: Database,
  context: Context,
  id: PlaceId,
): Promise<PlaceSummary | Refusal<'no-such-place'>> {
  const [place] = await findPlaces(tx, context.network.id, [id])
  if (!place) return refuse('no-such-place')
  const { today, now, actor } = context
  await addConfirmation(tx, id, { on: today, at: now, by: personOf(actor)?.personId ?? null })
  await writeJournal(tx, context, 'place.confirmed', id, { on: today })
  return place
}
