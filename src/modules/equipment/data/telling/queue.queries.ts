import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { AgreementId, DeskId, InventoryId, LineId, PlaceId } from '../../domain/equipment.ts'
import type { LineState } from '../../domain/line.ts'
import { closedAppointment } from '../moving/closures.store.ts'
import { lacksCritical } from '../stock.queries.ts'

/** A loan as those who decide see it. */
export interface QueueLine {
  readonly id: LineId
  readonly seq: number
  readonly state: LineState
  readonly organisationId: OrganisationId
  readonly agreementId: AgreementId | null
  readonly deskId: DeskId
  readonly placeId: PlaceId | null
  readonly modelName: string
  readonly unitName: string | null
  readonly pickupAt: Instant | null
  readonly returnAt: Instant | null
  readonly days: number | null
  readonly needsDerogation: boolean
  readonly actionKind: string
  readonly actions: string
  readonly audience: string
  readonly expectedPeople: number | null
  readonly usedAt: string
  readonly isStoredSafely: boolean
  readonly isEnteredForBorrower: boolean
  /** Until when the unit is held, while the request waits for its answer. */
  readonly heldUntil: Instant | null
  /** Another loan of the same borrower, in this network, is out past its due day. */
  readonly isBorrowerLate: boolean
  /** A verified proof covers the whole loan. */
  readonly isInsured: boolean
  /** The unit is kept past its due day by somebody else, or is not in service. EQP-1101. */
  readonly isUnitLate: boolean
  readonly isUnitOutOfService: boolean
  /** A part that a kit cannot do without is out or missing. EQP-1101. */
  readonly lacksCriticalPart: boolean
  /** The desk closed one of its appointments. EQP-306. */
  readonly hasClosedAppointment: boolean
  readonly extensionUntil: Instant | null
  readonly dueAt: Instant | null
  /** It is out, and its due day is past. */
  readonly isLate: boolean
}

const IN_COURSE = ['submitted', 'approved', 'prepared', 'out', 'partially_returned', 'displaced']

interface QueueRow {
  id: LineId
  seq: number
  state: LineState
  organisation_id: OrganisationId
  agreement_id: AgreementId | null
  desk_id: DeskId
  place_id: PlaceId | null
  model_name: string
  unit_name: string | null
  pickup_at: Instant | null
  return_at: Instant | null
  days: number | null
  needs_derogation: boolean
  action_kind: string
  actions: string
  audience: string
  expected_people: number | null
  used_at: string
  is_stored_safely: boolean
  is_entered: boolean
  held_until: Instant | null
  is_borrower_late: boolean
  is_insured: boolean
  is_unit_late: boolean
  is_unit_out_of_service: boolean
  lacks_critical_part: boolean
  has_closed_appointment: boolean
  extension_until: Instant | null
  due_at: Instant | null
  is_late: boolean
}

/** The local day on which a loan is due is past, and something of it is still out. */
const late = (line: string) => sql<boolean>`(exists (
  select 1 from equipment.custody c where c.line_id = ${sql.ref(`${line}.id`)} and c.back_at is null))`

const lastDue = (line: string) => sql<Instant | null>`(select due.due_at from equipment.due_date due
  where due.line_id = ${sql.ref(`${line}.id`)} and due.lifted_at is null
  order by due.recorded_at desc, due.id desc limit 1)`

/**
 * The loans of an inventory with all the flags a decision needs: one statement, whatever their number. The last ones first
 * when they are over, the next ones first otherwise. EQP-504, EQP-1102.
 */
