import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../domain/place.ts'

/** A day on which what is said of a place was true. */
export interface Confirmation {
  placeId: PlaceId
  on: Day
  /** `unchanged`: somebody said that nothing had changed; `updated`: the information bears that day. */
  kind: 'updated' | 'unchanged'
  /** Null for what a file said. */
  by: PersonId | null
  recordedAt: Instant | null
}

/** Twice on one day is once. */
export async function addConfirmation(
  tx: Database,
  placeId: PlaceId,
  { on, at, by }: { on: Day; at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('places.confirmation')
    .values({ place_id: placeId, on_day: on, kind: 'unchanged', recorded_at: at, recorded_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The last day, up to that one, on which somebody said that nothing had changed; null: nobody has. LAB-32. */
export async function lastConfirmation(db: Database, place: PlaceId, until: Day): Promise<Day | null> {
  const row = await db
    .selectFrom('places.confirmation')
    .select((is) => is.fn.max('on_day').as('day'))
    .where('place_id', '=', place)
    .where('kind', '=', 'unchanged')
    .where('on_day', '<=', until)
    .executeTakeFirst()
  return row?.day ?? null
}

/** From the first day to the last, both inclusive, of places already found within reach. */
export async function confirmationsOf(
  db: Database,
  places: readonly PlaceId[],
  { from, until }: { from: Day; until: Day },
): Promise<Confirmation[]> {
  if (places.length === 0) return []
  const rows = await db
    .selectFrom('places.confirmation')
    .selectAll()
    .where('place_id', 'in', [...places])
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .orderBy('on_day')
    .orderBy('place_id')
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({
    placeId: row.place_id,
    on: row.on_day,
    kind: row.kind === 'unchanged' ? 'unchanged' : 'updated',
    by: row.recorded_by as PersonId | null,
    recordedAt: row.recorded_at,
  }))
}
