import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'

/** Whether the network follows the orientations whose bearer agrees: no, until it says so. DIR-76. */
export async function followsOrientations(db: Database, network: NetworkId): Promise<boolean> {
  const row = await db
    .selectFrom('places.orientation_rule')
    .select('follows')
    .where('network_id', '=', network)
    .executeTakeFirst()
  return row?.follows ?? false
}

export async function saveOrientationRule(
  tx: Database,
  network: NetworkId,
  { follows, at, by }: { follows: boolean; at: Instant; by: PersonId | null },
): Promise<void> {
  const row = { follows, changed_at: at, changed_by: by }
  await tx
    .insertInto('places.orientation_rule')
    .values({ ...row, network_id: network })
    .onConflict((conflict) => conflict.column('network_id').doUpdateSet(row))
    .execute()
}
