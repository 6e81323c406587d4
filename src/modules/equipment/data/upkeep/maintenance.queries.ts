import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { Busy, OccupancyKind, Span } from '../../domain/availability.ts'
import type { DeskId, InventoryId, LineId, UnitId } from '../../domain/equipment.ts'
import type { Rhythm, UpkeepFacts } from '../../domain/upkeep/maintenance.ts'
import type { JobId, PlanId } from './maintenance.store.ts'

/** One unit under one plan: the rhythm, what is known of it, and the job that is open. */
export interface Upkeep extends Rhythm, UpkeepFacts {
  readonly planId: PlanId
  readonly title: string
  readonly checklist: readonly string[]
  readonly blocks: boolean
  readonly minutes: number
  readonly unitId: UnitId
  /** The kit it is a part of. */
  readonly kitId: UnitId | null
  readonly kitName: string | null
  readonly inventoryId: InventoryId
  readonly unitName: string
  readonly modelName: string
  readonly homeDeskId: DeskId
  /** Of its desk. */
  readonly zone: string
  readonly isOut: boolean
  readonly jobId: JobId | null
  readonly rootId: string | null
  readonly plannedFrom: Instant | null
  readonly plannedUntil: Instant | null
}

/** Every unit under every plan of an inventory, or of these units and their parts: one statement. What is lost or retired needs nothing. */
export async function upkeepOf(
  db: Database,
  of: { inventory: InventoryId } | { units: readonly UnitId[] },
): Promise<Upkeep[]> {
  const [inventory, units] = 'inventory' in of ? [of.inventory, null] : [null, of.units]
  const { rows } = await sql<Upkeep>`
    select p.id as "planId", p.title, p.every_days as "everyDays", p.every_loans as "everyLoans", p.checklist,
      p.blocks_booking as blocks, p.minutes, p.from_day as "from", u.id as "unitId", u.kit_id as "kitId", k.asset_number as "kitName", u.inventory_id as "inventoryId",
      u.asset_number as "unitName", m.name as "modelName", u.home_desk_id as "homeDeskId", d.time_zone as zone,
      (u.created_at at time zone d.time_zone)::date as "ownedSince",
      (last.done_at at time zone d.time_zone)::date as "lastDone",
      (select coalesce(jsonb_agg(r.day order by r.day), '[]') from (
        select (c.back_at at time zone d.time_zone)::date as day from equipment.custody c
        where c.unit_id = u.id and c.back_at > coalesce(last.done_at, p.from_day::timestamp at time zone d.time_zone)
        order by c.back_at limit coalesce(p.every_loans, 0)) r) as returns,
      exists (select 1 from equipment.custody c where c.unit_id = u.id and c.back_at is null) as "isOut",
      j.id as "jobId", j.root_id as "rootId", lower(o.period) as "plannedFrom", upper(o.period) as "plannedUntil"
    from equipment.maintenance_plan p
    join equipment.unit u on u.inventory_id = p.inventory_id and (u.id = p.unit_id or u.model_id = p.model_id)
    join equipment.model m on m.id = u.model_id
    left join equipment.unit k on k.id = u.kit_id
    join equipment.desk d on d.id = u.home_desk_id
    left join lateral (select max(x.done_at) as done_at from equipment.maintenance_job x
      where x.unit_id = u.id and x.plan_id = p.id) last on true
    left join equipment.maintenance_job j on j.unit_id = u.id and j.plan_id = p.id and j.done_at is null
    left join lateral (select x.period from equipment.occupancy x
      where x.root_id = j.root_id and x.unit_id = u.id and x.status = 'firm') o on true
    where p.retired_at is null and u.lifecycle not in ('lost', 'stolen', 'retired')
      and (u.inventory_id = ${inventory}::uuid or u.id = any(${units ?? []}::uuid[]) or u.kit_id = any(${units ?? []}::uuid[]))
    order by u.asset_number collate public.french, p.title collate public.french`.execute(db)
  return rows
}

