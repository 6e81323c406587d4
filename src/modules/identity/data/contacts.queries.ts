import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../platform/session/actor.ts'

export interface Contact {
  name: string
  email: string
}

/** Whom to write to about a partner: its own managers, and the officers of the network's head. */
export async function contactsAbout(
  db: Database,
  network: NetworkId,
  partner: OrganisationId,
  today: Day,
): Promise<Contact[]> {
  const rows = await db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .select(['p.given_name', 'p.family_name', 'p.email'])
    .distinct()
    .where('m.network_id', '=', network)
    .where('m.ended_at', 'is', null)
    .where('m.from_day', '<=', today)
    .where((is) => is.or([is('m.until_day', 'is', null), is('m.until_day', '>', today)]))
    .where((is) =>
      is.or([
        is('m.role', '=', 'officer'),
        is.and([is('m.role', '=', 'partner'), is('m.organisation_id', '=', partner)]),
      ]),
    )
    .orderBy('p.email')
    .execute()
  return rows.map((row) => ({ name: `${row.given_name} ${row.family_name}`, email: row.email }))
}
