import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../platform/session/actor.ts'

export interface OrganisationFields {
  name: string
  kind: string
  siret: string | null
  commune: string
}

/** The organisation of that SIRET, or of that very name, in the network. */
export async function findOrganisation(
  db: Database,
  network: NetworkId,
  { name, siret }: Pick<OrganisationFields, 'name' | 'siret'>,
): Promise<OrganisationId | null> {
  const row = await db
    .selectFrom('identity.organisation')
    .select('id')
    .where('network_id', '=', network)
    .where((is) => (siret ? is('siret', '=', siret) : is('name', '=', name)))
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function addOrganisation(
  db: Database,
  network: NetworkId,
  fields: OrganisationFields,
  now: Instant,
): Promise<OrganisationId> {
  const id: Id<'organisation'> = newId()
  await db
    .insertInto('identity.organisation')
    .values({ id, network_id: network, ...fields, created_at: now })
    .execute()
  return id
}

export async function organisationNames(
  db: Database,
  ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity.organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
