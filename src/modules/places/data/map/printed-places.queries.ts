import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Place, PlaceId } from '../../domain/place.ts'
import { placeOf } from '../places.queries.ts'

/** The published places of these ids with all that a sheet of paper says of them, in the order of the ids. */
export async function printedPlaces(
  db: Database,
  network: NetworkId,
  ids: readonly PlaceId[],
): Promise<Place[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('places.place as p')
    .selectAll()
    .where('p.network_id', '=', network)
    .where('p.status', '=', 'published')
    .where('p.id', 'in', [...ids])
    .execute()
  const known = new Map(rows.map((row) => [row.id, placeOf(row)]))
  return ids.flatMap((id) => known.get(id) ?? [])
}
