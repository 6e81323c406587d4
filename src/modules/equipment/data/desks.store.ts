import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { HolidayCalendar } from '../../../kernel/working-day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PlaceId } from '../../places/index.ts'
import type { DeskId, InventoryId } from '../domain/equipment.ts'
import type { DeskCalendar, Hours, OpeningRule } from '../domain/opening.ts'

export interface Desk {
  readonly id: DeskId
  readonly inventoryId: InventoryId
  readonly name: string
  readonly location: string
  /** The place of the directory that it stands in, when it is one. */
  readonly placeId: PlaceId | null
  readonly calendar: DeskCalendar
}

interface CalendarRow {
  id: DeskId
  inventory_id: InventoryId
  name: string
  location: string
  place_id: PlaceId | null
  time_zone: string
  holiday_calendar: HolidayCalendar
  rules: { weekday: number; opens: string; closes: string; from_day: Day; until_day: Day | null }[]
  overrides: { day: Day; hours: string[]; reason: string }[]
  holidays: { day: Day; is_holiday: boolean }[]
}

/** The desks of an inventory with all that says when they open: one statement. */
export function listDesks(db: Database, inventory: InventoryId): Promise<Desk[]> {
  return desksWhere(db, sql<boolean>`d.inventory_id = ${inventory} and d.retired_at is null`)
}

/** These desks, retired ones too: what was promised there still stands. One statement. */
export async function desksById(db: Database, ids: readonly DeskId[]): Promise<Map<DeskId, Desk>> {
  const desks = await desksWhere(db, sql<boolean>`d.id = any(${ids}::uuid[])`)
  return new Map(desks.map((desk) => [desk.id, desk]))
}

async function desksWhere(db: Database, condition: RawBuilder<boolean>): Promise<Desk[]> {
  const { rows } = await sql<CalendarRow>`
    select d.id, d.inventory_id, d.name, d.location, d.time_zone, i.holiday_calendar,
      (select current.current_id from places.current_place current where current.id = d.place_id) as place_id,
      (select coalesce(jsonb_agg(jsonb_build_object('weekday', r.weekday, 'opens', to_char(r.opens, 'HH24:MI'),
          'closes', to_char(r.closes, 'HH24:MI'), 'from_day', r.from_day, 'until_day', r.until_day)), '[]')
        from equipment.opening_rule r where r.desk_id = d.id) as rules,
      (select coalesce(jsonb_agg(to_jsonb(o) - 'desk_id'), '[]')
        from equipment.opening_override o where o.desk_id = d.id) as overrides,
      (select coalesce(jsonb_agg(jsonb_build_object('day', h.day, 'is_holiday', h.is_holiday)), '[]')
        from equipment.holiday_change h where h.inventory_id = d.inventory_id) as holidays
    from equipment.desk d join equipment.inventory i on i.id = d.inventory_id
    where ${condition}
    order by d.name collate public.french`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    inventoryId: row.inventory_id,
    name: row.name,
    location: row.location,
    placeId: row.place_id,
    calendar: calendarOf(row),
  }))
}

export async function findDesk(db: Database, inventory: InventoryId, id: DeskId): Promise<Desk | null> {
  return (await listDesks(db, inventory)).find((desk) => desk.id === id) ?? null
}

function calendarOf(row: CalendarRow): DeskCalendar {
  return {
    zone: row.time_zone,
    holidays: row.holiday_calendar,
    holidayChanges: new Map(row.holidays.map(({ day, is_holiday }) => [day, is_holiday])),
    rules: row.rules.map(({ from_day, until_day, ...rule }) => ({
      ...rule,
      from: from_day,
      until: until_day,
    })),
    overrides: new Map(
      row.overrides.map(({ day, hours, reason }) => [day, { hours: hours.map(hoursOf), reason }]),
    ),
  }
}

function hoursOf(text: string): Hours {
  return [text.slice(0, 5), text.slice(6, 11)]
}

/** Throws the violation of `one_desk_per_name`. */
export async function addDesk(
  tx: Database,
  inventory: InventoryId,
  desk: { name: string; location: string; timeZone: string },
  at: Instant,
): Promise<DeskId> {
  const id: DeskId = newId()
  await tx
    .insertInto('equipment.desk')
    .values({
      id,
      inventory_id: inventory,
      name: desk.name,
      location: desk.location,
      time_zone: desk.timeZone,
      created_at: at,
    })
    .execute()
  return id
}

/** What it lends is told on the page of that place, when the inventory is shown to everybody; null: nowhere. DIR-72. */
export async function placeDeskIn(tx: Database, desk: DeskId, place: PlaceId | null): Promise<void> {
  await tx.updateTable('equipment.desk').set({ place_id: place }).where('id', '=', desk).execute()
}

/** Throws the violation of `one_opening_rule_at_a_time`. */
export async function addOpeningRules(
  tx: Database,
  desk: DeskId,
  rules: readonly OpeningRule[],
): Promise<void> {
  await tx
    .insertInto('equipment.opening_rule')
    .values(
      rules.map(({ weekday, opens, closes, from, until }) => ({
        id: newId(),
        desk_id: desk,
        weekday,
        opens,
        closes,
        from_day: from,
        until_day: until,
      })),
    )
    .execute()
}

/** No hours: closed those days, whatever the week says. One statement. */
export async function saveOverrides(
  tx: Database,
  desk: DeskId,
  override: { days: readonly Day[]; hours: readonly Hours[]; reason: string },
): Promise<void> {
  const hours = override.hours.map(([opens, closes]) => `${opens}-${closes}`)
  await tx
    .insertInto('equipment.opening_override')
    .values(override.days.map((day) => ({ desk_id: desk, day, hours, reason: override.reason })))
    .onConflict((on) => on.columns(['desk_id', 'day']).doUpdateSet({ hours, reason: override.reason }))
    .execute()
}
