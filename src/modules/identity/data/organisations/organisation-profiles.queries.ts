import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'

/** What statistics say of an organisation: what it is called today, its kind, and where it stands. */
export interface OrganisationProfile {
  readonly name: string
  readonly kind: string
  readonly siret: string | null
  readonly inseeCode: string | null
  readonly postalCode: string
}

/** One statement, however many. A duplicate is described as the one it joined. */
export async function organisationProfiles(
  db: Database,
  ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, OrganisationProfile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity.organisation as o')
    .innerJoin('identity.organisation as kept', (join) =>
      join.on(sql<boolean>`kept.id = coalesce(o.merged_into, o.id)`),
    )
    .select(['o.id', 'kept.name', 'kept.kind', 'kept.siret', 'kept.insee_code', 'kept.postal_code'])
    .where('o.id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        kind: row.kind,
        siret: row.siret,
        inseeCode: row.insee_code,
        postalCode: row.postal_code,
      },
    ]),
  )
}
