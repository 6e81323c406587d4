import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { changePlace, lockPlaces } from '../../data/life/place.store.ts'
import type { PlaceId } from '../../domain/place.ts'
import { mergePlaces } from '../duplicates/merge-places.ts'
import { hiddenByHome } from './keep-copies.ts'

/** A place that another network took over joins the place it is there; false: it cannot. DIR-89. */
export async function joinReceived(
  tx: Database,
  context: Context,
  left: PlaceId,
  taken: PlaceId,
): Promise<boolean> {
  const held = await lockPlaces(tx, context.network.id, [left, taken])
  const former = held.find(({ id }) => id === left)
  // What led to another site until then is one of our own places again, the time to join it.
  const reopened = former?.moved_to_uri
    ? await changePlace(tx, former, { ...hiddenByHome, moved_to_uri: null }, told(context))
    : null
  const versionOf = (id: PlaceId) => held.find((place) => place.id === id)?.version ?? 0
  const joined = await mergePlaces(
    { ...context, db: tx },
    {
      ...{ kept: taken, duplicate: left, choices: {}, sawLabels: true },
      seen: { kept: versionOf(taken), duplicate: reopened?.version ?? versionOf(left) },
      reason: 'Le lieu a été repris par un autre réseau.',
    },
  )
  return !isRefusal(joined)
}

function told({ now }: Context) {
  return { saidBy: 'source', by: null, at: now, act: 'federated' } as const
}
