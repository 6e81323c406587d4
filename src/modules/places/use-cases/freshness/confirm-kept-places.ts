import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { keptAmong } from '../../data/life/place-links.store.ts'
import type { PlaceSummary } from '../../data/places.queries.ts'
import type { PlaceId } from '../../domain/place.ts'
import { confirmPlace } from './confirm-place.ts'

/**
 * « Rien n’a changé » for several places at once, by whoever keeps them. One that is not theirs refuses them all: the
 * page shows only their own. DIR-58.
 */
export function confirmKeptPlaces(
  context: Context,
  ids: readonly PlaceId[],
): Promise<PlaceSummary[] | Refusal<'no-such-place'>> {
  return inTransaction<PlaceSummary[] | Refusal<'no-such-place'>>(context.db, async (tx) => {
    const kept = await keptAmong(tx, context, ids)
    const confirmed: PlaceSummary[] = []
    for (const id of ids) {
      const place = kept.has(id) ? await confirmPlace(tx, context, id) : refuse('no-such-place')
      if (isRefusal(place)) return place
      confirmed.push(place)
    }
    return confirmed
  })
}
