import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Place, PlaceId } from '../../domain/place.ts'
import { placeOf } from '../places.queries.ts'

/** All that a sheet says, and the last day on which it was said to be true. */
export interface Sheet extends Place {
  readonly saidOn: Day | null
  readonly mergedInto: PlaceId | null
}

/** The sheets of these places, whatever their status, by id. */
export async function sheetsOf(
  db: Database,
  network: NetworkId,
  places: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, Sheet>> {
  if (places.length === 0) return new Map()
  const rows = await db
    .selectFrom('places.place as p')
    .where('p.network_id', '=', network)
    .where('p.id', 'in', [...new Set(places)])
    .selectAll('p')
    .select(
      sql<Day | null>`(select max(said.on_day) from places.confirmation said
        join places.place face on face.id = said.place_id
        where coalesce(face.merged_into, face.id) = p.id)`.as('said_on'),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, placeOf(row) as Sheet]))
}
