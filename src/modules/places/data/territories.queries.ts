import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import { type Address, departmentNumber } from '../domain/departments.ts'
import type { PlaceId } from '../domain/place.ts'
import { findTowns } from '../domain/search/search-towns.ts'
import { fold } from '../domain/search/search-words.ts'
import { epciList, gazetteer } from './search/places.gazetteer.ts'

/** The number of a département, and the SIREN of an EPCI; null: the address does not say. */
export interface PlaceTerritory {
  readonly department: string | null
  readonly epci: string | null
}

/** One statement, however many places. */
export async function territoriesOfPlaces(
  db: Database,
  ids: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, PlaceTerritory>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('places.place as p')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'p.id')
    .select(['p.insee_code', 'p.postal_code', 'p.commune'])
    .select(sql<PlaceId>`asked.id`.as('id'))
    .where('asked.id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => {
      const address = { inseeCode: row.insee_code, postalCode: row.postal_code }
      return [row.id, { department: departmentNumber(address), epci: epciOf(address, row.commune) }] as const
    }),
  )
}

/** Where only a name and a postal code are known, the one commune that bears both says the EPCI. */
export function epciOf({ inseeCode, postalCode }: Address, commune: string): string | null {
  const code = inseeCode ?? townCode(commune, postalCode)
  return (code && epciList().byCommune.get(code)?.code) || null
}

function townCode(commune: string, postalCode: string | null): string | null {
  if (commune === '' || postalCode === null) return null
  const towns = findTowns(gazetteer(), fold(commune)).filter((town) => town.postalCodes.includes(postalCode))
  return towns.length === 1 ? (towns[0]?.code ?? null) : null
}

/** « CC du Pays de Honfleur-Beuzeville »; the code itself when it is nobody's. */
export function epciName(code: string): string {
  return epciList().all.find((one) => one.code === code)?.name ?? code
}
