import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** What became of a place that has, or had, a public page. */
export type FoundById =
  | { readonly kind: 'published'; readonly id: PlaceId; readonly version: number }
  | { readonly kind: 'merged'; readonly id: PlaceId; readonly into: PlaceId }
  /** Another network took it over: its address there. */
  | { readonly kind: 'taken-over'; readonly id: PlaceId; readonly uri: string }
  | {
      readonly kind: 'closed'
      readonly id: PlaceId
      readonly slug: string
      readonly closedOn: Day | null
      readonly successor: PlaceId | null
    }

/** By any id it ever had: that of a duplicate leads to the place it was joined to. DIR-2. */
export async function findById(db: Database, network: NetworkId, id: PlaceId): Promise<FoundById | null> {
  const row = await db
    .selectFrom('places.place')
    .select(['id', 'version', 'slug', 'status', 'merged_into', 'closed_on', 'successor_id', 'moved_to_uri'])
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  if (row.merged_into) return { kind: 'merged', id: row.id, into: row.merged_into }
  if (row.status === 'published') return { kind: 'published', id: row.id, version: row.version }
  if (row.status !== 'closed') return null
  if (row.moved_to_uri) return { kind: 'taken-over', id: row.id, uri: row.moved_to_uri }
  return { kind: 'closed', id: row.id, slug: row.slug, closedOn: row.closed_on, successor: row.successor_id }
}
