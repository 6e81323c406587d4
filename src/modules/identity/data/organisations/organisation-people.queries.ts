import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'

export interface PersonThere {
  personId: PersonId
  name: string
}

/** Who acts today for one of these organisations: each person once, by name. */
export async function peopleOf(
  db: Database,
  organisations: readonly OrganisationId[],
  today: Day,
): Promise<PersonThere[]> {
  const rows = await db
    .selectFrom('identity.person as p')
    .select(['p.id', 'p.given_name', 'p.family_name'])
    .where((is) =>
      is.exists(
        is
          .selectFrom('identity.membership as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('m.organisation_id', 'in', organisations)
          .where('m.ended_at', 'is', null)
          .where('m.from_day', '<=', today)
          .where((of) => of.or([of('m.until_day', 'is', null), of('m.until_day', '>', today)])),
      ),
    )
    .orderBy(sql`p.family_name collate public.french`)
    .orderBy(sql`p.given_name collate public.french`)
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ personId: row.id, name: `${row.given_name} ${row.family_name}` }))
}
