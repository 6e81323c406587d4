import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Who runs each of these places today, and who works there; a duplicate's links are those of the place it joined. */
export async function linksOfPlaces(db: Database, places: readonly PlaceId[], today: Day) {
  if (places.length === 0) return { organisations: [], people: [] }
  const ids = sql.val([...places])
  const organisations = await sql<{ placeId: PlaceId; organisationId: OrganisationId }>`
    select distinct c.current_id as "placeId", l.organisation_id as "organisationId"
    from places.organisation_place l join places.current_place c on c.id = l.place_id
    where c.current_id = any(${ids}::uuid[]) and l.role = 'operates'
      and l.from_day <= ${today} and (l.until_day is null or l.until_day > ${today})`.execute(db)
  const people = await sql<{ placeId: PlaceId; personId: PersonId }>`
    select distinct c.current_id as "placeId", l.person_id as "personId"
    from places.person_place l join places.current_place c on c.id = l.place_id
    where c.current_id = any(${ids}::uuid[])
      and l.from_day <= ${today} and (l.until_day is null or l.until_day > ${today})`.execute(db)
  return { organisations: organisations.rows, people: people.rows }
}
