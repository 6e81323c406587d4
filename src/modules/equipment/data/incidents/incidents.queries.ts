import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId, LineId, ModelId, UnitId } from '../../domain/equipment.ts'
import type { IncidentId, IncidentKind, IncidentState } from '../../domain/incidents/incident.ts'
import type { LineState } from '../../domain/line.ts'
import type { Lifecycle } from '../catalogue/catalogue.store.ts'
import type { Emergency, IncidentFacts } from './incidents.store.ts'

/** An incident as whoever deals with it reads it. */
export interface Incident extends IncidentFacts {
  readonly id: IncidentId
  readonly inventoryId: InventoryId
  readonly unitId: UnitId
  readonly unitName: string
  readonly modelId: ModelId
  readonly modelName: string
  readonly lifecycle: Lifecycle
  readonly lifecycleSeq: number
  readonly deskId: DeskId
  readonly lineId: LineId | null
  readonly lineState: LineState | null
  readonly organisationId: OrganisationId | null
  readonly kind: IncidentKind
  readonly part: string
  readonly account: string
  readonly discoveredAt: Instant
  readonly reportedAt: Instant
  readonly emergency: Emergency | null
  readonly rootId: Id<'root'> | null
  readonly estimatedUntil: Instant | null
  readonly state: IncidentState
  readonly seq: number
  readonly photos: readonly { readonly id: string; readonly fileId: Id<'file'>; readonly alt: string }[]
  /** A charge was announced and is not decided. */
  readonly hasOpenCharge: boolean
}

const columns = sql`i.id, u.inventory_id as "inventoryId", i.unit_id as "unitId", u.asset_number as "unitName",
  u.model_id as "modelId", m.name as "modelName", u.lifecycle, u.lifecycle_seq as "lifecycleSeq",
  coalesce(r.desk_id, u.home_desk_id) as "deskId", i.line_id as "lineId", l.state as "lineState",
  r.organisation_id as "organisationId", i.kind, i.part, i.account, i.discovered_at as "discoveredAt",
  i.reported_at as "reportedAt", i.witness_name as "witnessName", i.police_reference as "policeReference",
  i.police_day as "policeDay", i.insurer_claim as "insurerClaim", i.emergency, i.root_id as "rootId",
  i.estimated_until as "estimatedUntil", i.state, i.seq,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'fileId', p.file_id, 'alt', p.alt) order by p.id), '[]')
    from equipment.incident_photo p where p.incident_id = i.id) as photos,
  exists (select 1 from equipment.charge c where c.incident_id = i.id and c.decided_at is null) as "hasOpenCharge"`

const tables = sql`equipment.incident i join equipment.unit u on u.id = i.unit_id join equipment.model m on m.id = u.model_id
  left join equipment.loan_line l on l.id = i.line_id left join equipment.loan_request r on r.id = l.request_id`

/** Which incidents: `open` are those not closed. */
export interface IncidentFilter {
  readonly show: 'open' | 'all'
  readonly kind: IncidentKind | null
}

/** Those of an inventory, the last told first, those that are closed after. */
export async function incidentsOf(
  db: Database,
  inventory: InventoryId,
  { show, kind }: IncidentFilter = { show: 'all', kind: null },
): Promise<Incident[]> {
  const { rows } = await sql<Incident>`select ${columns} from ${tables}
    where u.inventory_id = ${inventory} and (${show === 'all'} or i.state <> 'closed')
      and (${kind === null} or i.kind = ${kind})
    order by i.state = 'closed', i.reported_at desc, i.id limit 500`.execute(db)
  return rows
}

