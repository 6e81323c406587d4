import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PlaceId } from '../../domain/place.ts'
import { placesFound } from './found-places.ts'
import type { PlaceFilter } from './places.filter.ts'

/** A place as a feed tells it, when its sheet last changed. */
export interface FedPlace {
  id: PlaceId
  slug: string
  name: string
  commune: string
  postalCode: string | null
  address: string
  summary: string | null
  changedAt: Instant
}

/** The places of a filter that changed last, the latest first. */
export async function fedPlaces(db: Database, filter: PlaceFilter, limit: number): Promise<FedPlace[]> {
  const places = await placesFound(db, filter)
  return places
    .innerJoin('places.place_change as told', 'told.place_id', 'p.id')
    .select((is) => [
      'p.id',
      'p.slug',
      'p.name',
      'p.commune',
      'p.postal_code as postalCode',
      'p.address',
      'p.summary',
      is.fn
        .coalesce(
          is
            .selectFrom('places.revision as r')
            .whereRef('r.place_id', '=', 'p.id')
            .select((of) => of.fn.max('r.at').as('at')),
          'p.created_at',
        )
        .$castTo<Instant>()
        .as('changedAt'),
    ])
    .orderBy('told.number', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .execute()
}
