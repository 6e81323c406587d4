import type { SelectQueryBuilder } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { find, rowsFound } from './found.ts'
import { oneOf, type PlaceFilter, type Places, published } from './places.filter.ts'

/** The places that pass a filter, as `p`: found by the index, for what only the database knows of them. */
export async function placesFound(
  db: Database,
  filter: PlaceFilter,
): Promise<SelectQueryBuilder<Places, 'p', object>> {
  const found = await find(db, filter)
  const all = published(db, filter.network)
  return found.conditions.size === 0 ? all : all.where(oneOf(found.index.idsOf(rowsFound(found))))
}
