import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Speaker } from '../../domain/life/changes.ts'
import type { PlaceId } from '../../domain/place.ts'

/** One day of the story of a sheet: which facts changed, and in which quality somebody said so. Never who. */
export interface PublicChange {
  at: Instant
  saidBy: Speaker
  act: string
  /** Names of columns, in their alphabet. */
  columns: readonly string[]
}

/** What the public never reads on the page is no part of its story. */
const KEPT_BACK = [
  'hidden_because',
  'pivot',
  'source',
  'emails',
  'updated_on',
  'merged_into',
  'merged_at',
  'point_precision',
]

/** The last changes of what the public reads, the latest first. */
export async function publicHistory(db: Database, place: PlaceId, limit: number): Promise<PublicChange[]> {
  const { rows } = await sql<PublicChange>`
    select r.at, r.said_by as "saidBy", r.act, r.columns
    from (
      select at, said_by, act, version,
        array(select key from jsonb_object_keys(changes) as key where key <> all(${sql.val(KEPT_BACK)}::text[]) order by key) as columns
      from places.revision where place_id = ${place}
    ) r
    where cardinality(r.columns) > 0
    order by r.version desc
    limit ${limit}`.execute(db)
  return rows
}
