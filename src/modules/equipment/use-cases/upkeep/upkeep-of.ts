import type { Day } from '../../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Upkeep, upkeepOf } from '../../data/upkeep/maintenance.queries.ts'
import type { PlanId } from '../../data/upkeep/maintenance.store.ts'
import type { InventoryId, UnitId } from '../../domain/equipment.ts'
import { dueDay, type Standing, standingOn, stopsHandOver } from '../../domain/upkeep/maintenance.ts'

/** One unit under one plan, with the day it is due and where that stands. */
export interface DueUpkeep extends Upkeep {
  readonly due: Day | null
  readonly standing: Standing
  /** Late, and nothing leaves before it is done. */
  readonly stops: boolean
}

const ORDER: readonly Standing[] = ['late', 'due', 'soon', 'later']

/** All that is to be kept up, what is late first, then by day. Read, never stored: no work of the night decides it. */
export async function dueUpkeep(
  db: Database,
  of: { inventory: InventoryId } | { units: readonly UnitId[] },
  now: Instant,
): Promise<DueUpkeep[]> {
  const all = (await upkeepOf(db, of)).map((one) => dueOf(one, now))
  return all.sort(
    (one, other) =>
      ORDER.indexOf(one.standing) - ORDER.indexOf(other.standing) ||
      (one.due ?? '9999').localeCompare(other.due ?? '9999'),
  )
}

function dueOf(one: Upkeep, now: Instant): DueUpkeep {
  const today = dayOf(now, one.zone)
  const due = dueDay(one, one)
  return { ...one, due, standing: standingOn(one, due, today), stops: stopsHandOver(one, due, today) }
}

/** One unit under one plan of the inventory; null when there is no such thing. */
export async function findUpkeep(
  db: Database,
  inventory: InventoryId,
  { planId, unitId }: { planId: PlanId; unitId: UnitId },
  now: Instant,
): Promise<DueUpkeep | null> {
  const all = await dueUpkeep(db, { units: [unitId] }, now)
  return all.find((one) => one.planId === planId && one.inventoryId === inventory) ?? null
}

/** The first overdue upkeep that keeps a unit, or a part that goes with it, from leaving; null when none does. EQP-1001. */
export async function upkeepThatStops(db: Database, unit: UnitId, now: Instant): Promise<DueUpkeep | null> {
  return (await dueUpkeep(db, { units: [unit] }, now)).find(({ stops }) => stops) ?? null
}

/** The units that an overdue upkeep stops, kits included when it is that of a part: one statement. */
export async function stoppedUnits(
  db: Database,
  of: { inventory: InventoryId } | { units: readonly UnitId[] },
  now: Instant,
): Promise<ReadonlySet<UnitId>> {
  const stopping = (await dueUpkeep(db, of, now)).filter(({ stops }) => stops)
  return new Set(stopping.flatMap(({ unitId, kitId }) => (kitId ? [unitId, kitId] : [unitId])))
}

/** The same by their numbers, for a list that knows no more. */
export async function stoppedUnitNames(
  db: Database,
  inventory: InventoryId,
  now: Instant,
): Promise<ReadonlySet<string>> {
  const upkeep = await dueUpkeep(db, { inventory }, now)
  return new Set(upkeep.flatMap(({ stops, unitName, kitName }) => (stops ? [unitName, kitName ?? ''] : [])))
}
