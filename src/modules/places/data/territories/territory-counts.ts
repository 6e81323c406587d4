import type { Database } from '../../../../platform/db/database.ts'
import { type Found, find, onGround, rowsFound } from '../search/found.ts'
import type { PlaceFilter } from '../search/places.filter.ts'
import { namedTerritories } from '../search/places.ground.ts'

export interface TerritoryCount {
  readonly slug: string
  readonly name: string
  readonly count: number
}

/** Beside each of the network's own territories, how many places would be listed if it were the one chosen. DIR-63. */
export async function countByTerritory(
  db: Database,
  filter: PlaceFilter,
): Promise<readonly TerritoryCount[]> {
  return territoryCountsOf(db, await find(db, filter))
}

export async function territoryCountsOf(db: Database, found: Found): Promise<readonly TerritoryCount[]> {
  const own = await namedTerritories(db, found.filter.network)
  const anywhere = rowsFound(found, 'ground')
  return own.map(({ slug, name, communes }) => {
    const inside = onGround(found.index, { communes, departments: [], postalCodes: [] })
    return { slug, name, count: inside.sharedWith(anywhere) }
  })
}
