import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationProfiles } from '../../../identity/index.ts'
import {
  departmentNumber,
  epciOf,
  type PlaceId,
  type PublicPlace,
  publicPlaces,
} from '../../../places/index.ts'
import type { ListedOrganisation } from '../../domain/offer.ts'

/** The organisations that offer something, in the order of the French alphabet; none while the directory is closed. */
export async function listedOrganisations(db: Database, network: NetworkId): Promise<ListedOrganisation[]> {
  const rows = await db
    .selectFrom('facilitators.listed_organisation as o')
    .innerJoin('facilitators.organisation_directory as d', (join) =>
      join.onRef('d.network_id', '=', 'o.network_id').on('d.is_open', '=', true),
    )
    .select([
      'o.organisation_id',
      'o.name',
      'o.kind',
      'o.commune',
      'o.presentation',
      'o.competences',
      'o.serves',
    ])
    .where('o.network_id', '=', network)
    .orderBy(sql`o.name collate public.french`)
    .orderBy('o.organisation_id')
    .execute()
  const ids = rows.flatMap(({ organisation_id }) =>
    organisation_id ? [organisation_id as OrganisationId] : [],
  )
  const profiles = await organisationProfiles(db, ids)
  return rows.map((row) => {
    const id = row.organisation_id as OrganisationId
    const address = {
      inseeCode: profiles.get(id)?.inseeCode ?? null,
      postalCode: profiles.get(id)?.postalCode || null,
    }
    return {
      id,
      name: row.name ?? '',
      kind: row.kind ?? '',
      commune: row.commune ?? '',
      presentation: row.presentation ?? '',
      competences: row.competences ?? [],
      serves: row.serves ?? [],
      department: departmentNumber(address),
      epci: epciOf(address, row.commune ?? ''),
    }
  })
}

/** The published places that an organisation, or one of its duplicates, runs today. */
export async function placesRunBy(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  organisation: OrganisationId,
): Promise<PublicPlace[]> {
  const { rows } = await sql<{ place_id: PlaceId }>`
    select distinct link.place_id from places.organisation_place link
    join identity.current_organisation o on o.id = link.organisation_id
    where o.current_id = ${organisation} and link.role = 'operates'
      and link.from_day <= ${today} and (link.until_day is null or link.until_day > ${today})`.execute(db)
  return publicPlaces(
    db,
    network.id,
    rows.map((row) => row.place_id),
  )
}

/** How many organisations wish to be shown, whether the directory is or not. */
export async function countListed(db: Database, network: NetworkId): Promise<number> {
  const { count } = await db
    .selectFrom('facilitators.listed_organisation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('network_id', '=', network)
    .executeTakeFirstOrThrow()
  return Number(count)
}
