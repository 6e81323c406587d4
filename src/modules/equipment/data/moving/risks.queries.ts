import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import type { InventoryId, LineId, ModelId, UnitId } from '../../domain/equipment.ts'
import { lacksCritical } from '../stock.queries.ts'

/** The last due date of the loan line `o`. */
const dueDay: RawBuilder<string> = sql`(select (due.due_at at time zone d.time_zone)::date from equipment.due_date due
  where due.line_id = o.id and due.lifted_at is null order by due.recorded_at desc, due.id desc limit 1)`

/** How many days late is the worst loan an organisation has from an inventory; 0: none is. EQP-1103. */
export async function daysLateOf(
  db: Database,
  { inventory, organisation }: { inventory: InventoryId; organisation: OrganisationId },
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select coalesce(max((${now}::timestamptz at time zone d.time_zone)::date - ${dueDay}), 0)::integer as days
    from equipment.custody c join equipment.loan_line o on o.id = c.line_id
    join equipment.loan_request r on r.id = o.request_id join equipment.desk d on d.id = r.desk_id
    where c.back_at is null and r.inventory_id = ${inventory} and r.organisation_id = ${organisation}`.execute(
    db,
  )
  return Math.max(0, rows[0]?.days ?? 0)
}

export interface RiskyLine {
  readonly lineId: LineId
  readonly unitId: UnitId
  readonly modelId: ModelId
  readonly from: Instant
  readonly until: Instant
  readonly cause: 'late' | 'service' | 'part'
  /** Names the cause once for all: this very delay, this very breakdown. */
  readonly causeKey: string
  readonly riskHorizonDays: number
}

/**
 * The granted loans of an inventory whose unit is kept past its due day, is not in service or lacks a critical part, as far
 * ahead as their rules look: one statement, whatever their number. EQP-1101, EQP-1102.
 */
export async function riskyLines(db: Database, inventory: InventoryId, now: Instant): Promise<RiskyLine[]> {
  const { rows } = await sql<RiskyLine>`
    with late as materialized (
      select c.unit_id, p.kit_id, o.id as line_id, ${dueDay} as due_on
      from equipment.custody c join equipment.loan_line o on o.id = c.line_id
      join equipment.loan_request r on r.id = o.request_id join equipment.desk d on d.id = r.desk_id
      join equipment.unit p on p.id = c.unit_id
      where c.back_at is null and r.inventory_id = ${inventory}
        and ${dueDay} < (${now}::timestamptz at time zone d.time_zone)::date),
    away as materialized (
      select u.id, 'late' as cause, 'late:' || (array_agg(l.line_id::text || ':' || l.due_on order by l.due_on))[1] as key
        from late l join equipment.unit u on u.id in (l.unit_id, l.kit_id) group by u.id
      union all
      select u.id, 'service', 'service:' || u.lifecycle_seq from equipment.unit u
        where u.inventory_id = ${inventory} and u.lifecycle <> 'in_service'
      union all
      select u.id, 'part', 'part:' || u.id from equipment.unit u
        where u.inventory_id = ${inventory} and u.lifecycle = 'in_service' and ${lacksCritical})
    select distinct on (l.id) l.id as "lineId", l.unit_id as "unitId", l.model_id as "modelId", l.pickup_at as "from",
      l.return_at as until, away.cause, away.key as "causeKey",
      coalesce((l.rules -> 'riskHorizonDays' ->> 'value')::integer, 30) as "riskHorizonDays"
    from away join equipment.loan_line l on l.unit_id = away.id
    where l.state in ('approved', 'prepared') and l.return_at > ${now}
      and l.pickup_at < ${now}::timestamptz
        + make_interval(days => coalesce((l.rules -> 'riskHorizonDays' ->> 'value')::integer, 30))
    order by l.id, away.cause`.execute(db)
  return rows
}

/** The inventories that have loans in course, with their networks. */
export async function inventoriesToReview(
  db: Database,
): Promise<{ inventory: InventoryId; network: NetworkId }[]> {
  const { rows } = await sql<{ inventory: InventoryId; network: NetworkId }>`
    select i.id as inventory, i.network_id as network from equipment.inventory i
    where exists (select 1 from equipment.loan_line l join equipment.loan_request r on r.id = l.request_id
      where r.inventory_id = i.id
        and l.state in ('submitted', 'approved', 'prepared', 'out', 'partially_returned'))
    order by i.id`.execute(db)
  return rows
}

/** The models that do as well as each of these, best first: one statement. */
export async function substitutesOfAll(
  db: Database,
  models: readonly ModelId[],
): Promise<Map<ModelId, ModelId[]>> {
  const { rows } = await sql<{ modelId: ModelId; substitutes: ModelId[] }>`
    select model_id as "modelId", array_agg(substitute_id order by rank, substitute_id) as substitutes
    from equipment.model_substitute where model_id = any(${models}::uuid[]) group by model_id`.execute(db)
  return new Map(rows.map(({ modelId, substitutes }) => [modelId, substitutes]))
}

/** Notes what managers are told; gives back what they had not been told yet. Once per loan and cause. EQP-1102. */
export async function noteRisks(
  tx: Database,
  risks: readonly Pick<RiskyLine, 'lineId' | 'causeKey'>[],
  at: Instant,
): Promise<Set<LineId>> {
  if (risks.length === 0) return new Set()
  const rows = await tx
    .insertInto('equipment.risk_told')
    .values(risks.map(({ lineId, causeKey }) => ({ line_id: lineId, cause: causeKey, told_at: at })))
    .onConflict((on) => on.doNothing())
    .returning('line_id')
    .execute()
  return new Set(rows.map((row) => row.line_id))
}

/**
 * The loan has another unit alone, without parts: one statement, which the constraint arbitrates. Throws the violation of
 * `one_use_at_a_time`.
 */
export async function relocate(
  tx: Database,
  line: LineId,
  to: { unitId: UnitId; prepMinutes: number; turnaroundMinutes: number },
): Promise<void> {
  await sql`with moved as (
      update equipment.occupancy set unit_id = ${to.unitId}, prep_minutes = ${to.prepMinutes},
        turnaround_minutes = ${to.turnaroundMinutes}
      where line_id = ${line} and status = 'firm')
    update equipment.loan_line set unit_id = ${to.unitId} where id = ${line}`.execute(tx)
}
