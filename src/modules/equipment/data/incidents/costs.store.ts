import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { UnitId } from '../../domain/equipment.ts'
import type { IncidentId } from '../../domain/incidents/incident.ts'
import type { JobId } from '../upkeep/maintenance.store.ts'

export const BEARERS = ['owner', 'borrower', 'insurer'] as const

export type Bearer = (typeof BEARERS)[number]

export interface RepairCost {
  readonly label: string
  readonly amountCents: number
  readonly bearer: Bearer
  readonly day: Day
}

export async function addCost(
  tx: Database,
  of: { unitId: UnitId; incidentId: IncidentId | null; jobId?: JobId },
  cost: RepairCost,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('equipment.repair_cost')
    .values({
      id: newId(),
      unit_id: of.unitId,
      incident_id: of.incidentId,
      job_id: of.jobId ?? null,
      label: cost.label,
      amount_cents: cost.amountCents,
      bearer: cost.bearer,
      day: cost.day,
      recorded_at: at,
    })
    .execute()
}

const columns = sql`c.label, c.amount_cents::float8 as "amountCents", c.bearer, c.day`

export async function costsOfIncident(db: Database, incident: IncidentId): Promise<RepairCost[]> {
  const { rows } = await sql<RepairCost>`select ${columns} from equipment.repair_cost c
    where c.incident_id = ${incident} order by c.day, c.id`.execute(db)
  return rows
}

/** What the repairs of one unit came to, in cents, whoever bore them. EQP-906. */
export async function repairCost(db: Database, unit: UnitId): Promise<number> {
  const { rows } = await sql<{ total: number }>`select coalesce(sum(amount_cents), 0)::float8 as total
    from equipment.repair_cost where unit_id = ${unit}`.execute(db)
  return rows[0]?.total ?? 0
}
