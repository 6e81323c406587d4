import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DB, IdentityOrganisation } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId, OrganisationId, Reach } from '../../../../platform/session/actor.ts'
import type { Organisation, OrganisationDetails } from '../../domain/organisations/organisation.ts'

/** The least that is known of an organisation, and whatever else is. */
export type OrganisationFields = Pick<OrganisationDetails, 'name' | 'kind' | 'siret' | 'commune'> &
  Partial<OrganisationDetails>

/** The organisation of that SIRET, or of that very name, in the network; of a duplicate, the one it joined. */
export async function findOrganisation(
  db: Database,
  network: NetworkId,
  { name, siret }: Pick<OrganisationFields, 'name' | 'siret'>,
): Promise<OrganisationId | null> {
  const row = await db
    .selectFrom('identity.organisation')
    .select(['id', 'merged_into'])
    .where('network_id', '=', network)
    .where((is) => (siret ? is('siret', '=', siret) : is('name', '=', name)))
    .orderBy(sql`merged_into is not null`)
    .orderBy('id')
    .executeTakeFirst()
  return row ? (row.merged_into ?? row.id) : null
}

/** The organisations that bear one of these SIRETs or these very names, each under the id it has today: one statement. */
export async function organisationsCalled(
  db: Database,
  network: NetworkId,
  { sirets, names }: { sirets: readonly string[]; names: readonly string[] },
): Promise<{ id: OrganisationId; siret: string | null; name: string }[]> {
  if (sirets.length + names.length === 0) return []
  const rows = await db
    .selectFrom('identity.organisation')
    .select(['id', 'merged_into', 'siret', 'name'])
    .where('network_id', '=', network)
    .where(sql<boolean>`(siret = any(${sirets}::text[]) or name = any(${names}::text[]))`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.merged_into ?? row.id, siret: row.siret, name: row.name }))
}

/** Refused by the database when one of its numbers is another's: `one_organisation_per_siret`… */
export async function addOrganisation(
  db: Database,
  network: NetworkId,
  fields: OrganisationFields,
  now: Instant,
): Promise<OrganisationId> {
  const id: OrganisationId = newId()
  await db
    .insertInto('identity.organisation')
    .values({ id, network_id: network, ...columnsOf(fields), created_at: now, updated_at: now })
    .execute()
  return id
}

/** How organisations are called today: a duplicate bears the name of the one it joined. */
export async function organisationNames(
  db: Database,
  ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity.organisation as o')
    .innerJoin('identity.organisation as kept', (join) =>
      join.on(sql<boolean>`kept.id = coalesce(o.merged_into, o.id)`),
    )
    .select(['o.id', 'kept.name'])
    .where('o.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Null when it does not exist within this reach. A duplicate is found as it is: see `mergedInto`. */
export async function organisationWithin(
  db: Database,
  reach: Reach,
  id: OrganisationId,
): Promise<Organisation | null> {
  const row = await withinReach(db.selectFrom('identity.organisation').selectAll(), reach)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? organisationOf(row) : null
}

/** The organisation and its duplicates: what is recorded on any of them is the one's. */
export async function sameAs(db: Database, id: OrganisationId): Promise<OrganisationId[]> {
  const rows = await db
    .selectFrom('identity.organisation')
    .select('id')
    .where((is) =>
      is.or([
        is('id', '=', id),
        is('merged_into', '=', id),
        is('id', '=', sql<OrganisationId>`(select merged_into from identity.organisation where id = ${id})`),
        is(
          'merged_into',
          '=',
          sql<OrganisationId>`(select merged_into from identity.organisation where id = ${id})`,
        ),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Held until the transaction ends, always in the order of their ids: two merges wait for each other, and never both. */
export async function lockOrganisations(
  tx: Database,
  reach: Reach,
  ids: readonly OrganisationId[],
): Promise<Organisation[]> {
  const rows = await withinReach(tx.selectFrom('identity.organisation').selectAll(), reach)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(organisationOf)
}

export async function saveOrganisation(
  tx: Database,
  id: OrganisationId,
  change: Partial<OrganisationDetails>,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('identity.organisation')
    .set({ ...columnsOf(change), updated_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** `into` null: separates again. The trigger `merge_goes_one_step` refuses chains. */
export async function saveMerge(
  tx: Database,
  id: OrganisationId,
  into: OrganisationId | null,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('identity.organisation')
    .set({
      merged_into: into,
      merged_at: into ? now : null,
      updated_at: now,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** A partner reaches its organisation and its duplicates; the head reaches all of its network. */
export function withinReach<O>(
  query: SelectQueryBuilder<DB, 'identity.organisation', O>,
  reach: Reach,
): SelectQueryBuilder<DB, 'identity.organisation', O> {
  if (reach.kind === 'nobody') return query.where((is) => is.lit(false))
  const inNetwork = query.where('identity.organisation.network_id', '=', reach.network)
  if (reach.kind === 'all') return inNetwork
  return inNetwork.where((is) =>
    reach.organisations.length === 0
      ? is.lit(false)
      : is('identity.organisation.id', 'in', reach.organisations),
  )
}

export function organisationOf(row: Selectable<IdentityOrganisation>): Organisation {
  const { id, name, acronym, kind, siret, rna, ridet, address, commune, email, phone, website, version } = row
  return {
    ...{ id, name, acronym, kind, siret, rna, ridet, address, commune, email, phone, website, version },
    postalCode: row.postal_code,
    networkId: row.network_id,
    mergedInto: row.merged_into,
    mergedAt: row.merged_at,
  }
}

function columnsOf<Fields extends Partial<OrganisationDetails>>({ postalCode, ...columns }: Fields) {
  return { ...columns, ...(postalCode !== undefined && { postal_code: postalCode }) }
}
