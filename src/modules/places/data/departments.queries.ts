import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import { departmentNumber } from '../domain/departments.ts'
import type { PlaceId } from '../domain/place.ts'
import { gazetteer } from './search/places.gazetteer.ts'

/** The département of each place whose address says it: one statement, however many. */
export async function departmentsOfPlaces(
  db: Database,
  ids: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('places.place as p')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'p.id')
    .select(['p.insee_code', 'p.postal_code'])
    .select(sql<PlaceId>`asked.id`.as('id'))
    .where('asked.id', 'in', ids)
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const number = departmentNumber({ inseeCode: row.insee_code, postalCode: row.postal_code })
      return number === null ? [] : [[row.id, number] as const]
    }),
  )
}

/** « Manche » for `50`; the number itself when it is nobody's. */
export function departmentName(number: string): string {
  for (const { code, name } of gazetteer().departments.values()) if (code === number) return name
  return number
}
