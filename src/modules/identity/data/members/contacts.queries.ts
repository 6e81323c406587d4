import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Role } from '../../../../platform/session/actor.ts'
import { lastsOn } from './membership-terms.ts'

export interface Contact {
  name: string
  email: string
}

/** Whom to write to about a partner: its own managers, and the officers of the network's head; or one of the two. No partner: the head alone. */
export async function contactsAbout(
  db: Database,
  network: NetworkId,
  partner: OrganisationId | null,
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
        ...(partner && sides.includes('partner')
          ? [is.and([is('m.role', '=', 'partner'), isSameOrganisation(partner)])]
          : []),
      ]),
    )
    .orderBy('p.email')
    .execute()
  return rows.map((row) => ({ name: `${row.given_name} ${row.family_name}`, email: row.email }))
}

export interface Acting {
  personId: PersonId
  email: string
  role: Role
  /** Among those asked for; null for who was asked for by name. */
  organisationId: OrganisationId | null
}

/** Who acts today for one of these organisations, and who of these people still acts at all: one statement. */
export async function actingOn(
  db: Database,
  network: NetworkId,
  { organisations, people }: { organisations: readonly OrganisationId[]; people: readonly PersonId[] },
  today: Day,
): Promise<Acting[]> {
  const { rows } = await sql<{
    person_id: PersonId
    email: string
    role: Role
    organisation_id: OrganisationId | null
  }>`
    select m.person_id, p.email, m.role, asked.id as organisation_id
    from identity.membership m
    join identity.person p on p.id = m.person_id and p.anonymised_at is null
    join identity.current_organisation own on own.id = m.organisation_id
    left join identity.current_organisation asked on asked.current_id = own.current_id
      and asked.id = any(${organisations}::uuid[])
    where m.network_id = ${network} and ${lastsOn(today)}
      and (asked.id is not null or m.person_id = any(${people}::uuid[]))
    order by p.email`.execute(db)
  return rows.map((row) => ({
    personId: row.person_id,
    email: row.email,
    role: row.role,
    organisationId: row.organisation_id,
  }))
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
