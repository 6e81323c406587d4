import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { findPlaces } from '../../../places/index.ts'

/**
 * Who a badge was given to, by the address it is written under: the page of the place, or the proof of its last label. Null:
 * it bears, and bore, no label that is public here.
 */
export async function holderAt(
  db: Database,
  network: NetworkId,
  id: Id<'place'> | Id<'organisation'>,
): Promise<{ placeSlug: string | null; proofSlug: string } | null> {
  const last = await db
    .selectFrom('labels.label_course')
    .select(['slug', 'place_id'])
    .where('network_id', '=', network)
    .where((is) =>
      is.or([is('place_id', '=', id as Id<'place'>), is('organisation_id', '=', id as Id<'organisation'>)]),
    )
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last?.slug) return null
  const [place] = last.place_id ? await findPlaces(db, network, [last.place_id]) : []
  return { placeSlug: place?.slug ?? null, proofSlug: last.slug }
}