/** Null when it is not of that inventory. */
export async function findIncident(
  db: Database,
  inventory: InventoryId,
  id: IncidentId,
): Promise<Incident | null> {
  const { rows } = await sql<Incident>`select ${columns} from ${tables}
    where u.inventory_id = ${inventory} and i.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function incidentsOfLine(db: Database, line: LineId): Promise<Incident[]> {
  const { rows } = await sql<Incident>`select ${columns} from ${tables}
    where i.line_id = ${line} order by i.reported_at, i.id`.execute(db)
  return rows
}

export async function incidentsOfUnit(db: Database, unit: UnitId): Promise<Incident[]> {
  const { rows } = await sql<Incident>`select ${columns} from ${tables}
    where i.unit_id = ${unit} order by i.reported_at desc, i.id`.execute(db)
  return rows
}

/** Thefts whose complaint has no reference yet, in one network. EQP-902. */
export async function theftsWithoutReference(db: Database, network: string): Promise<Incident[]> {
  const { rows } = await sql<Incident>`select ${columns} from ${tables}
    join equipment.inventory n on n.id = u.inventory_id
    where n.network_id = ${network} and i.kind = 'theft' and i.police_reference = '' and i.state <> 'closed'
    order by i.reported_at`.execute(db)
  return rows
}

/** Holds an incident until the transaction ends; its units are held first. */
export async function lockIncident(tx: Database, id: IncidentId): Promise<void> {
  await sql`select 1 from equipment.incident where id = ${id} for no key update`.execute(tx)
}

export interface IncidentEvent {
  readonly seq: number
  readonly act: string
  readonly to: IncidentState
  readonly reason: string
  readonly recordedAt: Instant
  readonly recordedBy: PersonId | null
}

export async function storyOfIncident(db: Database, id: IncidentId): Promise<IncidentEvent[]> {
  const { rows } =
    await sql<IncidentEvent>`select seq, act, to_state as "to", reason, recorded_at as "recordedAt",
      recorded_by as "recordedBy" from equipment.incident_event where incident_id = ${id} order by seq`.execute(
      db,
    )
  return rows
}

/** What a replacement value is worked out from. */
export async function valueOfUnit(
  db: Database,
  unit: UnitId,
): Promise<{ newCents: number | null; acquiredOn: Day } | null> {
  const { rows } = await sql<{ cents: string | null; on: Day }>`
    select m.replacement_cents as cents, coalesce(u.acquired_on, (u.created_at at time zone i.time_zone)::date)::text as "on"
    from equipment.unit u join equipment.model m on m.id = u.model_id join equipment.inventory i on i.id = u.inventory_id
    where u.id = ${unit}`.execute(db)
  const [row] = rows
  return row ? { newCents: row.cents === null ? null : Number(row.cents), acquiredOn: row.on } : null
}

/** A loan that came to its end, and waits for somebody to close it. */
export interface LoanToEnd {
  readonly id: LineId
  readonly state: LineState
  readonly organisationId: OrganisationId
  readonly modelName: string
  readonly unitName: string
  readonly since: Instant
}

/** Inspected, contested, lost or stolen, the oldest first. EQP-503. */
export async function loansToEnd(db: Database, inventory: InventoryId): Promise<LoanToEnd[]> {
  const { rows } = await sql<LoanToEnd>`
    select l.id, l.state, r.organisation_id as "organisationId", m.name as "modelName", u.asset_number as "unitName",
      e.recorded_at as since
    from equipment.loan_line l join equipment.loan_request r on r.id = l.request_id
    join equipment.model m on m.id = l.model_id join equipment.unit u on u.id = l.unit_id
    join equipment.loan_event e on e.line_id = l.id and e.seq = l.seq
    where r.inventory_id = ${inventory} and l.state in ('inspected', 'disputed', 'lost', 'stolen')
    order by e.recorded_at, l.id limit 200`.execute(db)
  return rows
}

/** How many incidents a loan has, and how many charges wait for the borrower's answer. */
export async function happenedIn(
  db: Database,
  line: LineId,
): Promise<{ incidents: number; awaited: number }> {
  const { rows } = await sql<{ incidents: number; awaited: number }>`select
      (select count(*)::integer from equipment.incident i where i.line_id = ${line}) as incidents,
      (select count(*)::integer from equipment.charge c where c.line_id = ${line} and c.decided_at is null
        and c.borrower_answered_at is null) as awaited`.execute(db)
  return rows[0] ?? { incidents: 0, awaited: 0 }
}
