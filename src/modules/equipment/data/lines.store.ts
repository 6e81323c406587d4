import { sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../platform/session/actor.ts'
import type {
  AgreementId,
  DeskId,
  InventoryId,
  LineId,
  ModelId,
  PlaceId,
  RequestId,
  UnitId,
} from '../domain/equipment.ts'
import type { LineState } from '../domain/line.ts'
import type { Rules } from '../domain/rules.ts'
import { lockUnits, withParts } from './occupancy.store.ts'

/** One unit of one request, with what the acts on it need to know. */
export interface Line {
  readonly id: LineId
  readonly requestId: RequestId
  readonly networkId: NetworkId
  readonly inventoryId: InventoryId
  readonly organisationId: OrganisationId
  readonly placeId: PlaceId | null
  readonly agreementId: AgreementId | null
  readonly deskId: DeskId
  readonly collectorName: string
  readonly modelId: ModelId
  readonly wantedUnitId: UnitId | null
  readonly unitId: UnitId | null
  readonly pickupAt: Instant | null
  readonly returnAt: Instant | null
  readonly pickupBookingId: string | null
  readonly returnBookingId: string | null
  readonly state: LineState
  /** Rank of its last event: a page that shows an older one is stale. */
  readonly seq: number
  readonly days: number | null
  readonly needsDerogation: boolean
  readonly rules: Rules | null
}

function linesWithin(db: Database, reach: Reach) {
  return db
    .selectFrom('equipment.loan_line as l')
    .innerJoin('equipment.loan_request as r', 'r.id', 'l.request_id')
    .select([
      'l.id',
      'l.request_id',
      'r.network_id',
      'r.inventory_id',
      'r.organisation_id',
      'r.place_id',
      'r.agreement_id',
      'r.desk_id',
      'r.collector_name',
      'l.model_id',
      'l.wanted_unit_id',
      'l.unit_id',
      'l.pickup_at',
      'l.return_at',
      'l.pickup_booking_id',
      'l.return_booking_id',
      'l.state',
      'l.seq',
      'l.days',
      'l.needs_derogation',
      'l.rules',
    ])
    .where((where) => {
      if (reach.kind === 'nobody') return where.val(false)
      const inNetwork = where('r.network_id', '=', reach.network)
      if (reach.kind === 'all') return inNetwork
      return reach.organisations.length === 0
        ? where.val(false)
        : where.and([inNetwork, where('r.organisation_id', 'in', reach.organisations)])
    })
}

type LineRow = Awaited<ReturnType<ReturnType<typeof linesWithin>['executeTakeFirstOrThrow']>>

export async function findLine(db: Database, reach: Reach, id: LineId): Promise<Line | null> {
  const row = await linesWithin(db, reach).where('l.id', '=', id).executeTakeFirst()
  return row ? lineOf(row) : null
}

/** Those of them that exist within this reach. */
export async function findLines(db: Database, reach: Reach, ids: readonly LineId[]): Promise<Line[]> {
  if (ids.length === 0) return []
  return (await linesWithin(db, reach).where('l.id', 'in', ids).execute()).map(lineOf)
}

export async function linesOfRequest(db: Database, reach: Reach, request: RequestId): Promise<Line[]> {
  const rows = await linesWithin(db, reach).where('l.request_id', '=', request).orderBy('l.id').execute()
  return rows.map(lineOf)
}

/**
 * The line, its unit and its parts held until the transaction ends: units first, in their order, then the line. Null when
 * it does not exist within this reach.
 */
export async function lockLine(
  tx: Database,
  reach: Reach,
  id: LineId,
  others: readonly UnitId[] = [],
): Promise<Line | null> {
  const seen = await findLine(tx, reach, id)
  if (!seen) return null
  const own = seen.unitId ? await withParts(tx, seen.unitId) : []
  await lockUnits(tx, [...own, ...others])
  await sql`select 1 from equipment.loan_line where id = ${id} for no key update`.execute(tx)
  return findLine(tx, reach, id)
}

export interface LineAct {
  readonly act: string
  readonly to: LineState
  readonly reasonCode?: string | null
  readonly reason?: string
  readonly occurredAt?: Instant
  readonly details?: Record<string, unknown>
}

/**
 * Adds one event to the story of a locked line, and returns the line as it is then. Throws `transition_is_allowed`,
 * `one_event_per_seq` or `state_follows_the_last_one` when the story does not allow it.
 */
export async function recordEvent(
  tx: Database,
  line: Line,
  act: LineAct,
  recorded: { at: Instant; by: PersonId | null },
): Promise<Line> {
  const seq = line.seq + 1
  await tx
    .insertInto('equipment.loan_event')
    .values({
      id: newId(),
      line_id: line.id,
      seq,
      act: act.act,
      from_state: line.seq === 0 ? null : line.state,
      to_state: act.to,
      occurred_at: act.occurredAt ?? recorded.at,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
      reason_code: act.reasonCode ?? null,
      reason: act.reason ?? '',
      details: JSON.stringify(act.details ?? {}),
    })
    .execute()
  return { ...line, seq, state: act.to }
}

export interface LinePlan {
  unitId: UnitId
  pickupAt: Instant
  returnAt: Instant
  pickupBookingId: Id<'slot-booking'> | null
  returnBookingId: Id<'slot-booking'> | null
  days: number
  needsDerogation: boolean
  policyVersion: number | null
  rules: Rules
}

/** Before the event that submits it: a line in course always has a unit and hours. */
export async function planLine(tx: Database, line: LineId, plan: LinePlan): Promise<void> {
  await sql`update equipment.loan_line set unit_id = ${plan.unitId}, pickup_at = ${plan.pickupAt},
      return_at = ${plan.returnAt}, pickup_booking_id = ${plan.pickupBookingId},
      return_booking_id = ${plan.returnBookingId}, days = ${plan.days}, needs_derogation = ${plan.needsDerogation},
      policy_version = ${plan.policyVersion}, rules = ${JSON.stringify(plan.rules)}::jsonb
    where id = ${line}`.execute(tx)
}

/** What changed of its plan. */
export async function replanLine(
  tx: Database,
  line: LineId,
  plan: Partial<
    Pick<LinePlan, 'unitId' | 'pickupAt' | 'returnAt' | 'pickupBookingId' | 'returnBookingId' | 'days'>
  >,
): Promise<void> {
  await sql`update equipment.loan_line set unit_id = coalesce(${plan.unitId ?? null}::uuid, unit_id),
      pickup_at = coalesce(${plan.pickupAt ?? null}::timestamptz, pickup_at),
      return_at = coalesce(${plan.returnAt ?? null}::timestamptz, return_at),
      pickup_booking_id = coalesce(${plan.pickupBookingId ?? null}::uuid, pickup_booking_id),
      return_booking_id = coalesce(${plan.returnBookingId ?? null}::uuid, return_booking_id),
      days = coalesce(${plan.days ?? null}::integer, days)
    where id = ${line}`.execute(tx)
}

/** A line of its own for the second part of a split loan: same request, same model, not yet told. */
export async function addSibling(tx: Database, line: Line, at: Instant): Promise<Line> {
  const id: LineId = newId()
  await tx
    .insertInto('equipment.loan_line')
    .values({ id, request_id: line.requestId, model_id: line.modelId, sibling_id: line.id, created_at: at })
    .execute()
  return { ...line, id, unitId: null, state: 'draft', seq: 0 }
}

export async function addDueDate(
  tx: Database,
  line: LineId,
  due: {
    kind: 'original' | 'extension' | 'recall' | 'closure' | 'shortening' | 'early_return'
    dueAt: Instant
    reason: string
  },
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('equipment.due_date')
    .values({
      id: newId(),
      line_id: line,
      kind: due.kind,
      due_at: due.dueAt,
      reason: due.reason,
      recorded_at: at,
    })
    .execute()
}

function lineOf(row: LineRow): Line {
  return {
    id: row.id,
    requestId: row.request_id,
    networkId: row.network_id,
    inventoryId: row.inventory_id,
    organisationId: row.organisation_id,
    placeId: row.place_id,
    agreementId: row.agreement_id,
    deskId: row.desk_id,
    collectorName: row.collector_name,
    modelId: row.model_id,
    wantedUnitId: row.wanted_unit_id,
    unitId: row.unit_id,
    pickupAt: row.pickup_at,
    returnAt: row.return_at,
    pickupBookingId: row.pickup_booking_id,
    returnBookingId: row.return_booking_id,
    state: row.state as LineState,
    seq: row.seq,
    days: row.days,
    needsDerogation: row.needs_derogation,
    rules: row.rules as Rules | null,
  }
}
