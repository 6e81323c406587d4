import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'

/** How another register or program calls an organisation: `{ source: 'grist', ref: 'ORG-12' }`. */
export interface ExternalRef {
  source: string
  ref: string
}

export function refsOf(db: Database, organisations: readonly OrganisationId[]): Promise<ExternalRef[]> {
  return db
    .selectFrom('identity.external_ref')
    .select(['source', 'ref'])
    .distinct()
    .where('organisation_id', 'in', organisations)
    .orderBy('source')
    .orderBy('ref')
    .execute()
}

/** Said twice, it is written once: false the second time. */
export async function addRef(
  tx: Database,
  organisation: OrganisationId,
  ref: ExternalRef,
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identity.external_ref')
    .values({ organisation_id: organisation, ...ref, added_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'source', 'ref']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function dropRef(
  tx: Database,
  organisations: readonly OrganisationId[],
  { source, ref }: ExternalRef,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('identity.external_ref')
    .where('organisation_id', 'in', organisations)
    .where('source', '=', source)
    .where('ref', '=', ref)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
