import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PlaceId } from '../../domain/place.ts'

/** When a place closed, and the published place where its public is received now: a successor joined to another is that one. */
export async function endOf(
  db: Database,
  place: PlaceId,
): Promise<{ closedOn: Day | null; successor: { slug: string; name: string } | null }> {
  const row = await db
    .selectFrom('places.place as p')
    .leftJoin('places.current_place as face', 'face.id', 'p.successor_id')
    .leftJoin('places.place as next', (join) =>
      join.onRef('next.id', '=', 'face.current_id').on('next.status', '=', 'published'),
    )
    .select(['p.closed_on', 'next.slug', 'next.name'])
    .where('p.id', '=', place)
    .executeTakeFirst()
  const isKnown = row?.slug && row.name
  return {
    closedOn: row?.closed_on ?? null,
    successor: isKnown ? { slug: row.slug ?? '', name: row.name ?? '' } : null,
  }
}
