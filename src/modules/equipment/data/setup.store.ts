import { sql } from 'kysely'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { DeskId, InventoryId, LineId } from '../domain/equipment.ts'
import type { PolicyRules } from '../domain/rules.ts'
import type { Inventory } from './inventory.store.ts'

export type InventorySheet = Pick<Inventory, 'name' | 'contact' | 'timeZone' | 'holidayCalendar' | 'shownTo'>

/** Throws the violation of `one_inventory_per_name`. */
export async function saveInventory(tx: Database, id: InventoryId, sheet: InventorySheet): Promise<void> {
  await tx
    .updateTable('equipment.inventory')
    .set({
      name: sheet.name,
      contact: sheet.contact,
      time_zone: sheet.timeZone,
      holiday_calendar: sheet.holidayCalendar,
      shown_to: sheet.shownTo,
    })
    .where('id', '=', id)
    .execute()
}

export interface PolicyVersion {
  readonly version: number
  readonly rules: PolicyRules
  readonly effectiveOn: Day
  readonly reason: string
  readonly recordedAt: Instant
  readonly recordedBy: PersonId | null
}

/** Every version of the rules, the last one first. EQP-101. */
export async function policyVersions(db: Database, inventory: InventoryId): Promise<PolicyVersion[]> {
  const rows = await db
    .selectFrom('equipment.policy_version')
    .selectAll()
    .where('inventory_id', '=', inventory)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    rules: row.rules as PolicyRules,
    effectiveOn: row.effective_on,
    reason: row.reason,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by as PersonId | null,
  }))
}

/** The shortest turnaround of the models still lent, in minutes; null without a model. EQP-403. */
export async function shortestTurnaround(db: Database, inventory: InventoryId): Promise<number | null> {
  const row = await db
    .selectFrom('equipment.model')
    .select((of) => of.fn.min('turnaround_minutes').as('least'))
    .where('inventory_id', '=', inventory)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return row?.least ?? null
}

/** The hours of the week that hold from a day on stop there: what follows replaces them. */
export async function endWeek(tx: Database, desk: DeskId, from: Day): Promise<void> {
  await sql`delete from equipment.opening_rule where desk_id = ${desk} and from_day >= ${from}`.execute(tx)
  await sql`update equipment.opening_rule set until_day = ${from}
    where desk_id = ${desk} and (until_day is null or until_day > ${from})`.execute(tx)
}

/** Back to what the week says. */
export async function forgetOverride(tx: Database, desk: DeskId, day: Day): Promise<void> {
  await tx
    .deleteFrom('equipment.opening_override')
    .where('desk_id', '=', desk)
    .where('day', '=', day)
    .execute()
}

export interface StandingAppointment {
  readonly lineId: LineId
  readonly purpose: 'pickup' | 'return'
  readonly startsAt: Instant
  readonly borrower: string
  readonly unit: string
}

/** The appointments that stand at a desk on a local day, loan by loan, in their order. EQP-306. */
export async function appointmentsOn(
  db: Database,
  desk: DeskId,
  day: Day,
  zone: string,
): Promise<(Omit<StandingAppointment, 'borrower'> & { organisationId: string })[]> {
  const { rows } = await sql<{
    line_id: LineId
    purpose: 'pickup' | 'return'
    starts_at: Instant
    organisation_id: string
    asset_number: string
  }>`
    select l.id as line_id, b.purpose, b.starts_at, r.organisation_id, u.asset_number
    from equipment.slot_booking b
    join equipment.loan_line l on l.pickup_booking_id = b.id or l.return_booking_id = b.id
    join equipment.loan_request r on r.id = l.request_id
    join equipment.unit u on u.id = l.unit_id
    where b.desk_id = ${desk} and b.cancelled_at is null
      and b.starts_at >= (${day}::date)::timestamp at time zone ${zone}
      and b.starts_at < (${addDays(day, 1)}::date)::timestamp at time zone ${zone}
      and ((b.purpose = 'pickup' and l.state in ('submitted', 'approved', 'prepared'))
        or (b.purpose = 'return' and l.state in ('submitted', 'approved', 'prepared', 'out', 'partially_returned')))
    order by b.starts_at, u.asset_number collate public.french`.execute(db)
  return rows.map((row) => ({
    lineId: row.line_id,
    purpose: row.purpose,
    startsAt: row.starts_at,
    organisationId: row.organisation_id,
    unit: row.asset_number,
  }))
}
