import type { Id } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findUnit } from '../../data/catalogue/catalogue.store.ts'
import { findInventory } from '../../data/inventory.store.ts'
import { addOccupancy, lockUnits, withParts } from '../../data/occupancy.store.ts'
import type { OccupancyKind, Span } from '../../domain/availability.ts'
import type { InventoryId, UnitId } from '../../domain/equipment.ts'
import { recordedBy } from '../act-on-line.ts'
import { isPeriod } from '../borrowing/request-loan.ts'
import { type Refused, refusalOf, refused } from '../lending-refusal.ts'
import { releaseLapsed } from './release-lapsed.ts'

export interface Reservation {
  inventoryId: InventoryId
  unitId: UnitId
  kind: Exclude<OccupancyKind, 'loan'>
  span: Span
  title: string
  responsible: string
}

/**
 * The owner's own use, maintenance, a repair or a transfer takes a unit and its parts, like any loan: over a free time
 * only. Over an approved loan, see `displaceLine`; over a pending one, a person refuses it first. EQP-601.
 */
export async function reserveUnit(
  context: Context,
  reservation: Reservation,
): Promise<{ rootId: string } | Refused> {
  const { span, inventoryId, unitId } = reservation
  if (!isPeriod(span.from, span.until)) return refused('period_invalid')
  try {
    return await inTransaction<{ rootId: string } | Refused>(context.db, async (tx) => {
      if (context.reach.kind !== 'all' || !(await isOfInventory(tx, context, reservation)))
        return refused('no_such_thing')
      const units = await withParts(tx, unitId)
      await lockUnits(tx, units)
      await releaseLapsed(tx, context, units)
      const rootId = await takeForOwner(tx, context, reservation, units)
      await writeJournal(tx, context, 'unit.reserved', inventoryId, { unit: unitId, kind: reservation.kind })
      return { rootId }
    })
  } catch (error) {
    return refusalOf(error)
  }
}

/** The rows alone, for whoever already holds the units. */
export function takeForOwner(
  tx: Database,
  context: Context,
  { kind, span, title, responsible }: Omit<Reservation, 'inventoryId' | 'unitId'>,
  units: readonly UnitId[],
): Promise<Id<'root'>> {
  return addOccupancy(
    tx,
    { kind, units, span, heldUntil: null, prepMinutes: 0, turnaroundMinutes: 0, title, responsible },
    recordedBy(context),
  )
}

async function isOfInventory(
  tx: Database,
  { reach }: Context,
  { inventoryId, unitId }: Reservation,
): Promise<boolean> {
  const inventory = await findInventory(tx, reach, inventoryId)
  return inventory !== null && (await findUnit(tx, inventory.id, unitId)) !== null
}
