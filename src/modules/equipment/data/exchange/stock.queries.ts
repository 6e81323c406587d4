import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { InventoryId, UnitId } from '../../domain/equipment.ts'
import type { Accessory } from '../../domain/exchange/column.ts'
import type { KnownModel } from '../../domain/exchange/judge-models.ts'
import type { KnownUnit } from '../../domain/exchange/judge-units.ts'
import type { UnitValues } from '../../domain/exchange/tables.ts'

/** The models of an inventory as a file says them, by name; those no longer lent only when asked. One statement. */
export async function modelsToExchange(
  db: Database,
  inventory: InventoryId,
  { withRetired }: { withRetired: boolean },
): Promise<KnownModel[]> {
  const rows = await db
    .selectFrom('equipment.model as m')
    .selectAll('m')
    .select(
      sql<Accessory[]>`(select coalesce(jsonb_agg(jsonb_build_object(
          'label', c.label, 'expected', c.expected, 'isCritical', c.is_critical) order by c.rank), '[]')
        from equipment.checklist_item c where c.model_id = m.id)`.as('accessories'),
    )
    .where('m.inventory_id', '=', inventory)
    .$if(!withRetired, (query) => query.where('m.retired_at', 'is', null))
    .orderBy(sql`m.name collate public.french`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    values: {
      name: row.name,
      maker: row.maker,
      category: row.category,
      description: row.description,
      prerequisites: row.prerequisites,
      software: row.software,
      caseWeight: row.case_weight_grams,
      caseVolume: row.case_volume_litres,
      replacementCents: row.replacement_cents === null ? null : Number(row.replacement_cents),
      prepMinutes: row.prep_minutes,
      turnaroundMinutes: row.turnaround_minutes,
      accessories: row.accessories,
    },
  }))
}

/** The units of an inventory as a file says them, in the order they came in, from the one after `after`. */
export async function unitsToExchange(
  db: Database,
  inventory: InventoryId,
  { after = null, limit = null }: { after?: UnitId | null; limit?: number | null } = {},
): Promise<KnownUnit[]> {
  const rows = await db
    .selectFrom('equipment.unit as u')
    .innerJoin('equipment.model as m', 'm.id', 'u.model_id')
    .innerJoin('equipment.desk as d', 'd.id', 'u.home_desk_id')
    .leftJoin('equipment.unit as k', 'k.id', 'u.kit_id')
    .selectAll('u')
    .select([
      'm.name as model_name',
      'd.name as desk_name',
      'k.asset_number as kit_number',
      sql<Accessory[]>`(select coalesce(jsonb_agg(jsonb_build_object(
          'label', c.label, 'expected', c.expected, 'isCritical', c.is_critical) order by c.rank), '[]')
        from equipment.checklist_item c where c.kit_id = u.id)`.as('accessories'),
      sql<boolean>`(exists (select 1 from equipment.occupancy o
          where o.unit_id = u.id and o.status in ('hold', 'firm', 'out'))
        or exists (select 1 from equipment.custody c where c.unit_id = u.id and c.back_at is null))`.as(
        'is_busy',
      ),
    ])
    .where('u.inventory_id', '=', inventory)
    .$if(after !== null, (query) => query.where('u.id', '>', after as UnitId))
    .orderBy('u.id')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    isBusy: row.is_busy,
    values: {
      assetNumber: row.asset_number,
      model: row.model_name,
      serialNumber: row.serial_number ?? '',
      desk: row.desk_name,
      isKit: row.is_kit,
      kit: row.kit_number ?? '',
      isCritical: row.is_critical,
      lentAlone: row.lent_alone,
      isAnonymous: row.is_anonymous,
      acquiredOn: row.acquired_on,
      acquisitionCents: row.acquisition_cents === null ? null : Number(row.acquisition_cents),
      funding: row.funding,
      notes: row.notes,
      accessories: row.accessories,
      lifecycle: row.lifecycle as UnitValues['lifecycle'],
    },
  }))
}

/** The names of every desk, those closed for good among them: units may still be at home there. */
export async function deskNames(db: Database, inventory: InventoryId): Promise<string[]> {
  const rows = await db
    .selectFrom('equipment.desk')
    .select('name')
    .where('inventory_id', '=', inventory)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ name }) => name)
}

/** Holds the inventory, then these units in their order: one file at a time is written, and no loan moves under it. */
export async function holdForImport(
  tx: Database,
  inventory: InventoryId,
  assetNumbers: readonly string[],
): Promise<void> {
  await sql`select 1 from equipment.inventory where id = ${inventory} for no key update`.execute(tx)
  await sql`select 1 from equipment.unit where inventory_id = ${inventory} and asset_number = any(${assetNumbers}::text[])
    order by id for no key update`.execute(tx)
}
