import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, Reach } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import type { LineId, ModelId, RequestId, UnitId } from '../../domain/equipment.ts'
import type { LineState } from '../../domain/line.ts'
import type { Rules } from '../../domain/rules.ts'
import { closedAppointment } from '../moving/closures.store.ts'

/** A line as its borrower follows it. */
export interface OwnLine {
  readonly id: LineId
  readonly requestId: RequestId
  readonly organisationId: OrganisationId
  readonly modelId: ModelId
  readonly model: string
  /** Asset number of the unit kept for it. */
  readonly unit: string | null
  readonly desk: string
  readonly deskLocation: string
  readonly zone: string
  readonly contact: string
  readonly actions: string
  readonly collector: string
  readonly pickupAt: Instant | null
  readonly returnAt: Instant | null
  /** The date that counts, extensions and recalls included. */
  readonly dueAt: Instant | null
  readonly originalDueAt: Instant | null
  readonly days: number | null
  readonly needsDerogation: boolean
  readonly state: LineState
  readonly seq: number
  readonly isOut: boolean
  readonly waits: boolean
  readonly offeredUntil: Instant | null
  readonly displacedUntil: Instant | null
  readonly asksUntil: Instant | null
  readonly hasOutcome: boolean
  /** Those it was decided under; null before. EQP-101. */
  readonly rules: Rules | null
  /** The desk closed one of its appointments: another slot is to be chosen. EQP-306. */
  readonly hasClosedAppointment: boolean
}

/** The lines of a reach, the next appointment first, what is over last: one statement. */
export async function ownLines(
  db: Database,
  reach: Reach,
  { line = null, limit = 200 }: { line?: LineId | null; limit?: number } = {},
): Promise<OwnLine[]> {
  if (reach.kind === 'nobody') return []
  const organisations = reach.kind === 'these' ? reach.organisations : null
  const { rows } = await sql<OwnLine>`
    select l.id, l.request_id as "requestId", r.organisation_id as "organisationId",
      l.model_id as "modelId", m.name as model, u.asset_number as unit, d.name as desk, d.location as "deskLocation",
      d.time_zone as zone, i.contact, r.actions, r.collector_name as collector, l.pickup_at as "pickupAt",
      l.return_at as "returnAt", l.days, l.needs_derogation as "needsDerogation", l.state, l.seq, l.rules,
      (select due.due_at from equipment.due_date due where due.line_id = l.id and due.lifted_at is null
        order by due.recorded_at desc, due.id desc limit 1) as "dueAt",
      (select due.due_at from equipment.due_date due where due.line_id = l.id and due.kind = 'original') as "originalDueAt",
      exists (select 1 from equipment.custody c where c.line_id = l.id and c.back_at is null) as "isOut",
      exists (select 1 from equipment.waitlist_entry e where e.line_id = l.id and e.left_at is null) as waits,
      (select o.expires_at from equipment.waitlist_offer o join equipment.waitlist_entry e on e.id = o.entry_id
        where e.line_id = l.id and o.answer is null limit 1) as "offeredUntil",
      (select x.answer_until from equipment.displacement x where x.line_id = l.id and x.answer is null) as "displacedUntil",
      (select x.until_at from equipment.extension_request x where x.line_id = l.id and x.answer is null) as "asksUntil",
      exists (select 1 from equipment.loan_outcome o where o.line_id = l.id) as "hasOutcome",
      ${closedAppointment('l')} as "hasClosedAppointment"
    from equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id
    join equipment.inventory i on i.id = r.inventory_id
    join equipment.desk d on d.id = r.desk_id
    join equipment.model m on m.id = l.model_id
    left join equipment.unit u on u.id = l.unit_id
    where r.network_id = ${reach.network}
      and (${organisations === null} or r.organisation_id = any(${organisations ?? []}::uuid[]))
      and (${line === null} or l.id = ${line}::uuid)
    order by l.state in ('rejected', 'withdrawn', 'expired', 'no_show', 'closed'), l.pickup_at nulls last, l.created_at desc
    limit ${limit}`.execute(db)
  return rows
}

export interface StoryLine {
  readonly seq: number
  readonly act: string
  readonly to: LineState
  readonly occurredAt: Instant
  readonly reasonCode: string | null
  readonly reason: string
}

/** What happened to a line, first act first. EQP-1504. */
export async function storyOf(db: Database, line: LineId): Promise<StoryLine[]> {
  const rows = await db
    .selectFrom('equipment.loan_event')
    .select(['seq', 'act', 'to_state', 'occurred_at', 'reason_code', 'reason'])
    .where('line_id', '=', line)
    // A loan taken from a file passes by states that nobody lived.
    .where('act', '<>', 'imported_step')
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    act: row.act,
    to: row.to_state as LineState,
    occurredAt: row.occurred_at,
    reasonCode: row.reason_code,
    reason: row.reason,
  }))
}

