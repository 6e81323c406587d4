import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { AcceptedCorrection } from '../../domain/imports/accepted-corrections.ts'

/** What somebody accepted of the proposals made on this source's rows: they hold for its next files. */
export async function acceptedCorrections(
  db: Database,
  network: NetworkId,
  source: string,
): Promise<AcceptedCorrection[]> {
  return db
    .selectFrom('places.accepted_correction')
    .select(['code', 'column_name as column', 'value'])
    .where('network_id', '=', network)
    .where('source', '=', source)
    .execute()
}

export async function acceptCorrection(
  tx: Database,
  network: NetworkId,
  { source, code, column, value, by }: AcceptedCorrection & { source: string; by: PersonId | null },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('places.accepted_correction')
    .values({
      network_id: network,
      source,
      code,
      column_name: column,
      value,
      accepted_at: now,
      accepted_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
