import type { Insertable } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PlacesPlace } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceFields, PlaceId } from '../../domain/place.ts'
import { toColumns } from '../place-columns.ts'

/** A draft: its page is nobody's before it is published. */
export async function addPlaceRow(
  tx: Database,
  network: NetworkId,
  { id, slug, fields, now }: { id: PlaceId; slug: string; fields: PlaceFields; now: Instant },
): Promise<void> {
  const row = { ...toColumns(fields), id, network_id: network, slug, status: 'draft', created_at: now }
  await tx
    .insertInto('places.place')
    .values(row as Insertable<PlacesPlace>)
    .execute()
}
