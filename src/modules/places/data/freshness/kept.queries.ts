import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { PlaceId } from '../../domain/place.ts'
import { isKept } from '../life/place-links.store.ts'

/** A place one keeps, on the list where several are confirmed at once. */
export interface KeptPlace {
  id: PlaceId
  slug: string
  name: string
  commune: string
}

/** The published places that whoever asks keeps today, in the order of the French alphabet. DIR-11. */
export async function keptPlaces({
  db,
  actor,
  reach,
  today,
}: Pick<Context, 'db' | 'actor' | 'reach' | 'today'>): Promise<KeptPlace[]> {
  return db
    .selectFrom('places.place as p')
    .select(['p.id', 'p.slug', 'p.name', 'p.commune'])
    .where('p.status', '=', 'published')
    .where(isKept(actor, reach, today))
    .orderBy(sql`p.name collate public.french`)
    .orderBy('p.id')
    .execute()
}
