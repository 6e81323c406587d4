import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { OrganisationId } from '../../../platform/session/actor.ts'
import type { PlaceId } from '../domain/agreement.ts'

interface Carrier {
  placeId: PlaceId
  partner: OrganisationId
  /** The partner's own referents of that day, by their addresses. */
  referents: readonly string[]
}

/** The partners of the agreements that list these places today, with their referents. A duplicate is the place it joined. */
export async function carriersOfPlaces(
  db: Database,
  places: readonly PlaceId[],
  today: Day,
): Promise<Carrier[]> {
  const { rows } = await sql<Carrier>`
    select distinct current.current_id as "placeId", a.partner_id as partner,
      coalesce((select array_agg(distinct lower(o.email)) from agreements.office o
        where o.agreement_id = a.id and o.office = 'referent' and o.party <> a.terms -> 'parties' ->> 0
          and o.from_day <= ${today} and (o.until_day is null or o.until_day > ${today})), '{}') as referents
    from agreements.place_cover c
    join places.current_place current on current.id = c.place_id
    join agreements.agreement a on a.id = c.agreement_id
    where current.current_id = any(${sql.val([...places])}::uuid[])
      and c.from_day <= ${today} and (c.until_day is null or c.until_day > ${today})`.execute(db)
  return rows
}
