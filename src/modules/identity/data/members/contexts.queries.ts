import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId, Role } from '../../../../platform/session/actor.ts'
import type { MembershipId } from '../../domain/members/member.ts'
import { lastsOn } from './membership-terms.ts'

/** One quality in which a person may act. */
export interface Quality {
  id: MembershipId
  role: Role
  jobTitle: string
  fromDay: Day
  organisationName: string
  networkId: NetworkId
  networkName: string
}

/** Everything a person may act as today, in every network. */
export async function listQualities(db: Database, person: PersonId, today: Day): Promise<Quality[]> {
  const rows = await db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.network as n', 'n.id', 'm.network_id')
    .innerJoin('identity.current_organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.role', 'm.job_title', 'm.from_day', 'm.network_id'])
    .select(['n.name as networkName', 'o.name as organisationName'])
    .where('m.person_id', '=', person)
    .where(lastsOn(today))
    .orderBy('n.is_default', 'desc')
    .orderBy(sql`n.name collate public.french`)
    .orderBy('m.from_day')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    jobTitle: row.job_title,
    fromDay: row.from_day,
    organisationName: row.organisationName ?? '',
    networkId: row.network_id,
    networkName: row.networkName,
  }))
}

/** From the next request on, the session acts in that quality. */
export async function chooseQuality(
  tx: Database,
  session: Id<'session'>,
  membership: MembershipId,
): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({ membership_id: membership })
    .where('id', '=', session)
    .execute()
}

/** The address an account signs in with, once proved; null before. */
export async function verifiedEmail(db: Database, person: PersonId): Promise<string | null> {
  const row = await db
    .selectFrom('identity.person')
    .select('email')
    .where('id', '=', person)
    .where('email_verified', '=', true)
    .executeTakeFirst()
  return row?.email ?? null
}
