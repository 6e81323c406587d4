import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Speaker } from '../../domain/life/changes.ts'
import type { PlaceId } from '../../domain/place.ts'

/**
 * The place was put right on that day, by somebody. A word of the owner's is not lost to another of that day: it is what
 * fulfils the duty of the semester. DIR-57.
 */
export async function noteUpdate(
  tx: Database,
  place: PlaceId,
  { on, at, by, saidBy }: { on: Day; at: Instant; by: PersonId | null; saidBy: Speaker },
): Promise<void> {
  await sql`
    insert into places.confirmation (place_id, on_day, kind, recorded_at, recorded_by, said_by)
    values (${place}, ${on}, 'updated', ${at}, ${by}, ${saidBy})
    on conflict (place_id, on_day, kind) do update
      set recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, said_by = excluded.said_by
      where places.confirmation.said_by <> 'owner'`.execute(tx)
}
