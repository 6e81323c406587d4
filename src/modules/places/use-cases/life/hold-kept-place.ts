import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { lockPlace, type PlaceRow } from '../../data/life/place.store.ts'
import { keptAmong } from '../../data/life/place-links.store.ts'
import type { PlaceId } from '../../domain/place.ts'

export type HoldRefusal = 'no-such-place' | 'merged' | 'kept-elsewhere'

/**
 * A place that the actor keeps, held until the end of the transaction. `merged`: it has just been joined to another one,
 * whose id is in the details (`into`). `kept-elsewhere`: its home is another network, whose word is law. DIR-11, DIR-47,
 * DIR-87.
 */
export async function holdKeptPlace(
  tx: Database,
  { actor, reach, today, network }: Context,
  id: PlaceId,
): Promise<PlaceRow | Refusal<HoldRefusal>> {
  const held = await lockPlace(tx, network.id, id)
  if (!held || !(await keptAmong(tx, { actor, reach, today }, [id])).has(id)) return refuse('no-such-place')
  const elsewhere = held.origin_uri ?? held.moved_to_uri
  if (elsewhere) return refuse('kept-elsewhere', { uri: elsewhere })
  return held.merged_into ? refuse('merged', { into: held.merged_into }) : held
}
