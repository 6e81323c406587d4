import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../domain/place.ts'

/**
 * The places of the network that bear each of these names, whatever the accents and capitals: « Maison numérique », or
 * « Maison numérique, Honfleur » when several do. One statement, however many names.
 */
export async function placesNamed(
  db: Database,
  network: NetworkId,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly PlaceId[]>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ asked: string; id: PlaceId }>`
    with named as (
      select coalesce(p.merged_into, p.id) as id, public.folded(p.name) as key
      from places.place p where p.network_id = ${network}
      union
      select coalesce(p.merged_into, p.id), public.folded(p.name || ', ' || p.commune)
      from places.place p where p.network_id = ${network}
    )
    select asked.name as asked, n.id
    from unnest(${[...new Set(names)]}::text[]) as asked (name)
    join named n on n.key = public.folded(asked.name)
    order by n.id`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ asked }) => asked)].map(([asked, found]) => [asked, found.map(({ id }) => id)]),
  )
}
