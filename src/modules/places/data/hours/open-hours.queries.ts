import { type RawBuilder, sql } from 'kysely'
import { type Day, weekday } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { clockOf, PLACE_ZONES } from '../../domain/hours/place-clock.ts'
import type { WeekMoment } from '../../domain/search/asked.ts'

/** An instant, the same everywhere; a date and minute on the clocks of each place; what an ordinary week offers. */
export type OpenAt =
  | { readonly at: Instant }
  | { readonly on: Day; readonly minute: number }
  | { readonly week: WeekMoment }

/** The keys of the hours under which a place is surely open at one of the moments: one lookup per text, none per place. DIR-49. */
export function openKeys(network: NetworkId, moments: readonly OpenAt[]): RawBuilder<{ key: string }> {
  return sql.join(
    moments.map((moment) => openAtMoment(network, moment)),
    sql` union all `,
  )
}

function openAtMoment(network: NetworkId, moment: OpenAt): RawBuilder<unknown> {
  if ('week' in moment)
    return sql`select h.key from places.hours h where h.network_id = ${network} and ${moment.week} = any(h.moments)`
  const clocks = PLACE_ZONES.map((zone) =>
    'at' in moment ? clockOf(zone, moment.at) : { day: moment.on, minute: moment.minute },
  )
  const shown = clocks.map(
    (clock, at) =>
      sql`(${PLACE_ZONES[at]}, ${clock.day}::date, ${clock.minute}::int, ${minuteOfWeek(clock.day, clock.minute)}::int)`,
  )
  // The days said again by themselves: the index then gives those of these days alone.
  const days = sql.val([...new Set(clocks.map(({ day }) => day))])
  return sql`select h.key from places.hours h
    join (values ${sql.join(shown)}) clock (zone, on_day, minute, week_minute) on clock.zone = h.zone
    left join places.hours_of_day d on d.network_id = h.network_id and d.key = h.key
      and d.on_day = clock.on_day and d.on_day = any(${days}::date[]) and d.network_id = ${network}
    where h.network_id = ${network}
      and case when d.key is null then h.week @> clock.week_minute else d.open @> clock.minute end`
}

/** Minutes since Monday midnight. */
function minuteOfWeek(on: Day, minute: number): number {
  return ((weekday(on) + 6) % 7) * 1440 + minute
}
