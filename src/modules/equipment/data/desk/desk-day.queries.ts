import { sql } from 'kysely'
import { day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { DeskLine } from '../../domain/desk/desk-day.ts'
import type { DeskId, InventoryId, LineId, UnitId } from '../../domain/equipment.ts'
import type { LineState } from '../../domain/line.ts'
import type { Rules } from '../../domain/rules.ts'
import { closedAppointment } from '../moving/closures.store.ts'

/** A desk somebody may keep. */
export interface DeskChoice {
  readonly id: DeskId
  readonly inventoryId: InventoryId
  readonly name: string
  readonly location: string
  readonly inventoryName: string
  readonly zone: string
}

export async function desksOfInventories(
  db: Database,
  inventories: readonly InventoryId[],
): Promise<DeskChoice[]> {
  if (inventories.length === 0) return []
  const rows = await db
    .selectFrom('equipment.desk as d')
    .innerJoin('equipment.inventory as i', 'i.id', 'd.inventory_id')
    .select(['d.id', 'd.inventory_id', 'd.name', 'd.location', 'd.time_zone', 'i.name as inventory_name'])
    .where('d.inventory_id', 'in', inventories)
    .where('d.retired_at', 'is', null)
    .orderBy(sql`i.name collate public.french`)
    .orderBy(sql`d.name collate public.french`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    inventoryId: row.inventory_id,
    name: row.name,
    location: row.location,
    inventoryName: row.inventory_name,
    zone: row.time_zone,
  }))
}

interface DayRow {
  id: LineId
  state: LineState
  unit_id: UnitId
  organisation_id: OrganisationId
  collector_name: string
  model_name: string
  asset_number: string
  lifecycle: string
  pickup_at: Instant
  due_at: Instant
  rules: Rules | null
  is_with_another: boolean
  lacks_critical: boolean
  has_closed_appointment: boolean
  back_at: Instant | null
  proofs: { from_day: string; last_day: string; risks: string[]; answer: string | null }[]
}

/**
 * The loans whose pickup or return falls in a span at one desk, with what is late before it: one statement, whatever their
 * number. What was handed over or came back in that span is there too. EQP-801, EQP-1804.
 */
export async function linesAtDesk(
  db: Database,
  desk: DeskId,
  { from, until }: { from: Instant; until: Instant },
): Promise<DeskLine[]> {
  const { rows } = await sql<DayRow>`
    select l.id, l.state, l.unit_id, r.organisation_id, r.collector_name, m.name as model_name, u.asset_number, u.lifecycle,
      l.pickup_at, coalesce(d.due_at, l.return_at) as due_at, l.rules, c.back_at,
      exists (select 1 from equipment.custody o
        where o.unit_id = l.unit_id and o.back_at is null and o.line_id <> l.id) as is_with_another,
      exists (select 1 from equipment.unit p
        where p.kit_id = l.unit_id and p.is_critical and (p.lifecycle <> 'in_service' or exists (
          select 1 from equipment.custody o where o.unit_id = p.id and o.back_at is null and o.line_id <> l.id))
      ) as lacks_critical,
      ${closedAppointment('l')} as has_closed_appointment,
      (select coalesce(jsonb_agg(jsonb_build_object('from_day', p.from_day, 'last_day', p.last_day, 'risks', p.risks,
          'answer', p.answer)), '[]') from equipment.insurance_proof p
        where p.organisation_id = r.organisation_id and p.network_id = r.network_id) as proofs
    from equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id
    join equipment.model m on m.id = l.model_id
    join equipment.unit u on u.id = l.unit_id
    left join lateral (select due_at from equipment.due_date x where x.line_id = l.id and x.lifted_at is null
      order by x.recorded_at desc limit 1) d on true
    left join lateral (select max(back_at) as back_at from equipment.custody x where x.line_id = l.id) c on true
    where r.desk_id = ${desk} and (
      (l.state in ('approved', 'prepared') and l.pickup_at < ${until})
      or (l.state in ('out', 'partially_returned') and (coalesce(d.due_at, l.return_at) < ${until}
        or (l.pickup_at >= ${from} and l.pickup_at < ${until})))
      or (l.state in ('returned', 'inspected') and c.back_at >= ${from} and c.back_at < ${until})
      or l.state = 'returned')
    order by l.pickup_at, u.asset_number`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    unitId: row.unit_id,
    organisationId: row.organisation_id,
    collectorName: row.collector_name,
    what: `${row.model_name}, ${row.asset_number}`,
    pickupAt: row.pickup_at,
    dueAt: row.due_at,
    backAt: row.back_at,
    rules: row.rules,
    isInService: row.lifecycle === 'in_service',
    isWithAnother: row.is_with_another,
    lacksCritical: row.lacks_critical,
    hasClosedAppointment: row.has_closed_appointment,
    proofs: row.proofs.map((proof) => ({
      from: day(proof.from_day),
      lastDay: day(proof.last_day),
      risks: proof.risks,
      isVerified: proof.answer === 'verified',
    })),
  }))
}
