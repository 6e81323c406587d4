import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** A day on which the place, or its organisation, said that its sheet was true. A file and staff say it for nobody. DIR-57. */
export interface Confirmation {
  placeId: PlaceId
  on: Day
  /** `unchanged`: they said that nothing had changed; `updated`: they changed the sheet that day. */
  kind: 'updated' | 'unchanged'
  by: PersonId | null
  recordedAt: Instant | null
}

interface Word {
  on: Day
  at: Instant
  by: PersonId | null
  saidBy: 'owner' | 'staff'
}

/** « Rien n’a changé ». Twice on one day is once; the word of the place counts more than that of staff. */
export async function addConfirmation(
  tx: Database,
  place: PlaceId,
  { on, at, by, saidBy }: Word,
): Promise<void> {
  await sql`insert into places.confirmation (place_id, on_day, kind, recorded_at, recorded_by, said_by)
    values (${place}, ${on}, 'unchanged', ${at}, ${by}, ${saidBy})
    on conflict (place_id, on_day, kind) do update
      set said_by = excluded.said_by, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
      where places.confirmation.said_by <> 'owner' and excluded.said_by = 'owner'`.execute(tx)
}

/** The last day, up to that one, that what is said of a place bears, whoever said it; null: none is known. */
export async function lastSheetDay(db: Database, place: PlaceId, until: Day): Promise<Day | null> {
  const row = await db
    .selectFrom('places.confirmation as c')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'c.place_id')
    .select((is) => is.fn.max('c.on_day').as('day'))
    .where('asked.id', '=', place)
    .where('c.on_day', '<=', until)
    .executeTakeFirst()
  return row?.day ?? null
}

/** The last day, up to that one, on which the place spoke; null: it never has. LAB-32. */
export async function lastConfirmation(db: Database, place: PlaceId, until: Day): Promise<Day | null> {
  return (await lastWords(db, [place], until)).get(place) ?? null
}

/** The same for several; a place that never spoke is not there. */
export async function lastWords(
  db: Database,
  places: readonly PlaceId[],
  until: Day,
): Promise<ReadonlyMap<PlaceId, Day>> {
  if (places.length === 0) return new Map()
  const rows = await db
    .selectFrom('places.own_word as w')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'w.place_id')
    .select((is) => ['asked.id as place_id', is.fn.max('w.on_day').as('day')])
    .where('asked.id', 'in', [...places])
    .where('w.on_day', '<=', until)
    .groupBy('asked.id')
    .execute()
  return new Map(rows.flatMap(({ place_id, day }) => (place_id && day ? [[place_id, day] as const] : [])))
}

/** From the first day to the last, both inclusive, of places already found within reach; a duplicate says what its place says. */
export async function confirmationsOf(
  db: Database,
  places: readonly PlaceId[],
  { from, until }: { from: Day; until: Day },
): Promise<Confirmation[]> {
  if (places.length === 0) return []
  const rows = await db
    .selectFrom('places.own_word as w')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'w.place_id')
    .select(['asked.id as place_id', 'w.on_day', 'w.kind', 'w.recorded_by', 'w.recorded_at'])
    .where('asked.id', 'in', [...places])
    .where('w.on_day', '>=', from)
    .where('w.on_day', '<=', until)
    .orderBy('w.on_day')
    .orderBy('asked.id')
    .orderBy('w.kind')
    .execute()
  return rows.map((row) => ({
    placeId: row.place_id as PlaceId,
    on: row.on_day as Day,
    kind: row.kind === 'unchanged' ? 'unchanged' : 'updated',
    by: row.recorded_by as PersonId | null,
    recordedAt: row.recorded_at,
  }))
}

/**
 * Takes the one click that a mail offers per place and semester (`one_click_per_semester`): of two at once, one passes.
 */
export async function takeClick(
  tx: Database,
  { place, semester, by, at }: { place: PlaceId; semester: Day; by: PersonId; at: Instant },
): Promise<void> {
  await tx
    .insertInto('places.one_click')
    .values({ place_id: place, semester, person_id: by, used_at: at })
    .execute()
}

/** Was the one click of that semester used? */
export async function wasClicked(db: Database, place: PlaceId, semester: Day): Promise<boolean> {
  const row = await db
    .selectFrom('places.one_click')
    .select('place_id')
    .where('place_id', '=', place)
    .where('semester', '=', semester)
    .executeTakeFirst()
  return row !== undefined
}
