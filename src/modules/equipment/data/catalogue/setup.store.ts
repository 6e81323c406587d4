import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId } from '../../domain/equipment.ts'
import type { PolicyRules } from '../../domain/rules.ts'
import type { Inventory } from '../inventory.store.ts'

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
export async function forgetOverrides(tx: Database, desk: DeskId, days: readonly Day[]): Promise<void> {
  await tx
    .deleteFrom('equipment.opening_override')
    .where('desk_id', '=', desk)
    .where('day', 'in', days)
    .execute()
}
