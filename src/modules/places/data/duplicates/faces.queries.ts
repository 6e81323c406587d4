import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { departmentNumber } from '../../domain/departments.ts'
import { comparedOf } from '../../domain/duplicates/compared.ts'
import type { ComparedPlace } from '../../domain/duplicates/corpus.ts'
import type { PlaceId } from '../../domain/place.ts'
import { loadCommunes } from '../communes.ts'
import { placeOf } from '../places.queries.ts'

/** What is compared of a place, and which place it speaks for: a duplicate speaks for the one it was joined to. */
export interface Face {
  readonly place: PlaceId
  readonly department: string | null
  readonly source: string | null
  readonly compared: ComparedPlace
}

const COMPARED = [
  'name',
  'address',
  'postal_code',
  'commune',
  'insee_code',
  'latitude',
  'longitude',
  'phone',
  'emails',
  'pivot',
  'typologies',
  'itinerance',
  'source',
] as const

/** All that a network compares, in a fixed order; a closed place is told from another by its end. */
export async function facesOf(db: Database, network: NetworkId): Promise<Face[]> {
  const rows = await db
    .selectFrom('places.place as p')
    .innerJoin('places.place as now', (join) => join.on(sql<boolean>`now.id = coalesce(p.merged_into, p.id)`))
    .where('p.network_id', '=', network)
    .where('now.status', 'in', ['published', 'draft', 'hidden'])
    .select(COMPARED.map((column) => `p.${column}` as const))
    .select(sql<PlaceId>`now.id`.as('place'))
    .orderBy('p.id')
    .execute()
  const communes = loadCommunes()
  const present = (code: string) => communes.byCode(code)?.commune.code ?? code
  return rows.map(({ place, ...row }) => {
    const fields = placeOf(row)
    return {
      place,
      department: departmentNumber(fields),
      source: row.source,
      compared: comparedOf(fields, present),
    }
  })
}
