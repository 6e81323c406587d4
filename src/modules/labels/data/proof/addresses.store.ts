import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { findPlaces } from '../../../places/index.ts'
import type { AwardId } from '../awards/awards.store.ts'
import type { PublicAward } from './course.queries.ts'

/** The commune a label was granted in, or the last one its owner said it follows its place to. */
export interface AwardAddress {
  seq: number
  commune: string
}

/** By award; one whose address was never noted is absent. */
export async function addressesOf(
  db: Database,
  awards: readonly AwardId[],
): Promise<ReadonlyMap<AwardId, AwardAddress>> {
  if (awards.length === 0) return new Map()
  const rows = await db
    .selectFrom('labels.award_address')
    .distinctOn('award_id')
    .select(['award_id', 'seq', 'commune'])
    .where(sql<boolean>`award_id = any(${sql.val([...awards])}::uuid[])`)
    .orderBy('award_id')
    .orderBy('seq', 'desc')
    .execute()
  return new Map(rows.map(({ award_id, seq, commune }) => [award_id, { seq, commune }]))
}

/**
 * Where the place of an award stands now; nothing when it is said already, or for a local authority, which does not move.
 * Returns the commune newly noted.
 */
export async function noteAddress(
  tx: Database,
  { id, networkId, placeId }: Pick<PublicAward, 'id' | 'networkId'> & { placeId: Id<'place'> | null },
  { now, by }: { now: Instant; by: PersonId | null },
): Promise<string | null> {
  const [place] = placeId ? await findPlaces(tx, networkId, [placeId]) : []
  const known = (await addressesOf(tx, [id])).get(id)
  if (!place || place.commune === known?.commune) return null
  await tx
    .insertInto('labels.award_address')
    .values({
      award_id: id,
      seq: (known?.seq ?? 0) + 1,
      commune: place.commune,
      recorded_at: now,
      recorded_by: by,
    })
    .execute()
  return place.commune
}