export async function queueOf(
  db: Database,
  inventory: InventoryId,
  now: Instant,
  { line = null as LineId | null } = {},
): Promise<QueueLine[]> {
  const { rows } = await sql<QueueRow>`
    select l.id, l.seq, l.state, r.organisation_id, r.agreement_id, r.desk_id, r.place_id, m.name as model_name, u.asset_number as unit_name, l.pickup_at,
      l.return_at, l.days, l.needs_derogation, r.action_kind, r.actions, r.audience, r.expected_people, r.used_at,
      r.is_stored_safely, r.entered_by is not null as is_entered, due.at as due_at,
      (select max(o.held_until) from equipment.occupancy o where o.line_id = l.id and o.status = 'hold') as held_until,
      (select e.until_at from equipment.extension_request e where e.line_id = l.id and e.answer is null) as extension_until,
      coalesce(${late('l')} and (due.at at time zone d.time_zone)::date < today.day, false) as is_late,
      exists (select 1 from equipment.insurance_proof p where p.organisation_id = r.organisation_id
        and p.network_id = r.network_id and p.answer = 'verified'
        and p.from_day <= (l.pickup_at at time zone d.time_zone)::date
        and p.last_day >= (l.return_at at time zone d.time_zone)::date) as is_insured,
      exists (select 1 from equipment.loan_line l2 join equipment.loan_request r2 on r2.id = l2.request_id
        where r2.organisation_id = r.organisation_id and r2.network_id = r.network_id and l2.id <> l.id
          and ${late('l2')} and (${lastDue('l2')} at time zone d.time_zone)::date < today.day) as is_borrower_late,
      exists (select 1 from equipment.custody c join equipment.loan_line l3 on l3.id = c.line_id
        where c.unit_id = l.unit_id and c.back_at is null and l3.id <> l.id
          and (${lastDue('l3')} at time zone d.time_zone)::date < today.day) as is_unit_late,
      coalesce(u.lifecycle <> 'in_service', false) as is_unit_out_of_service,
      l.state in ('submitted', 'approved', 'prepared') and coalesce(${lacksCritical}, false) as lacks_critical_part,
      ${closedAppointment('l')} as has_closed_appointment
    from equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id
    join equipment.model m on m.id = l.model_id
    join equipment.desk d on d.id = r.desk_id
    left join equipment.unit u on u.id = l.unit_id
    cross join lateral (select (${now}::timestamptz at time zone d.time_zone)::date as day) today
    cross join lateral (select ${lastDue('l')} as at) due
    where r.inventory_id = ${inventory}
      and (l.state = any(${IN_COURSE}) or l.id = ${line}::uuid)
      and (${line}::uuid is null or l.id = ${line}::uuid)
    order by l.pickup_at, l.id`.execute(db)
  return rows.map(queueLineOf)
}

function queueLineOf(row: QueueRow): QueueLine {
  return {
    id: row.id,
    seq: row.seq,
    state: row.state,
    organisationId: row.organisation_id,
    agreementId: row.agreement_id,
    deskId: row.desk_id,
    placeId: row.place_id,
    modelName: row.model_name,
    unitName: row.unit_name,
    pickupAt: row.pickup_at,
    returnAt: row.return_at,
    days: row.days,
    needsDerogation: row.needs_derogation,
    actionKind: row.action_kind,
    actions: row.actions,
    audience: row.audience,
    expectedPeople: row.expected_people,
    usedAt: row.used_at,
    isStoredSafely: row.is_stored_safely,
    isEnteredForBorrower: row.is_entered,
    heldUntil: row.held_until,
    isBorrowerLate: row.is_borrower_late,
    isInsured: row.is_insured,
    isUnitLate: row.is_unit_late && row.state !== 'out',
    isUnitOutOfService: row.is_unit_out_of_service,
    lacksCriticalPart: row.lacks_critical_part,
    hasClosedAppointment: row.has_closed_appointment,
    extensionUntil: row.extension_until,
    dueAt: row.due_at,
    isLate: row.is_late,
  }
}

export interface StoryLine {
  readonly seq: number
  readonly act: string
  readonly to: LineState
  readonly occurredAt: Instant
  readonly recordedBy: string | null
  readonly reasonCode: string | null
  readonly reason: string
}

/** What was done to a loan, in order. EQP-1504. */
export async function storyOf(db: Database, line: LineId): Promise<StoryLine[]> {
  const rows = await db
    .selectFrom('equipment.loan_event')
    .select(['seq', 'act', 'to_state', 'occurred_at', 'recorded_by', 'reason_code', 'reason'])
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
    recordedBy: row.recorded_by,
    reasonCode: row.reason_code,
    reason: row.reason,
  }))
}

export interface WaitingEntry {
  readonly organisationId: OrganisationId
  readonly modelName: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly priority: number
  readonly joinedAt: Instant
  readonly offeredUntil: Instant | null
}

/** Who waits for what, whose turn comes first on top. EQP-1201. */
export async function waitingIn(db: Database, inventory: InventoryId): Promise<WaitingEntry[]> {
  const { rows } = await sql<{
    organisation_id: OrganisationId
    model_name: string
    starts_at: Instant
    ends_at: Instant
    priority: number
    joined_at: Instant
    offered_until: Instant | null
  }>`select r.organisation_id, m.name as model_name, e.starts_at, e.ends_at, e.priority, e.joined_at,
      (select o.expires_at from equipment.waitlist_offer o where o.entry_id = e.id and o.answer is null) as offered_until
    from equipment.waitlist_entry e
    join equipment.loan_request r on r.id = e.request_id
    join equipment.model m on m.id = e.model_id
    where r.inventory_id = ${inventory} and e.left_at is null
    order by m.name collate public.french, e.priority, e.joined_at, e.id`.execute(db)
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    modelName: row.model_name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    priority: row.priority,
    joinedAt: row.joined_at,
    offeredUntil: row.offered_until,
  }))
}