export interface PlanSheet extends Rhythm {
  readonly id: PlanId
  readonly title: string
  /** The model, or the one unit, it is about. */
  readonly about: string
  readonly checklist: readonly string[]
  readonly blocks: boolean
  readonly minutes: number
  readonly from: Day
}

/** The plans of an inventory that run. */
export async function plansOf(db: Database, inventory: InventoryId): Promise<PlanSheet[]> {
  const { rows } = await sql<PlanSheet>`
    select p.id, p.title, coalesce(m.name, u.asset_number) as about, p.every_days as "everyDays",
      p.every_loans as "everyLoans", p.checklist, p.blocks_booking as blocks, p.minutes, p.from_day as "from"
    from equipment.maintenance_plan p
    left join equipment.model m on m.id = p.model_id left join equipment.unit u on u.id = p.unit_id
    where p.inventory_id = ${inventory} and p.retired_at is null
    order by coalesce(m.name, u.asset_number) collate public.french, p.title collate public.french`.execute(
    db,
  )
  return rows
}

export interface JobLine {
  readonly id: JobId
  readonly title: string
  readonly doneAt: Instant
  readonly result: string
  readonly checklist: readonly string[]
  readonly ticked: readonly string[]
  readonly costCents: number | null
}

/** What was done on a unit, the last one first. */
export async function jobsOf(db: Database, unit: UnitId, limit = 20): Promise<JobLine[]> {
  const { rows } = await sql<Omit<JobLine, 'costCents'> & { costCents: string | null }>`
    select j.id, j.title, j.done_at as "doneAt", j.result, j.checklist, j.ticked, c.amount_cents::text as "costCents"
    from equipment.maintenance_job j left join equipment.repair_cost c on c.job_id = j.id
    where j.unit_id = ${unit} and j.done_at is not null
    order by j.done_at desc, j.id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, costCents: row.costCents === null ? null : Number(row.costCents) }))
}

export interface UseInTheWay {
  readonly kind: OccupancyKind
  readonly status: string
  readonly lineId: LineId | null
  readonly organisationId: OrganisationId | null
  readonly unitName: string
  readonly from: Instant
  readonly until: Instant | null
}

/** What takes these units in a span, but for one root; holds that ran out take nothing. The first to leave comes first. */
export async function usesInTheWay(
  db: Database,
  units: readonly UnitId[],
  { from, until }: Span,
  { now, except }: { now: Instant; except: string | null },
): Promise<UseInTheWay[]> {
  const { rows } = await sql<UseInTheWay>`
    select distinct on (lower(o.period), o.root_id) o.kind, o.status, o.line_id as "lineId",
      r.organisation_id as "organisationId", u.asset_number as "unitName", lower(o.period) as "from",
      upper(o.period) as "until"
    from equipment.occupancy o join equipment.unit u on u.id = o.unit_id
    left join equipment.loan_line l on l.id = o.line_id left join equipment.loan_request r on r.id = l.request_id
    where o.unit_id = any(${units}::uuid[]) and o.status <> 'released'
      and (o.held_until is null or o.held_until > ${now})
      and o.root_id is distinct from ${except}::uuid
      and o.blocked && tstzrange(${from}::timestamptz, ${until}::timestamptz)
    order by lower(o.period), o.root_id`.execute(db)
  return rows
}

/**
 * What takes each of these units, or a part that goes with it, in a span, preparation and turnaround included: one
 * statement, whatever their number.
 */
export async function busyAround(
  db: Database,
  units: readonly UnitId[],
  { from, until }: Span,
  now: Instant,
): Promise<(Busy & { readonly rootId: string })[]> {
  const { rows } = await sql<Busy & { rootId: string }>`
    select root.id as "unitId", o.kind, o.root_id as "rootId", lower(o.blocked) as "from", upper(o.blocked) as "until"
    from unnest(${units}::uuid[]) as root (id)
    join equipment.unit u on u.id = root.id or u.kit_id = root.id
    join equipment.occupancy o on o.unit_id = u.id
    where o.status <> 'released' and (o.held_until is null or o.held_until > ${now})
      and o.blocked && tstzrange(${from}::timestamptz, ${until}::timestamptz)`.execute(db)
  return rows
}
