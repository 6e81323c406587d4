import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** A place without a label that gives no news. */
export interface SilentPlace {
  id: PlaceId
  name: string
  /** Its last word, or the day it was listed. */
  since: Day
  /** The days of the notices sent so far. */
  notices: readonly Day[]
}

/** Silent for so many months, and published. One that bears a label, even suspended, is never there. DIR-60. */
export async function silentPlaces(
  db: Database,
  network: NetworkId,
  afterMonths: number,
  today: Day,
): Promise<SilentPlace[]> {
  const { rows } = await sql<SilentPlace>`
    select p.id, p.name, spoke.since,
      coalesce((select array_agg(n.sent_on::text order by n.sent_on) from places.hiding_notice n where n.place_id = p.id), '{}')
        as notices
    from places.place p
    cross join lateral (
      select coalesce(max(w.on_day), (p.created_at at time zone 'Europe/Paris')::date) as since
      from places.own_word w where w.place_id = p.id and w.on_day <= ${today}
    ) spoke
    where p.network_id = ${network} and p.status = 'published'
      and spoke.since + make_interval(months => ${afterMonths}) <= ${today}::date
      and not exists (select from labels.label_course l join places.current_place c on c.id = l.place_id
        where c.current_id = p.id and l.status in ('active', 'suspended')
          and l.from_day <= ${today} and (l.until_day is null or l.until_day > ${today}))
    order by p.name collate public.french, p.id`.execute(db)
  return rows
}

/** False: it was sent that day already. */
export async function noteHidingNotice(
  tx: Database,
  network: NetworkId,
  place: PlaceId,
  on: Day,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('places.hiding_notice')
    .values({ network_id: network, place_id: place, sent_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
