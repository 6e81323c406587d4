import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { AppealKind, AppealState } from '../../domain/decisions/appeal.ts'
import type { DecisionId } from './decisions.store.ts'

export type AppealId = Id<'appeal'>

export interface AppealEvent {
  readonly to: AppealState
  readonly on: Day
  readonly reason: string
  readonly reviewerId: PersonId | null
  readonly decisionId: DecisionId | null
}

/** An appeal and its story: where it stands is its last event. LAB-17. */
export interface Appeal {
  readonly id: AppealId
  readonly decisionId: DecisionId
  readonly kind: AppealKind
  readonly appellantId: OrganisationId
  readonly filedOn: Day
  readonly grounds: string
  readonly state: AppealState
  readonly reviewerId: PersonId | null
  readonly events: readonly AppealEvent[]
}

type Recorded = { at: Instant; by: PersonId | null }

/** Throws the violation of `one_appeal_of_a_kind_per_decision` when there is one already. */
export async function addAppeal(
  tx: Database,
  network: NetworkId,
  filed: Pick<Appeal, 'decisionId' | 'kind' | 'appellantId' | 'filedOn' | 'grounds'>,
  recorded: Recorded,
): Promise<AppealId> {
  const id: AppealId = newId()
  await tx
    .insertInto('labels.appeal')
    .values({
      id,
      network_id: network,
      decision_id: filed.decisionId,
      kind: filed.kind,
      appellant_id: filed.appellantId,
      filed_on: filed.filedOn,
      grounds: filed.grounds,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  return id
}

/** Throws the violation of `one_appeal_event_per_seq` when somebody moved it on meanwhile. */
export async function moveAppeal(
  tx: Database,
  { id, state, events }: Appeal,
  event: Partial<AppealEvent> & Pick<AppealEvent, 'to' | 'on'>,
  recorded: Recorded,
): Promise<void> {
  await tx
    .insertInto('labels.appeal_event')
    .values({
      id: newId(),
      appeal_id: id,
      seq: events.length + 1,
      from_state: state,
      to_state: event.to,
      on_day: event.on,
      reason: event.reason ?? '',
      reviewer_id: event.reviewerId ?? null,
      decision_id: event.decisionId ?? null,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
}

/** Against decisions found through a reach, the first filed first. */
export async function appealsAgainst(db: Database, decisions: readonly DecisionId[]): Promise<Appeal[]> {
  if (decisions.length === 0) return []
  const rows = await db
    .selectFrom('labels.appeal')
    .selectAll()
    .where('decision_id', 'in', decisions)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return withEvents(db, rows)
}

/** Those of the network that wait for an answer, the oldest first. */
export async function openAppeals(db: Database, network: NetworkId): Promise<Appeal[]> {
  const rows = await db
    .selectFrom('labels.appeal as r')
    .selectAll('r')
    .where('r.network_id', '=', network)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('labels.appeal_event as e')
            .select('e.id')
            .whereRef('e.appeal_id', '=', 'r.id')
            .where('e.to_state', 'in', ['accepted', 'partly', 'rejected', 'withdrawn']),
        ),
      ),
    )
    .orderBy('r.filed_on')
    .orderBy('r.id')
    .execute()
  return withEvents(db, rows)
}

interface Row {
  id: AppealId
  decision_id: DecisionId
  kind: string
  appellant_id: OrganisationId
  filed_on: Day
  grounds: string
}

async function withEvents(db: Database, rows: readonly Row[]): Promise<Appeal[]> {
  if (rows.length === 0) return []
  const told = await db
    .selectFrom('labels.appeal_event')
    .selectAll()
    .where(
      'appeal_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute()
  return rows.map((row) => {
    const events = told
      .filter(({ appeal_id }) => appeal_id === row.id)
      .map((event) => ({
        to: event.to_state as AppealState,
        on: event.on_day,
        reason: event.reason,
        reviewerId: event.reviewer_id,
        decisionId: event.decision_id,
      }))
    return {
      id: row.id,
      decisionId: row.decision_id,
      kind: row.kind === 'hierarchical' ? 'hierarchical' : 'gracious',
      appellantId: row.appellant_id,
      filedOn: row.filed_on,
      grounds: row.grounds,
      state: events.at(-1)?.to ?? 'asked',
      reviewerId: events.findLast(({ reviewerId }) => reviewerId)?.reviewerId ?? null,
      events,
    }
  })
}
