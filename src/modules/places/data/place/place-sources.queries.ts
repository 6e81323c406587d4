import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Who told of a place, and under which licence what they say may be used. */
export interface PlaceSource {
  name: string
  /** Empty: nobody said. */
  licence: string
  pageUrl: string | null
}

/** The sources whose files name the place, in the order of their names. DIR-72. */
export async function sourcesOf(db: Database, network: NetworkId, place: PlaceId): Promise<PlaceSource[]> {
  const rows = await db
    .selectFrom('places.external_ref as named')
    .leftJoin('places.source as source', (join) =>
      join.onRef('source.name', '=', 'named.source').onRef('source.network_id', '=', 'named.network_id'),
    )
    .where('named.network_id', '=', network)
    .where('named.place_id', '=', place)
    .select(['named.source as name', 'source.licence', 'source.page_url as pageUrl'])
    .groupBy(['named.source', 'source.licence', 'source.page_url'])
    .orderBy(sql`named.source collate public.french`)
    .execute()
  return rows.map(({ licence, ...source }) => ({ ...source, licence: licence ?? '' }))
}
