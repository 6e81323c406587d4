import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { ApplicationState } from '../../domain/applications/application.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

/** Criteria answered, or shown a proof for, after an instant. LAB-10. */
export async function changedSince(
  db: Database,
  application: ApplicationId,
  since: Instant,
): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from labels.application_answer where application_id = ${application} and changed_at > ${since}
    union select code from labels.application_proof where application_id = ${application} and added_at > ${since}
    union select i.code from labels.completion_item i join labels.completion_request q on q.id = i.request_id
      where q.application_id = ${application} and i.answered_at > ${since}`.execute(db)
  return new Set(rows.map(({ code }) => code))
}

export interface StateChange {
  readonly to: ApplicationState
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
}

export async function eventsOf(db: Database, application: ApplicationId): Promise<StateChange[]> {
  const rows = await db
    .selectFrom('labels.application_event')
    .select(['to_state', 'reason', 'at', 'by'])
    .where('application_id', '=', application)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    to: row.to_state as ApplicationState,
    reason: row.reason,
    at: row.at,
    by: row.by as PersonId | null,
  }))
}
