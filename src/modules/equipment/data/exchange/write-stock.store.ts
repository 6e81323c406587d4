import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId, ModelId, UnitId } from '../../domain/equipment.ts'
import type { Accessory } from '../../domain/exchange/column.ts'
import type { ModelValues, UnitValues } from '../../domain/exchange/tables.ts'

// Many at a time: a file of 5,000 lines costs a few statements. EQP-1804.

interface Recorded {
  at: Instant
  by: PersonId | null
}

const MODEL_RECORD =
  sql.raw(`as f (id uuid, name text, maker text, category text, description text, prerequisites text,
  software jsonb, "caseWeight" integer, "caseVolume" integer, "replacementCents" bigint, "prepMinutes" integer,
  "turnaroundMinutes" integer)`)
const SOFTWARE = sql.raw('array(select jsonb_array_elements_text(f.software))')

/** Throws the violation of `one_model_per_name`. */
export async function insertModels(
  tx: Database,
  inventory: InventoryId,
  models: readonly ModelValues[],
  at: Instant,
): Promise<void> {
  const rows = models.map((values) => ({ ...values, id: newId<'model'>() }))
  await sql`insert into equipment.model (id, inventory_id, name, maker, category, description, prerequisites, software,
      case_weight_grams, case_volume_litres, replacement_cents, prep_minutes, turnaround_minutes, created_at)
    select id, ${inventory}, name, maker, category, description, prerequisites, ${SOFTWARE}, "caseWeight", "caseVolume",
      "replacementCents", "prepMinutes", "turnaroundMinutes", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${MODEL_RECORD}`.execute(tx)
  await replaceAccessories(tx, 'model_id', rows)
}

export async function updateModels(
  tx: Database,
  models: readonly { id: ModelId; values: ModelValues }[],
): Promise<void> {
  const rows = models.map(({ id, values }) => ({ ...values, id }))
  await sql`update equipment.model m set maker = f.maker, category = f.category, description = f.description,
      prerequisites = f.prerequisites, software = ${SOFTWARE}, case_weight_grams = f."caseWeight",
      case_volume_litres = f."caseVolume", replacement_cents = f."replacementCents", prep_minutes = f."prepMinutes",
      turnaround_minutes = f."turnaroundMinutes"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${MODEL_RECORD} where m.id = f.id`.execute(tx)
}

/** What goes along with these things, in the order given: reports already made keep the list they had. */
export async function replaceAccessories(
  tx: Database,
  of: 'model_id' | 'kit_id',
  things: readonly { id: string; accessories: readonly Accessory[] }[],
): Promise<void> {
  const owner = sql.raw(of)
  await sql`delete from equipment.checklist_item where ${owner} = any(${things.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  )
  const rows = things.flatMap(({ id, accessories }) =>
    accessories.map((one, rank) => ({ ...one, id: newId<'accessory'>(), owner: id, rank: rank + 1 })),
  )
  if (rows.length === 0) return
  await sql`insert into equipment.checklist_item (id, ${owner}, rank, label, expected, is_critical)
    select id, owner, rank, label, expected, "isCritical" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as f (id uuid, owner uuid, rank integer, label text, expected integer, "isCritical" boolean)`.execute(
    tx,
  )
}

const UNIT_RECORD =
  sql.raw(`as f (id uuid, "assetNumber" text, model text, "serialNumber" text, desk text, "isKit" boolean,
  kit text, "isCritical" boolean, "lentAlone" boolean, "isAnonymous" boolean, "acquiredOn" date, "acquisitionCents" bigint,
  funding text, notes text)`)
/** The model, the desk and the kit that a row names. */
const named = (inventory: InventoryId) => sql`
  join equipment.model m on m.inventory_id = ${inventory} and m.name = f.model
  join equipment.desk d on d.inventory_id = ${inventory} and d.name = f.desk
  left join equipment.unit k on k.inventory_id = ${inventory} and k.asset_number = nullif(f.kit, '')`

/** Kits before their parts. Throws `one_unit_per_asset_number`, `one_unit_per_serial_number` or `part_of_a_kit`. */
export async function insertUnits(
  tx: Database,
  inventory: InventoryId,
  units: readonly UnitValues[],
  recorded: Recorded,
  reason: string,
): Promise<void> {
  const rows = units.map((values) => ({ ...values, id: newId<'unit'>() }))
  await sql`insert into equipment.unit (id, inventory_id, model_id, maker, asset_number, serial_number, home_desk_id, is_kit,
      kit_id, is_critical, lent_alone, is_anonymous, acquired_on, acquisition_cents, funding, notes, created_at)
    select f.id, ${inventory}, m.id, m.maker, f."assetNumber", nullif(f."serialNumber", ''), d.id, f."isKit", k.id,
      f."isCritical", f."lentAlone", f."isAnonymous", f."acquiredOn", f."acquisitionCents", f.funding, f.notes, ${recorded.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${UNIT_RECORD} ${named(inventory)}`.execute(tx)
  const more = rows.map(({ id, lifecycle }) => ({
    ...{ id, lifecycle, event: newId<'lifecycle-event'>() },
    token: randomBytes(18).toString('base64url'),
  }))
  await sql`insert into equipment.lifecycle_event (id, unit_id, seq, lifecycle, reason, occurred_at, recorded_at, recorded_by)
    select event, id, 1, lifecycle, ${reason}, ${recorded.at}, ${recorded.at}, ${recorded.by}
    from jsonb_to_recordset(${JSON.stringify(more)}::jsonb) as f (id uuid, event uuid, lifecycle text)`.execute(
    tx,
  )
  await sql`insert into equipment.unit_label (token, unit_id, issued_at)
    select token, id, ${recorded.at}
    from jsonb_to_recordset(${JSON.stringify(more)}::jsonb) as f (id uuid, token text)`.execute(tx)
  const kits = rows.filter(({ accessories }) => accessories.length > 0)
  if (kits.length > 0) await replaceAccessories(tx, 'kit_id', kits)
}

/** Everything but the asset number, the state and what a kit is. Throws the same. */
export async function updateUnits(
  tx: Database,
  inventory: InventoryId,
  units: readonly { id: UnitId; values: UnitValues }[],
): Promise<void> {
  const rows = units.map(({ id, values }) => ({ ...values, id }))
  await sql`update equipment.unit u set model_id = n.model_id, maker = n.maker, serial_number = n.serial, home_desk_id = n.desk_id,
      kit_id = n.kit_id, is_critical = n."isCritical", lent_alone = n."lentAlone", is_anonymous = n."isAnonymous",
      acquired_on = n."acquiredOn", acquisition_cents = n."acquisitionCents", funding = n.funding, notes = n.notes
    from (select f.*, m.id as model_id, m.maker, nullif(f."serialNumber", '') as serial, d.id as desk_id, k.id as kit_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${UNIT_RECORD} ${named(inventory)}) n
    where u.id = n.id and u.inventory_id = ${inventory}`.execute(tx)
}
