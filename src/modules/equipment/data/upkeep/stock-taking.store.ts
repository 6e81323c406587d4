import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId, UnitId } from '../../domain/equipment.ts'
import type { Difference } from '../../domain/upkeep/stock-taking.ts'

export type StockTakingId = Id<'stock-taking'>

export interface StockTaking {
  readonly id: StockTakingId
  readonly inventoryId: InventoryId
  /** Null: the whole inventory. */
  readonly deskId: DeskId | null
  readonly deskName: string | null
  readonly beganAt: Instant
  readonly beganBy: PersonId | null
  readonly endedAt: Instant | null
  readonly signedBy: PersonId | null
  readonly isAbandoned: boolean
  readonly note: string
}

/** Two who begin in the same inventory wait for each other: a desk is never counted twice at once. */
export async function lockInventory(tx: Database, inventory: InventoryId): Promise<void> {
  await sql`select 1 from equipment.inventory where id = ${inventory} for no key update`.execute(tx)
}

/** Throws `one_open_stock_taking`. */
export async function addStockTaking(
  tx: Database,
  session: { inventoryId: InventoryId; deskId: DeskId | null },
  recorded: { at: Instant; by: PersonId | null },
): Promise<StockTakingId> {
  const id: StockTakingId = newId()
  await tx
    .insertInto('equipment.stock_taking')
    .values({
      id,
      inventory_id: session.inventoryId,
      desk_id: session.deskId,
      began_at: recorded.at,
      began_by: recorded.by,
    })
    .execute()
  return id
}

/** The sessions of an inventory, the open ones first, then the last ones. */
export async function stockTakingsOf(
  db: Database,
  inventory: InventoryId,
  { id = null as StockTakingId | null } = {},
): Promise<StockTaking[]> {
  const { rows } = await sql<StockTaking>`
    select s.id, s.inventory_id as "inventoryId", s.desk_id as "deskId", d.name as "deskName",
      s.began_at as "beganAt", s.began_by as "beganBy", s.ended_at as "endedAt", s.signed_by as "signedBy",
      s.abandoned_at is not null as "isAbandoned", s.note
    from equipment.stock_taking s left join equipment.desk d on d.id = s.desk_id
    where s.inventory_id = ${inventory} and (${id}::uuid is null or s.id = ${id}::uuid)
    order by s.ended_at is not null, s.began_at desc limit 100`.execute(db)
  return rows
}

/** Whoever reads or signs holds the session: what is signed is what was read. False once it is over. */
export async function lockOpenSession(tx: Database, id: StockTakingId): Promise<boolean> {
  const { rows } = await sql`select 1 from equipment.stock_taking
    where id = ${id} and ended_at is null for update`.execute(tx)
  return rows.length > 0
}

export interface ReadUnit {
  readonly unitId: UnitId
  readonly finding: 'seen' | 'misplaced' | 'unseen'
  readonly because: Difference | null
  readonly seenAt: Instant | null
}

/** Read again, a unit says where it is now. */
export async function noteUnits(tx: Database, id: StockTakingId, units: readonly ReadUnit[]): Promise<void> {
  if (units.length === 0) return
  await tx
    .insertInto('equipment.stock_taking_line')
    .values(
      units.map((one) => ({
        stock_taking_id: id,
        unit_id: one.unitId,
        finding: one.finding,
        because: one.because,
        seen_at: one.seenAt,
      })),
    )
    .onConflict((on) =>
      on.columns(['stock_taking_id', 'unit_id']).doUpdateSet({
        finding: sql`excluded.finding`,
        because: sql`excluded.because`,
        seen_at: sql`excluded.seen_at`,
      }),
    )
    .execute()
}

export async function noteUnknown(
  tx: Database,
  id: StockTakingId,
  texts: readonly string[],
  at: Instant,
): Promise<void> {
  if (texts.length === 0) return
  await tx
    .insertInto('equipment.stock_taking_unknown')
    .values(texts.map((text) => ({ stock_taking_id: id, read_text: text, read_at: at })))
    .onConflict((on) => on.doNothing())
    .execute()
}

/** As if they had not been read; how many there were. */
export async function forgetReadings(
  tx: Database,
  id: StockTakingId,
  { units, texts }: { units: readonly UnitId[]; texts: readonly string[] },
): Promise<number> {
  const lines = await sql`delete from equipment.stock_taking_line
    where stock_taking_id = ${id} and unit_id = any(${units}::uuid[])`.execute(tx)
  const unknown = await sql`delete from equipment.stock_taking_unknown
    where stock_taking_id = ${id} and read_text = any(${texts}::text[])`.execute(tx)
  return Number((lines.numAffectedRows ?? 0n) + (unknown.numAffectedRows ?? 0n))
}

export async function readingsOf(
  db: Database,
  id: StockTakingId,
): Promise<{ units: ReadUnit[]; unknown: { text: string; at: Instant }[] }> {
  const units = await sql<ReadUnit>`
    select unit_id as "unitId", finding, because, seen_at as "seenAt" from equipment.stock_taking_line
    where stock_taking_id = ${id} order by seen_at desc nulls last, unit_id`.execute(db)
  const unknown = await sql<{ text: string; at: Instant }>`
    select read_text as text, read_at as at from equipment.stock_taking_unknown
    where stock_taking_id = ${id} order by read_at desc, read_text`.execute(db)
  return { units: units.rows, unknown: unknown.rows }
}

/** Signed, or given up. */
export async function endStockTaking(
  tx: Database,
  id: StockTakingId,
  end: { at: Instant; signedBy: PersonId | null; note: string },
): Promise<void> {
  await tx
    .updateTable('equipment.stock_taking')
    .set({
      ended_at: end.at,
      signed_by: end.signedBy,
      abandoned_at: end.signedBy === null ? end.at : null,
      note: end.note,
    })
    .where('id', '=', id)
    .execute()
}

/** Those of these units whose loss is already being dealt with. */
export async function alreadyDeclaredLost(tx: Database, units: readonly UnitId[]): Promise<Set<UnitId>> {
  const { rows } = await sql<{ unit_id: UnitId }>`select distinct unit_id from equipment.incident
    where kind in ('loss', 'theft') and state <> 'closed' and unit_id = any(${units}::uuid[])`.execute(tx)
  return new Set(rows.map((row) => row.unit_id))
}
