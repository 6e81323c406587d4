import { sql } from 'kysely'
import { type Day, weekday } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { clockOf, PLACE_ZONES } from '../../domain/hours/place-clock.ts'
import type { WeekMoment } from '../../domain/search/asked.ts'

/** An instant, the same everywhere; a date and minute on the clocks of each place; what an ordinary week offers. */
export type OpenAt =
  | { readonly at: Instant }
  | { readonly on: Day; readonly minute: number }
  | { readonly week: WeekMoment }

/** The hours under which a place is surely open at one of the moments. One index lookup per text, none per place. DIR-49. */
export function openKeys(db: Database, network: NetworkId, moments: readonly OpenAt[]) {
  return db
    .selectFrom('places.hours as h')
    .where('h.network_id', '=', network)
    .where((is) => is.or(moments.map((moment) => isOpen(network, moment))))
    .select('h.key')
}

function isOpen(network: NetworkId, moment: OpenAt) {
  if ('week' in moment) return sql<boolean>`${moment.week} = any(h.moments)`
  const clocks = PLACE_ZONES.map((zone) => {
    const clock = 'at' in moment ? clockOf(zone, moment.at) : { day: moment.on, minute: moment.minute }
    return sql`(${zone}, ${clock.day}::date, ${clock.minute}::int, ${minuteOfWeek(clock.day, clock.minute)}::int)`
  })
  return sql<boolean>`h.key in (
    select of.key from places.hours of
    join (values ${sql.join(clocks)}) clock (zone, on_day, minute, week_minute) on clock.zone = of.zone
    left join places.hours_of_day d
      on d.network_id = of.network_id and d.on_day = clock.on_day and d.key = of.key
    where of.network_id = ${network}
      and case when d.key is null then of.week @> clock.week_minute else d.open @> clock.minute end)`
}

/** Minutes since Monday midnight. */
function minuteOfWeek(on: Day, minute: number): number {
  return ((weekday(on) + 6) % 7) * 1440 + minute
}
