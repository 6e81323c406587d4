import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId, Role } from '../../../../platform/session/actor.ts'
import { lastsOn } from './membership-terms.ts'

/** Who answers for people's data in a network, as the public page tells it. Empty texts when nobody said. */
export async function privacyContact(db: Database, network: NetworkId) {
  const row = await db
    .selectFrom('identity.network')
    .select(['dpo_name as name', 'dpo_email as email', 'contact_email as fallback'])
    .where('id', '=', network)
    .executeTakeFirst()
  return row ?? { name: '', email: '', fallback: '' }
}

/** E-mails of those who hold one of these roles today. */
export async function emailsOf(
  db: Database,
  network: NetworkId,
  roles: readonly Role[],
  today: Day,
): Promise<string[]> {
  const rows = await db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .select('p.email')
    .distinct()
    .where('m.network_id', '=', network)
    .where('m.role', 'in', roles)
    .where('m.ended_at', 'is', null)
    .where('p.anonymised_at', 'is', null)
    .where('m.from_day', '<=', today)
    .where((is) => is.or([is('m.until_day', 'is', null), is('m.until_day', '>', today)]))
    .orderBy('p.email')
    .execute()
  return rows.map(({ email }) => email)
}

/** The account of that e-mail, if it ever belonged to the network: others are none of its business. */
export async function accountWithin(
  db: Database,
  network: NetworkId,
  email: string,
): Promise<PersonId | null> {
  const row = await ofNetwork(db, network).where('p.email', '=', email).executeTakeFirst()
  return row?.id ?? null
}

/** The person, if they ever belonged to the network. */
export async function personWithin(db: Database, network: NetworkId, id: PersonId) {
  return (await ofNetwork(db, network).where('p.id', '=', id).executeTakeFirst()) ?? null
}

function ofNetwork(db: Database, network: NetworkId) {
  return db
    .selectFrom('identity.person as p')
    .select(['p.id', 'p.name', 'p.email', 'p.anonymised_at as anonymisedAt'])
    .where((is) =>
      is.exists(
        is
          .selectFrom('identity.membership as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('m.network_id', '=', network),
      ),
    )
}

export async function findPerson(db: Database, id: PersonId) {
  const row = await db
    .selectFrom('identity.person')
    .select(['id', 'name', 'email', 'phone'])
    .where('id', '=', id)
    .where('anonymised_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** The networks where the person acts today, whatever the quality, with what a directory could show of them. */
export function standingsOf(db: Database, id: PersonId, today: Day) {
  return db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.network as n', 'n.id', 'm.network_id')
    .innerJoin('identity.current_organisation as o', 'o.id', 'm.organisation_id')
    .select(['n.id as networkId', 'n.name as networkName', 'n.slug', 'n.is_default as isDefault'])
    .select(['m.job_title as jobTitle', 'o.name as organisationName', 'm.role'])
    .where('m.person_id', '=', id)
    .where('m.ended_at', 'is', null)
    .where('m.from_day', '<=', today)
    .where((is) => is.or([is('m.until_day', 'is', null), is('m.until_day', '>', today)]))
    .orderBy('m.from_day')
    .orderBy('m.id')
    .execute()
}

/** Held until the transaction ends: two acts about one account take their turn. */
export async function lockAccount(tx: Database, id: PersonId): Promise<void> {
  await tx.selectFrom('identity.person').select('id').where('id', '=', id).forUpdate().execute()
}

/** The other networks where the person acts today, and whom to write to there (empty when nobody said). */
export function otherNetworksOf(db: Database, id: PersonId, network: NetworkId, today: Day) {
  return db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.network as n', 'n.id', 'm.network_id')
    .select(['n.id', 'n.name', 'n.contact_email as contact'])
    .distinct()
    .where('m.person_id', '=', id)
    .where('m.network_id', '<>', network)
    .where(lastsOn(today))
    .orderBy('n.id')
    .execute()
}
