import { type RawBuilder, sql } from 'kysely'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Busy, Lendable, OccupancyKind } from '../domain/availability.ts'
import type { InventoryId, LineId, ModelId, UnitId } from '../domain/equipment.ts'

/** A unit as the catalogue and the engine know it. */
export interface StockUnit extends Lendable {
  readonly id: UnitId
  readonly modelId: ModelId
  readonly modelName: string
  readonly category: string
  readonly lifecycle: string
  readonly parts: readonly { readonly id: UnitId; readonly name: string }[]
}

export interface StockRow extends Busy {
  readonly unitId: UnitId
  readonly status: string
  readonly lineId: LineId | null
  readonly rootId: string
}

export interface StockRead {
  readonly units: readonly StockUnit[]
  readonly busy: readonly StockRow[]
}

interface UnitRow {
  id: UnitId
  model_id: ModelId
  model_name: string
  category: string
  asset_number: string
  lifecycle: string
  prep_minutes: number
  turnaround_minutes: number
  is_out_of_reach: boolean
  late_until: string | null
  loans: number
  parts: { id: UnitId; name: string }[]
  busy: {
    unitId: UnitId
    kind: OccupancyKind
    status: string
    from: string
    until: string | null
    lineId: LineId | null
    rootId: string
  }[]
}

export interface StockAsked {
  /** Null: every model. */
  readonly models: readonly ModelId[] | null
  readonly from: Instant
  readonly until: Instant
  readonly now: Instant
  /** Days ahead during which a late unit takes nothing. */
  readonly riskHorizonDays: number
}

/**
 * The units of an inventory and what takes them in a span: one statement, whatever their number. Rows released, and
 * holds that have run out, take nothing. A unit kept past its due day is late for as long as the rule says. EQP-1803.
 */
export async function readStock(db: Database, inventory: InventoryId, asked: StockAsked): Promise<StockRead> {
  const window = sql`tstzrange(${asked.from}::timestamptz, ${asked.until}::timestamptz)`
  const { rows } = await sql<UnitRow>`
    select u.id, u.model_id, m.name as model_name, m.category, u.asset_number, u.lifecycle, m.prep_minutes,
      m.turnaround_minutes,
      u.lifecycle <> 'in_service' or (u.kit_id is not null and not u.lent_alone)
        or exists (select 1 from equipment.unit p where p.kit_id = u.id and p.is_critical and p.lifecycle <> 'in_service')
        or ${lacksCriticalAccessory} as is_out_of_reach,
      ${lateUntil(asked)} as late_until,
      (select count(*)::integer from equipment.custody c where c.unit_id = u.id) as loans,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.asset_number) order by p.asset_number), '[]')
        from equipment.unit p where p.kit_id = u.id) as parts,
      (select coalesce(jsonb_agg(jsonb_build_object('unitId', o.unit_id, 'kind', o.kind, 'status', o.status,
          'from', lower(o.blocked), 'until', upper(o.blocked), 'lineId', o.line_id, 'rootId', o.root_id)
          order by lower(o.blocked)), '[]')
        from equipment.occupancy o
        where o.unit_id = u.id and o.status <> 'released' and o.blocked && ${window}
          and (o.held_until is null or o.held_until > ${asked.now})) as busy
    from equipment.unit u join equipment.model m on m.id = u.model_id
    where u.inventory_id = ${inventory}
      and (${asked.models === null} or u.model_id = any(${asked.models ?? []}::uuid[])
        or u.kit_id in (select k.id from equipment.unit k where k.model_id = any(${asked.models ?? []}::uuid[])))
    order by u.asset_number collate public.french`.execute(db)
  return {
    units: rows.map(unitOf),
    busy: rows.flatMap(({ busy }) =>
      busy.map((row) => ({
        ...row,
        from: instant(row.from),
        until: row.until === null ? null : instant(row.until),
      })),
    ),
  }
}

/** The last report on the kit says that what it cannot do without did not come back whole. EQP-808. */
const lacksCriticalAccessory: RawBuilder<boolean> = sql`exists (
  select 1 from equipment.incident i
  where i.unit_id = u.id and i.kind = 'missing_part' and i.state not in ('closed') and i.part in (
    select l.label from equipment.checklist_item l where (l.kit_id = u.id or l.model_id = u.model_id) and l.is_critical))`

/** Until when a unit whose borrower keeps it past the due day takes nothing. EQP-1102. */
function lateUntil({ now, riskHorizonDays }: StockAsked): RawBuilder<string | null> {
  return sql`(select ${now}::timestamptz + make_interval(days => ${riskHorizonDays})
    from equipment.custody c join equipment.loan_line l on l.id = c.line_id
    join equipment.loan_request r on r.id = l.request_id join equipment.desk d on d.id = r.desk_id
    where (c.unit_id = u.id or c.unit_id in (select p.id from equipment.unit p where p.kit_id = u.id))
      and c.back_at is null
      and (select (due.due_at at time zone d.time_zone)::date from equipment.due_date due
        where due.line_id = l.id and due.lifted_at is null order by due.recorded_at desc, due.id desc limit 1)
        < (${now}::timestamptz at time zone d.time_zone)::date
    limit 1)`
}

function unitOf(row: UnitRow): StockUnit {
  return {
    id: row.id,
    name: row.asset_number,
    modelId: row.model_id,
    modelName: row.model_name,
    category: row.category,
    lifecycle: row.lifecycle,
    parts: row.parts,
    prepMinutes: row.prep_minutes,
    turnaroundMinutes: row.turnaround_minutes,
    isOutOfReach: row.is_out_of_reach,
    lateUntil: row.late_until === null ? null : instant(row.late_until.replace(' ', 'T')),
    loans: row.loans,
  }
}

/** The models that do as well as each of these, best first. */
export async function substitutesOf(db: Database, model: ModelId): Promise<ModelId[]> {
  const rows = await db
    .selectFrom('equipment.model_substitute')
    .select('substitute_id')
    .where('model_id', '=', model)
    .orderBy('rank')
    .orderBy('substitute_id')
    .execute()
  return rows.map((row) => row.substitute_id)
}
