import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { InventoryId, LineId } from '../../domain/equipment.ts'
import type { LoanValues } from '../../domain/exchange/tables.ts'
import type { LineState } from '../../domain/line.ts'

export interface StayRow {
  readonly unit: string
  readonly lineId: LineId
  readonly organisationId: OrganisationId
  readonly outAt: Instant
  readonly backAt: Instant | null
}

/** Every time these units were out. */
export async function staysOfUnits(
  db: Database,
  inventory: InventoryId,
  assetNumbers: readonly string[],
): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`
    select u.asset_number as unit, c.line_id as "lineId", r.organisation_id as "organisationId",
      c.out_at as "outAt", c.back_at as "backAt"
    from equipment.unit u
    join equipment.custody c on c.unit_id = u.id
    join equipment.loan_line l on l.id = c.line_id
    join equipment.loan_request r on r.id = l.request_id
    where u.inventory_id = ${inventory} and u.asset_number = any(${assetNumbers}::text[])`.execute(db)
  return rows
}

/** A loan as a file says it. */
export interface LoanRow {
  readonly id: LineId
  readonly unit: string | null
  readonly modelName: string
  readonly organisationId: OrganisationId
  readonly pickupAt: Instant | null
  readonly outAt: Instant | null
  readonly backAt: Instant | null
  readonly dueAt: Instant | null
  readonly actionKind: LoanValues['actionKind']
  readonly actions: string
  readonly state: LineState
}

/** The loans of an inventory in the order they were written, drafts left aside; from the one after `after`, or these only. */
export async function loansToExchange(
  db: Database,
  inventory: InventoryId,
  {
    after = null,
    limit = null,
    ids = null,
  }: { after?: LineId | null; limit?: number | null; ids?: readonly string[] | null },
): Promise<LoanRow[]> {
  const { rows } = await sql<LoanRow>`
    select l.id, u.asset_number as unit, m.name as "modelName", r.organisation_id as "organisationId",
      l.pickup_at as "pickupAt", c.out_at as "outAt", c.back_at as "backAt",
      coalesce((select d.due_at from equipment.due_date d where d.line_id = l.id and d.lifted_at is null
        order by d.recorded_at desc, d.id desc limit 1), l.return_at) as "dueAt",
      r.action_kind as "actionKind", r.actions, l.state
    from equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id
    join equipment.model m on m.id = l.model_id
    left join equipment.unit u on u.id = l.unit_id
    left join equipment.custody c on c.line_id = l.id and c.unit_id = l.unit_id
    where r.inventory_id = ${inventory} and l.state <> 'draft'
      and (${after}::uuid is null or l.id > ${after}::uuid)
      and (${ids}::text[] is null or l.id::text = any(${ids}::text[]))
    order by l.id limit ${limit}::bigint`.execute(db)
  return rows
}
