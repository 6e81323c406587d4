import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'
import type { IncidentId, IncidentKind, IncidentState } from '../../domain/incidents/incident.ts'

/** What an emergency justified. 002 art. 4: an intervention to make safe, never a repair. */
export interface Emergency {
  readonly atStake: string
  readonly done: string
  readonly by: string
}

/** What others know of an incident: told with it, or later. EQP-902. */
export interface IncidentFacts {
  readonly witnessName: string
  readonly policeReference: string
  readonly policeDay: Day | null
  readonly insurerClaim: string
}

export interface NewIncident extends Partial<IncidentFacts> {
  readonly unitId: UnitId
  readonly lineId: LineId | null
  readonly kind: IncidentKind
  /** The label of what is missing or damaged, when it is not the whole. */
  readonly part?: string
  readonly account: string
  readonly discoveredAt: Instant
  /** Present if and only if it is an emergency intervention. */
  readonly emergency: Emergency | null
  readonly photos: readonly { readonly fileId: Id<'file'>; readonly alt: string }[]
}

type Recorded = { at: Instant; by: PersonId | null }

/**
 * An incident as it is declared, with its photos and the first line of its story. Throws `one_missing_part_of_loan` when
 * that part of that loan already has one. EQP-902.
 */
export async function addIncident(
  tx: Database,
  incident: NewIncident,
  recorded: Recorded,
): Promise<IncidentId> {
  const id = newId<'incident'>()
  await tx
    .insertInto('equipment.incident')
    .values({
      id,
      unit_id: incident.unitId,
      line_id: incident.lineId,
      kind: incident.kind,
      part: incident.part ?? '',
      account: incident.account,
      discovered_at: incident.discoveredAt,
      reported_at: recorded.at,
      reported_by: recorded.by,
      witness_name: incident.witnessName ?? '',
      police_reference: incident.policeReference ?? '',
      police_day: incident.policeDay ?? null,
      insurer_claim: incident.insurerClaim ?? '',
      emergency: incident.emergency && JSON.stringify(incident.emergency),
    })
    .execute()
  await addIncidentEvent(tx, { id, seq: 0 }, { act: 'declared', to: 'declared' }, recorded)
  for (const { fileId, alt } of incident.photos)
    await tx
      .insertInto('equipment.incident_photo')
      .values({ id: newId(), incident_id: id, file_id: fileId, alt })
      .execute()
  return id
}

export interface IncidentAct {
  readonly act: string
  readonly to: IncidentState
  readonly reason?: string
  readonly details?: Record<string, unknown>
}

/** One more line of its story, which says its state. Throws `one_incident_event_per_seq` when another came first. */
export async function addIncidentEvent(
  tx: Database,
  { id, seq }: { id: IncidentId; seq: number },
  act: IncidentAct,
  recorded: Recorded,
): Promise<void> {
  await tx
    .insertInto('equipment.incident_event')
    .values({
      id: newId(),
      incident_id: id,
      seq: seq + 1,
      act: act.act,
      to_state: act.to,
      reason: act.reason ?? '',
      details: JSON.stringify(act.details ?? {}),
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
}

export async function saveFacts(tx: Database, id: IncidentId, facts: IncidentFacts): Promise<void> {
  await tx
    .updateTable('equipment.incident')
    .set({
      witness_name: facts.witnessName,
      police_reference: facts.policeReference,
      police_day: facts.policeDay,
      insurer_claim: facts.insurerClaim,
    })
    .where('id', '=', id)
    .execute()
}

/** Until when it stops its unit, and the rows that do so; both null: it stops nothing any more. */
export async function saveStop(
  tx: Database,
  id: IncidentId,
  stop: { rootId: Id<'root'> | null; until: Instant | null },
): Promise<void> {
  await tx
    .updateTable('equipment.incident')
    .set({ root_id: stop.rootId, estimated_until: stop.until })
    .where('id', '=', id)
    .execute()
}

/**
 * Takes the units for an incident wherever nothing else does: what is out, in its turnaround, or already kept by the owner
 * needs no second row. Loans to come have made way before. EQP-903.
 */
export async function addStop(
  tx: Database,
  stop: {
    rootId: Id<'root'>
    units: readonly UnitId[]
    from: Instant
    until: Instant | null
    title: string
  },
  recorded: Recorded,
): Promise<void> {
  await sql`
    insert into equipment.occupancy (id, unit_id, kind, root_id, status, period, prep_minutes, turnaround_minutes, blocked,
      title, recorded_at, recorded_by)
    select gen_random_uuid(), u.id, 'incident', ${stop.rootId}::uuid, 'firm', gap, 0, 0, 'empty', ${stop.title},
      ${recorded.at}::timestamptz, ${recorded.by}::uuid
    from equipment.unit u, unnest(
      tstzmultirange(tstzrange(${stop.from}::timestamptz, ${stop.until}::timestamptz)) - coalesce((
        select range_agg(o.blocked) from equipment.occupancy o where o.unit_id = u.id and o.status <> 'released'),
        '{}'::tstzmultirange)) gap
    where u.id = any(${stop.units}::uuid[])`.execute(tx)
}

/** The thing works again: what it took from now on is free. */
export async function endStop(tx: Database, rootId: string, at: Instant): Promise<void> {
  await sql`update equipment.occupancy set
      status = case when lower(period) >= ${at}::timestamptz then 'released' else 'done' end,
      period = case when ${at}::timestamptz > lower(period) and (upper(period) is null or ${at}::timestamptz < upper(period))
        then tstzrange(lower(period), ${at}::timestamptz) else period end
    where root_id = ${rootId}::uuid and kind = 'incident' and status = 'firm'`.execute(tx)
}
