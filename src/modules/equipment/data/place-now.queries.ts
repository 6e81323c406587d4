import type { Database } from '../../../platform/db/database.ts'
import type { PlaceId } from '../domain/equipment.ts'

/** Which place an id names today, for every sheet of these places, merged ones included; any other names itself. DIR-47. */
export async function placesNow(
  db: Database,
  places: readonly PlaceId[],
): Promise<(place: PlaceId) => PlaceId> {
  if (places.length === 0) return (place) => place
  const rows = await db
    .selectFrom('places.current_place as asked')
    .innerJoin('places.current_place as sheet', 'sheet.current_id', 'asked.current_id')
    .where('asked.id', 'in', [...places])
    .select(['sheet.id', 'sheet.current_id as current'])
    .execute()
  const current = new Map(rows.map((row) => [row.id, row.current]))
  return (place) => current.get(place) ?? place
}
