import type { Day } from '../../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Where a place of another network lives, and since when that network has been silent to us. */
export interface PlaceOrigin {
  uri: string
  homeName: string
  licence: string
  /** The last day the network that told us of it answered; null: never since. */
  answeredOn: Day | null
}

/** Of the place and of the duplicates joined to it: none, when it is only ours. DIR-87, DIR-89. */
export async function originsOf(db: Database, place: PlaceId): Promise<PlaceOrigin[]> {
  const rows = await db
    .selectFrom('federation.origin as origin')
    .innerJoin('places.current_place as current', 'current.id', 'origin.place_id')
    .where('current.current_id', '=', place)
    .select([
      'origin.uri',
      'origin.home_name as homeName',
      'origin.licence',
      'origin.answered_at as answeredAt',
    ])
    .orderBy('origin.uri')
    .execute()
  return rows.map(({ uri, homeName, licence, answeredAt }) => ({
    ...{ uri: uri ?? '', homeName: homeName ?? '', licence: licence ?? '' },
    answeredOn: answeredAt ? dayOf(answeredAt as Instant) : null,
  }))
}

/** Its address in the network that took it over, to which its own leads for ever; null: none did. DIR-89. */
export async function takenOverAt(db: Database, place: PlaceId): Promise<string | null> {
  const row = await db
    .selectFrom('places.place')
    .select('moved_to_uri as uri')
    .where('id', '=', place)
    .executeTakeFirst()
  return row?.uri ?? null
}
