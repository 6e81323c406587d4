import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Speaker } from '../../domain/life/changes.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Who last said where a place is, and in which act; as it came, when nobody moved it since. Null: nobody knows. */
export async function lastPointTold(
  db: Database,
  place: PlaceId,
): Promise<{ saidBy: Speaker; act: string; at: Instant } | null> {
  const row = await db
    .selectFrom('places.revision')
    .select(['said_by', 'act', 'at'])
    .where('place_id', '=', place)
    .where(sql<boolean>`(version = 1 or changes ?| array['latitude', 'longitude'])`)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row ? { saidBy: row.said_by as Speaker, act: row.act, at: row.at } : null
}
