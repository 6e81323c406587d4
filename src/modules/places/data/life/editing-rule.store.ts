import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'

/** Does the head of the network look at changes of what a place is before they are shown? No, until it says so. */
export async function checksSensitive(db: Database, network: NetworkId): Promise<boolean> {
  const row = await db
    .selectFrom('places.editing_rule')
    .select('checks_sensitive')
    .where('network_id', '=', network)
    .executeTakeFirst()
  return row?.checks_sensitive ?? false
}

export async function chooseEditingRule(
  tx: Database,
  network: NetworkId,
  { checks, at, by }: { checks: boolean; at: Instant; by: PersonId | null },
): Promise<void> {
  const chosen = { checks_sensitive: checks, changed_at: at, changed_by: by }
  await tx
    .insertInto('places.editing_rule')
    .values({ network_id: network, ...chosen })
    .onConflict((conflict) => conflict.column('network_id').doUpdateSet(chosen))
    .execute()
}
