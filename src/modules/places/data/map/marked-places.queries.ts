import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceWithHours } from '../../domain/hours/place-hours.ts'
import type { PlaceId } from '../../domain/place.ts'

/** All that a mark of the map says of a place. */
export interface MarkedPlace extends PlaceWithHours {
  id: PlaceId
  slug: string
  name: string
}

/** The published places of the network that these ids name, in no order. */
export async function markedPlaces(
  db: Database,
  network: NetworkId,
  ids: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, MarkedPlace>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('places.place as p')
    .where(sql<boolean>`p.id = any(${sql.val([...ids])}::uuid[])`)
    .where('p.network_id', '=', network)
    .where('p.status', '=', 'published')
    .select(['p.id', 'p.slug', 'p.name', 'p.insee_code as inseeCode', 'p.postal_code as postalCode'])
    .select('p.opening_hours as openingHours')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
