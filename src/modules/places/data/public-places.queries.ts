import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { dayOf } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../domain/place.ts'

/** What the public sees of a place today, and since when the directory has it. */
export interface PublicPlace {
  id: PlaceId
  slug: string
  name: string
  services: readonly string[]
  isOnMap: boolean
  since: Day
}

/** The published places of the network that these ids name, duplicates included, in the order of the French alphabet. */
export async function publicPlaces(
  db: Database,
  network: NetworkId,
  ids: readonly PlaceId[],
): Promise<PublicPlace[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('places.place as p')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'p.id')
    .select(sql<PlaceId>`asked.id`.as('id'))
    .select(['p.slug', 'p.name', 'p.services', 'p.latitude', 'p.created_at'])
    .where('p.network_id', '=', network)
    .where('asked.id', 'in', [...ids])
    .where('p.status', '=', 'published')
    .orderBy(sql`p.name collate public.french`)
    .orderBy('asked.id')
    .execute()
  return rows.map(({ latitude, created_at, ...place }) => ({
    ...place,
    isOnMap: latitude !== null,
    since: dayOf(created_at),
  }))
}
