import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Reach } from '../../../platform/session/actor.ts'
import type { Busy, Lendable, OccupancyKind } from '../domain/availability.ts'
import type { DeskId, InventoryId, LineId, ModelId, UnitId } from '../domain/equipment.ts'
import { rulesFrom } from '../domain/rules.ts'

/** A unit as the catalogue and the engine know it. */
export interface StockUnit extends Lendable {
  readonly id: UnitId
  readonly modelId: ModelId
  readonly modelName: string
  readonly category: string
  readonly homeDeskId: DeskId
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
  home_desk_id: DeskId
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
export function readStock(db: Database, inventory: InventoryId, asked: StockAsked): Promise<StockRead> {
  return stockWhere(db, sql`u.inventory_id = ${inventory}`, asked, sql`${asked.riskHorizonDays}::integer`)
}

/** Days ahead during which a late unit takes nothing, under the rules of its inventory on that day. */
function horizonOn(today: Day): RawBuilder<number> {
  return sql`coalesce((select (p.rules->>'riskHorizonDays')::integer from equipment.policy_version p
    where p.inventory_id = u.inventory_id and p.effective_on <= ${today} order by p.version desc limit 1),
    ${rulesFrom({}, null).riskHorizonDays.value}::integer)`
}

/**
 * The same for all that a reach is shown, each inventory by its own rules: one statement too, rights and rules included. What
 * is gone, and the parts that never leave alone, are not told. EQP-1405, EQP-1803.
 */
export async function readShownStock(
  db: Database,
  reach: Reach,
  { today, ...asked }: Omit<StockAsked, 'riskHorizonDays'> & { readonly today: Day },
): Promise<StockRead> {
  if (reach.kind === 'nobody') return { units: [], busy: [] }
  const shown = sql`u.inventory_id in (select i.id from equipment.inventory i where i.network_id = ${reach.network}
      and (${reach.kind === 'all'} or i.shown_to <> 'owner'))
    and m.retired_at is null and u.lifecycle not in ('lost', 'stolen', 'retired') and (u.kit_id is null or u.lent_alone)`
  return stockWhere(db, shown, asked, horizonOn(today))
}

async function stockWhere(
  db: Database,
  condition: RawBuilder<unknown>,
  asked: Omit<StockAsked, 'riskHorizonDays'>,
  horizon: RawBuilder<number>,
): Promise<StockRead> {
  const window = sql`tstzrange(${asked.from}::timestamptz, ${asked.until}::timestamptz)`
  const { rows } = await sql<UnitRow>`
    select u.id, u.model_id, m.name as model_name, m.category, u.home_desk_id, u.asset_number, u.lifecycle, m.prep_minutes,
      m.turnaround_minutes,
      u.lifecycle <> 'in_service' or (u.kit_id is not null and not u.lent_alone)
        or exists (select 1 from equipment.unit p where p.kit_id = u.id and p.is_critical and p.lifecycle <> 'in_service')
        or ${lacksCriticalAccessory} or ${criticalPartStaysOut} as is_out_of_reach,
      ${lateUntil(asked.now, horizon)} as late_until,
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
    where ${condition}
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

/** The kit came back without it: still in the borrower's hands, and no loan goes without it. EQP-808, L17. */
const criticalPartStaysOut: RawBuilder<boolean> = sql`exists (
  select 1 from equipment.custody c join equipment.unit p on p.id = c.unit_id
  join equipment.loan_line l on l.id = c.line_id
  where p.kit_id = u.id and p.is_critical and c.back_at is null and l.state = 'partially_returned')`

/** Of the unit `u` of a statement: a part or an accessory it cannot do without is not there. EQP-1101. */
export const lacksCritical: RawBuilder<boolean> = sql`(exists (
    select 1 from equipment.unit p where p.kit_id = u.id and p.is_critical and p.lifecycle <> 'in_service')
  or ${lacksCriticalAccessory} or ${criticalPartStaysOut})`

/** Until when a unit whose borrower keeps it past the due day takes nothing. EQP-1102. */
function lateUntil(now: Instant, horizon: RawBuilder<number>): RawBuilder<string | null> {
  return sql`(select ${now}::timestamptz + make_interval(days => ${horizon})
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
    homeDeskId: row.home_desk_id,
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
