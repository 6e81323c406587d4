import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Period } from '../../../../kernel/period.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { HolidayBook, HolidayRule } from '../../domain/hours/holiday-book.ts'

export interface KeptHolidayRule extends HolidayRule {
  readonly id: Id<'holiday-rule'>
  readonly name: string
}

export interface SchoolHoliday {
  readonly zone: string
  readonly name: string
  readonly period: Period
}

/** The days off that a network loaded or corrected. */
export async function holidayBook(db: Database, network: NetworkId): Promise<HolidayBook> {
  const [school, rules] = await Promise.all([schoolHolidays(db, network), holidayRules(db, network)])
  const byZone = Map.groupBy(school, ({ zone }) => zone)
  return {
    school: new Map([...byZone].map(([zone, holidays]) => [zone, holidays.map(({ period }) => period)])),
    rules,
  }
}

export async function schoolHolidays(db: Database, network: NetworkId): Promise<SchoolHoliday[]> {
  const rows = await db
    .selectFrom('places.school_holiday')
    .where('network_id', '=', network)
    .selectAll()
    .orderBy('zone')
    .orderBy('from_day')
    .execute()
  return rows.map(({ zone, name, from_day, until_day }) => ({
    zone,
    name,
    period: { start: from_day, end: until_day },
  }))
}

/** The whole of a zone is replaced by what a file says of it. */
export async function replaceSchoolHolidays(
  tx: Database,
  network: NetworkId,
  holidays: readonly SchoolHoliday[],
): Promise<void> {
  const zones = [...new Set(holidays.map(({ zone }) => zone))]
  await tx
    .deleteFrom('places.school_holiday')
    .where('network_id', '=', network)
    .where('zone', 'in', zones)
    .execute()
  await tx
    .insertInto('places.school_holiday')
    .values(
      holidays.map(({ zone, name, period }) => ({
        ...{ network_id: network, zone, name, from_day: period.start, until_day: period.end as Day },
      })),
    )
    .execute()
}

export async function holidayRules(db: Database, network: NetworkId): Promise<KeptHolidayRule[]> {
  const rows = await db
    .selectFrom('places.holiday_rule')
    .where('network_id', '=', network)
    .selectAll()
    .orderBy('month')
    .orderBy('day')
    .orderBy('id')
    .execute()
  return rows.map(({ id, department, month, day, name, is_off, from_year, until_year }) => ({
    ...{ id, department, month, day, name, isOff: is_off, fromYear: from_year, untilYear: until_year },
  }))
}

export async function addHolidayRule(tx: Database, network: NetworkId, rule: KeptHolidayRule): Promise<void> {
  const { id, department, month, day, name, isOff, fromYear, untilYear } = rule
  await tx
    .insertInto('places.holiday_rule')
    .values({
      ...{ id, network_id: network, department, month, day, name, is_off: isOff },
      ...{ from_year: fromYear, until_year: untilYear },
    })
    .execute()
}

/** False: there is none of that id in the network. */
export async function removeHolidayRule(
  tx: Database,
  network: NetworkId,
  id: Id<'holiday-rule'>,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('places.holiday_rule')
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
