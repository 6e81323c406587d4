import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { DeskId, UnitId } from '../../domain/equipment.ts'

export interface Transfer {
  readonly id: Id<'unit-transfer'>
  readonly toDeskId: DeskId
  readonly rootId: Id<'root'>
}

/** The one under way; null when the unit stays where it is. EQP-307. */
export async function openTransfer(db: Database, unit: UnitId): Promise<Transfer | null> {
  const row = await db
    .selectFrom('equipment.unit_transfer')
    .select(['id', 'to_desk_id', 'root_id'])
    .where('unit_id', '=', unit)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, toDeskId: row.to_desk_id, rootId: row.root_id as Id<'root'> } : null
}

/** Throws the violation of `one_open_transfer_per_unit`. */
export async function addTransfer(
  tx: Database,
  one: { unitId: UnitId; fromDeskId: DeskId; toDeskId: DeskId; rootId: Id<'root'> },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('equipment.unit_transfer')
    .values({
      id: newId(),
      unit_id: one.unitId,
      from_desk_id: one.fromDeskId,
      to_desk_id: one.toDeskId,
      root_id: one.rootId,
      planned_at: recorded.at,
      planned_by: recorded.by,
    })
    .execute()
}

export async function endTransfer(
  tx: Database,
  id: Transfer['id'],
  outcome: 'arrived' | 'cancelled',
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('equipment.unit_transfer')
    .set({ outcome, ended_at: at })
    .where('id', '=', id)
    .execute()
}

/** Where these units are kept from now on. */
export async function settleAt(tx: Database, units: readonly UnitId[], desk: DeskId): Promise<void> {
  await tx.updateTable('equipment.unit').set({ home_desk_id: desk }).where('id', 'in', units).execute()
}
