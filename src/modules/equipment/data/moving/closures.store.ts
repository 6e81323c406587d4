import { type RawBuilder, sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { DeskId, LineId, RequestId } from '../../domain/equipment.ts'
import type { LineState } from '../../domain/line.ts'

/** An appointment of one loan at a desk, to come. */
export interface BookedLine {
  readonly bookingId: Id<'slot-booking'>
  readonly lineId: LineId
  readonly seq: number
  readonly state: LineState
  readonly purpose: 'pickup' | 'return'
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The desk no longer keeps it: it waits for another slot. */
  readonly isClosed: boolean
  readonly organisationId: OrganisationId
  readonly unit: string
}

/** The appointments still to come at a desk in a span, loan by loan, in their order: one statement. EQP-306. */
export async function bookedLines(
  db: Database,
  desk: DeskId,
  { from, until }: { from: Instant; until: Instant | null },
): Promise<BookedLine[]> {
  const { rows } = await sql<BookedLine>`
    select b.id as "bookingId", l.id as "lineId", l.seq, l.state, b.purpose, b.starts_at as "startsAt",
      b.ends_at as "endsAt", b.closed_at is not null as "isClosed", r.organisation_id as "organisationId",
      u.asset_number as unit
    from equipment.slot_booking b
    join equipment.loan_line l on l.pickup_booking_id = b.id or l.return_booking_id = b.id
    join equipment.loan_request r on r.id = l.request_id
    join equipment.unit u on u.id = l.unit_id
    where b.desk_id = ${desk} and b.cancelled_at is null and b.starts_at >= ${from}
      and (${until}::timestamptz is null or b.starts_at < ${until})
      and ((b.purpose = 'pickup' and l.pickup_booking_id = b.id and l.state in ('submitted', 'approved', 'prepared'))
        or (b.purpose = 'return' and l.return_booking_id = b.id
          and l.state in ('submitted', 'approved', 'prepared', 'out', 'partially_returned')))
    order by b.starts_at, u.asset_number collate public.french`.execute(db)
  return rows
}

/** They wait for another slot; their seats stay theirs, in case the desk opens after all. */
export async function markClosed(
  tx: Database,
  bookings: readonly Id<'slot-booking'>[],
  { at, reason }: { at: Instant; reason: string },
): Promise<void> {
  await sql`update equipment.slot_booking set closed_at = ${at}, closed_because = ${reason}
    where id = any(${bookings}::uuid[]) and closed_at is null`.execute(tx)
}

export async function markReopened(tx: Database, bookings: readonly Id<'slot-booking'>[]): Promise<void> {
  await sql`update equipment.slot_booking set closed_at = null, closed_because = ''
    where id = any(${bookings}::uuid[])`.execute(tx)
}

export interface LineDue {
  readonly lineId: LineId
  readonly dueAt: Instant
}

/** One due date for each of these loans, in one statement. */
export async function addClosureDues(
  tx: Database,
  dues: readonly LineDue[],
  { at, reason }: { at: Instant; reason: string },
): Promise<void> {
  if (dues.length === 0) return
  await tx
    .insertInto('equipment.due_date')
    .values(
      dues.map(({ lineId, dueAt }) => ({
        id: newId<'due-date'>(),
        line_id: lineId,
        kind: 'closure',
        due_at: dueAt,
        reason,
        recorded_at: at,
      })),
    )
    .execute()
}

/** What a closing moved counts no more: the desk opened again, or another slot was chosen. */
export async function liftClosureDues(tx: Database, lines: readonly LineId[], at: Instant): Promise<void> {
  await sql`update equipment.due_date set lifted_at = ${at}
    where line_id = any(${lines}::uuid[]) and kind = 'closure' and lifted_at is null`.execute(tx)
}

/**
 * One event in the story of each of these loans, which keep their state: two statements, whatever their number. Returns
 * the rank it has in each.
 */
export async function recordForAll(
  tx: Database,
  lines: readonly LineId[],
  { act, reason }: { act: string; reason: string },
  recorded: { at: Instant; by: PersonId | null },
): Promise<{ id: LineId; seq: number }[]> {
  if (lines.length === 0) return []
  const { rows: held } = await sql<{ id: LineId; seq: number; state: LineState }>`
    select id, seq, state from equipment.loan_line where id = any(${lines}::uuid[]) order by id
    for no key update`.execute(tx)
  await tx
    .insertInto('equipment.loan_event')
    .values(
      held.map(({ id, seq, state }) => ({
        id: newId<'loan-event'>(),
        line_id: id,
        seq: seq + 1,
        act,
        from_state: state,
        to_state: state,
        occurred_at: recorded.at,
        recorded_at: recorded.at,
        recorded_by: recorded.by,
        reason,
        details: '{}',
      })),
    )
    .execute()
  return held.map(({ id, seq }) => ({ id, seq: seq + 1 }))
}

/** Does an appointment of the line named by that alias wait for another slot? */
export function closedAppointment(line: string): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${line}.${column}`)
  return sql<boolean>`exists (select 1 from equipment.slot_booking b
    where b.id in (${of('pickup_booking_id')}, ${of('return_booking_id')})
      and b.closed_at is not null and b.cancelled_at is null
      and (${of('state')} in ('submitted', 'approved', 'prepared')
        or (b.purpose = 'return' and ${of('state')} in ('out', 'partially_returned'))))`
}

export interface ClosedAppointment {
  readonly purpose: 'pickup' | 'return'
  readonly startsAt: Instant
  readonly reason: string
}

/** The appointments of a loan that wait for another slot, pickup first. */
export async function closedAppointmentsOf(db: Database, line: LineId): Promise<ClosedAppointment[]> {
  const { rows } = await sql<ClosedAppointment>`
    select b.purpose, b.starts_at as "startsAt", b.closed_because as reason
    from equipment.loan_line l join equipment.slot_booking b on b.id in (l.pickup_booking_id, l.return_booking_id)
    where l.id = ${line} and b.closed_at is not null and b.cancelled_at is null
      and ((b.purpose = 'pickup' and l.state in ('submitted', 'approved', 'prepared'))
        or (b.purpose = 'return' and l.state in ('submitted', 'approved', 'prepared', 'out', 'partially_returned')))
    order by b.purpose`.execute(db)
  return rows
}

/** The seat the request already has in that slot, to share it; null when it has none. */
export async function bookingAt(
  db: Database,
  request: RequestId,
  { purpose, start }: { purpose: 'pickup' | 'return'; start: Instant },
): Promise<Id<'slot-booking'> | null> {
  const row = await db
    .selectFrom('equipment.slot_booking')
    .select('id')
    .where('request_id', '=', request)
    .where('purpose', '=', purpose)
    .where('starts_at', '=', start)
    .where('cancelled_at', 'is', null)
    .where('closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row ? (row.id as Id<'slot-booking'>) : null
}

/**
 * Moves one end of a loan's plan, for what is not back yet. Throws the violation of `one_use_at_a_time` when somebody else
 * is in the way.
 */
export async function movePlan(
  tx: Database,
  line: LineId,
  { from, until }: { from?: Instant; until?: Instant },
): Promise<void> {
  await sql`update equipment.occupancy
    set period = tstzrange(coalesce(${from ?? null}::timestamptz, lower(period)),
      coalesce(${until ?? null}::timestamptz, upper(period)))
    where line_id = ${line} and status in ('hold', 'firm', 'out')`.execute(tx)
}

/** Every line of the same request that shares this appointment. */
export async function sharingAppointment(db: Database, booking: string): Promise<LineId[]> {
  const rows = await db
    .selectFrom('equipment.loan_line')
    .select('id')
    .where((where) =>
      where.or([
        where(sql<string>`pickup_booking_id::text`, '=', booking),
        where(sql<string>`return_booking_id::text`, '=', booking),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