export interface WaitingPlace {
  readonly entryId: Id<'waitlist-entry'>
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** 1 is served next. */
  readonly position: number
}

/** Where a line stands on the list of its model; null when it waits for nothing. EQP-1201. */
export async function waitingPlaceOf(db: Database, line: LineId): Promise<WaitingPlace | null> {
  const { rows } = await sql<WaitingPlace>`
    select e.id as "entryId", e.starts_at as "startsAt", e.ends_at as "endsAt",
      (select 1 + count(*)::integer from equipment.waitlist_entry b where b.model_id = e.model_id and b.left_at is null
        and (b.priority, b.joined_at, b.id) < (e.priority, e.joined_at, e.id)) as position
    from equipment.waitlist_entry e where e.line_id = ${line} and e.left_at is null`.execute(db)
  return rows[0] ?? null
}

/** Why an approved line makes way, and what is proposed instead; null when nothing waits for an answer. EQP-602. */
export async function displacementShown(db: Database, line: LineId) {
  const row = await db
    .selectFrom('equipment.displacement as x')
    .leftJoin('equipment.unit as u', 'u.id', 'x.proposed_unit_id')
    .leftJoin('equipment.model as m', 'm.id', 'u.model_id')
    .leftJoin('equipment.occupancy as o', 'o.root_id', 'x.for_root_id')
    .select(['x.reason', 'x.proposal', 'x.answer_until', 'u.asset_number', 'm.name as model'])
    .select([
      sql<Instant | null>`lower(o.period)`.as('from'),
      sql<Instant | null>`upper(o.period)`.as('until'),
    ])
    .where('x.line_id', '=', line)
    .where('x.answer', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Names of the structures that have these lines: shown only to those allowed. EQP-1502. */
export async function borrowersOf(db: Database, lines: readonly LineId[]): Promise<Map<LineId, string>> {
  if (lines.length === 0) return new Map()
  const rows = await db
    .selectFrom('equipment.loan_line as l')
    .innerJoin('equipment.loan_request as r', 'r.id', 'l.request_id')
    .select(['l.id', 'r.organisation_id'])
    .where('l.id', 'in', lines)
    .execute()
  const names = await organisationNames(
    db,
    rows.map((row) => row.organisation_id),
  )
  return new Map(
    rows.flatMap((row) => {
      const name = names.get(row.organisation_id)
      return name ? [[row.id, name] as const] : []
    }),
  )
}

export interface DraftRead {
  readonly id: RequestId
  readonly inventoryId: string
  readonly deskId: string
  readonly agreementId: string | null
  readonly actionKind: string
  readonly actions: string
  readonly audience: string
  readonly expectedPeople: number | null
  readonly usedAt: string
  readonly isStoredSafely: boolean
  readonly collectorName: string
  readonly collectorQuality: string
  readonly collectorPhone: string
  readonly pickupAt: Instant | null
  readonly returnAt: Instant | null
  readonly wanted: readonly {
    readonly modelId: ModelId
    readonly unitId: UnitId | null
    readonly count: number
  }[]
}

/** A request that was not sent, as it was left; null when it was, or is out of reach. */
export async function findDraft(db: Database, reach: Reach, id: RequestId): Promise<DraftRead | null> {
  if (reach.kind !== 'these') return null
  const { rows } = await sql<DraftRead>`
    select r.id, r.inventory_id as "inventoryId", r.desk_id as "deskId", r.agreement_id as "agreementId",
      r.action_kind as "actionKind", r.actions, r.audience, r.expected_people as "expectedPeople", r.used_at as "usedAt",
      r.is_stored_safely as "isStoredSafely", r.collector_name as "collectorName",
      r.collector_quality as "collectorQuality", r.collector_phone as "collectorPhone",
      (select min(l.pickup_at) from equipment.loan_line l where l.request_id = r.id) as "pickupAt",
      (select max(l.return_at) from equipment.loan_line l where l.request_id = r.id) as "returnAt",
      (select coalesce(jsonb_agg(w), '[]') from (
        select l.model_id as "modelId", l.wanted_unit_id as "unitId", count(*)::integer as count
        from equipment.loan_line l where l.request_id = r.id and l.state = 'draft' group by 1, 2) w) as wanted
    from equipment.loan_request r
    where r.id = ${id} and r.network_id = ${reach.network} and r.submitted_at is null
      and r.organisation_id = any(${[...reach.organisations]}::uuid[])`.execute(db)
  return rows[0] ?? null
}
