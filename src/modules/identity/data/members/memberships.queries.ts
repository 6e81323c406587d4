import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, Role } from '../../../../platform/session/actor.ts'
import { lastsOn } from './membership-terms.ts'

export interface DemoAccount {
  id: Id<'membership'>
  name: string
  jobTitle: string
  role: Role
  organisationName: string
}

/** Everybody one may play in this network: for the sign-in page of a demonstration. */
export async function listMemberships(db: Database, network: NetworkId, today: Day): Promise<DemoAccount[]> {
  const rows = await db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .innerJoin('identity.organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'p.given_name', 'p.family_name', 'm.job_title', 'm.role', 'o.name as organisationName'])
    .where('m.network_id', '=', network)
    .where(lastsOn(today))
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: `${row.given_name} ${row.family_name}`,
    jobTitle: row.job_title,
    role: row.role as Role,
    organisationName: row.organisationName,
  }))
}

/** The membership, while it lasts. */
export function findMembership(db: Database, network: NetworkId, id: Id<'membership'>, today: Day) {
  return db
    .selectFrom('identity.membership as m')
    .select(['m.id', 'm.person_id', 'm.organisation_id'])
    .where('m.id', '=', id)
    .where('m.network_id', '=', network)
    .where(lastsOn(today))
    .executeTakeFirst()
}
