import type { Context } from '../../../../platform/context.ts'
import type { PlaceFields, PlaceId } from '../../domain/place.ts'
import { fieldsOf } from '../life/place.store.ts'
import { isKept } from '../life/place-links.store.ts'

/** What a place says, for whoever keeps it; null: it is out of their reach. DIR-11. */
export async function keptPlace(
  { db, actor, reach, network, today }: Context,
  id: PlaceId,
): Promise<{ id: PlaceId; fields: PlaceFields } | null> {
  const row = await db
    .selectFrom('places.place as p')
    .selectAll('p')
    .where('p.network_id', '=', network.id)
    .where('p.id', '=', id)
    .where(isKept(actor, reach, today))
    .executeTakeFirst()
  return row ? { id, fields: fieldsOf(row) } : null
}
