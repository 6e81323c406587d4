import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import { lastsOn } from './membership-terms.ts'

export interface Contact {
  name: string
  email: string
}

/** Whom to write to about a partner: its own managers, and the officers of the network's head; or one of the two. */
export async function contactsAbout(
  db: Database,
  network: NetworkId,
  partner: OrganisationId,
  today: Day,
  sides: readonly ('head' | 'partner')[] = ['head', 'partner'],
): Promise<Contact[]> {
  if (sides.length === 0) return []
  const rows = await db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .select(['p.given_name', 'p.family_name', 'p.email'])
    .distinct()
    .where('m.network_id', '=', network)
    .where(lastsOn(today))
    .where((is) =>
      is.or([
        ...(sides.includes('head') ? [is('m.role', '=', 'officer')] : []),
        ...(sides.includes('partner')
          ? [is.and([is('m.role', '=', 'partner'), isSameOrganisation(partner)])]
          : []),
      ]),
    )
    .orderBy('p.email')
    .execute()
  return rows.map((row) => ({ name: `${row.given_name} ${row.family_name}`, email: row.email }))
}

/** How many facilitators an organisation has today, and since when it has one; null when it has none. */
export async function facilitatorsOf(
  db: Database,
  network: NetworkId,
  organisation: OrganisationId,
  today: Day,
): Promise<{ count: number; since: Day } | null> {
  const { count, since } = await db
    .selectFrom('identity.membership as m')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('m.from_day').as('since')])
    .where('m.network_id', '=', network)
    .where('m.role', '=', 'facilitator')
    .where(lastsOn(today))
    .where(isSameOrganisation(organisation))
    .executeTakeFirstOrThrow()
  return since === null ? null : { count, since }
}

/** Members of a duplicate answer for the organisation it joined, and the other way round. */
function isSameOrganisation(partner: OrganisationId) {
  return sql<boolean>`exists (select from identity.current_organisation own
    join identity.current_organisation asked on asked.current_id = own.current_id
    where own.id = m.organisation_id and asked.id = ${partner})`
}
