import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { DeskId, InventoryId, UnitId } from '../../domain/equipment.ts'
import type { KnownUnit } from '../../domain/upkeep/stock-taking.ts'

/** A unit of an inventory with all by which it may be read. */
export interface CodedUnit extends KnownUnit {
  readonly assetNumber: string
  readonly modelName: string
  readonly homeDeskName: string
  /** The code stuck on it that is in use. */
  readonly token: string | null
}

/** The units of an inventory by number, each with its code and whether it is where it should be: one statement. */
export async function codedUnits(db: Database, inventory: InventoryId): Promise<CodedUnit[]> {
  const { rows } = await sql<{
    id: UnitId
    asset_number: string
    model_name: string
    desk_id: DeskId
    desk_name: string
    token: string | null
    is_out: boolean
    is_gone: boolean
  }>`
    select u.id, u.asset_number, m.name as model_name, d.id as desk_id, d.name as desk_name, l.token,
      exists (select 1 from equipment.custody c where c.unit_id = u.id and c.back_at is null) as is_out,
      u.lifecycle in ('lost', 'stolen', 'retired') as is_gone
    from equipment.unit u join equipment.model m on m.id = u.model_id join equipment.desk d on d.id = u.home_desk_id
    left join equipment.unit_label l on l.unit_id = u.id and l.replaced_at is null
    where u.inventory_id = ${inventory} order by u.asset_number collate public.french`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    assetNumber: row.asset_number,
    modelName: row.model_name,
    homeDeskId: row.desk_id,
    homeDeskName: row.desk_name,
    token: row.token,
    isOutOnLoan: row.is_out,
    isOutOfStock: row.is_gone,
  }))
}
