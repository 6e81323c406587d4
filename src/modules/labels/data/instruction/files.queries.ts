import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { Answer } from '../../domain/applications/answers.ts'
import type { ApplicationState } from '../../domain/applications/application.ts'
import type { Mark } from '../../domain/instruction/completion.ts'
import { type Application, type ApplicationId, lockApplication } from '../applications/applications.store.ts'
import type { Holder, SchemeId } from '../awards/awards.store.ts'
import type { SchemeVersionId } from '../schemes/schemes.store.ts'
import type { GroupId } from './groups.store.ts'

/** How far whoever instructs sees: all that was sent, or what lies in their groups, never their own organisation's. */
export type Desk =
  | { readonly kind: 'all'; readonly network: NetworkId }
  | {
      readonly kind: 'groups'
      readonly network: NetworkId
      readonly groups: readonly GroupId[]
      readonly except: readonly OrganisationId[]
    }

/** A file as the queue reads it: all that says what is next. */
export interface QueueRow {
  readonly id: ApplicationId
  readonly state: ApplicationState
  readonly schemeId: SchemeId
  readonly versionId: SchemeVersionId
  readonly holder: Holder
  readonly applicantId: OrganisationId
  readonly submittedAt: Instant
  readonly groupId: GroupId | null
  readonly personId: PersonId | null
  readonly answers: Readonly<Record<string, Answer>>
  readonly marks: Readonly<Record<string, Mark>>
  readonly completions: readonly {
    readonly askedOn: Day
    readonly dueOn: Day
    readonly answeredOn: Day | null
    readonly remindedOn: readonly Day[]
  }[]
  readonly opinions: readonly { readonly dueOn: Day; readonly givenOn: Day | null }[]
  readonly visit: {
    readonly plannedOn: Day
    readonly isConfirmed: boolean
    readonly isDeclined: boolean
    readonly isReported: boolean
  } | null
}

/** Every file within the desk that is not over, or one of them: one statement, however many. */
export async function queueOf(
  db: Database,
  desk: Desk,
  only: { id: ApplicationId } | null = null,
): Promise<QueueRow[]> {
  const which = only
    ? sql<boolean>`a.id = ${only.id}`
    : sql<boolean>`a.state not in ('decided', 'withdrawn', 'not_followed_up')`
  const { rows } = await sql<Row>`
    select a.id, a.state, a.scheme_id, a.version_id, a.place_id, a.organisation_id, a.applicant_id, a.submitted_at,
      r.group_id, r.person_id,
      coalesce((select jsonb_object_agg(w.code, w.value) from labels.application_answer w
        where w.application_id = a.id), '{}') as answers,
      coalesce((select jsonb_object_agg(m.code, m.mark) from labels.review_mark m
        where m.application_id = a.id), '{}') as marks,
      coalesce((select jsonb_agg(jsonb_build_object('askedOn', q.asked_on, 'dueOn', q.due_on, 'answeredOn', q.answered_on,
          'remindedOn', coalesce((select jsonb_agg(k.sent_on order by k.rank) from labels.completion_reminder k
            where k.request_id = q.id), '[]')) order by q.rank)
        from labels.completion_request q where q.application_id = a.id), '[]') as completions,
      coalesce((select jsonb_agg(jsonb_build_object('dueOn', o.due_on, 'givenOn', o.given_on) order by o.due_on)
        from labels.opinion o where o.application_id = a.id and o.revoked_at is null), '[]') as opinions,
      (select jsonb_build_object('plannedOn', v.planned_on, 'isConfirmed', v.confirmed_at is not null,
          'isDeclined', v.declined_at is not null, 'isReported', v.reported_at is not null)
        from labels.visit v where v.application_id = a.id and v.cancelled_at is null
        order by v.proposed_at desc, v.id desc limit 1) as visit
    from labels.application a
    left join labels.current_routing r on r.application_id = a.id
    left join labels.instructor_group g on g.id = r.group_id and g.closed_at is null
    where ${isOnDesk(desk)} and ${which}
    order by a.submitted_at, a.id`.execute(db)
  return rows.map(rowOf)
}

/** Was sent, and lies on that desk. */
function isOnDesk(desk: Desk): RawBuilder<boolean> {
  const sent = sql<boolean>`a.network_id = ${desk.network} and a.purpose = 'application' and a.submitted_at is not null`
  if (desk.kind === 'all') return sent
  return sql<boolean>`${sent} and g.id = any(${[...desk.groups]}::uuid[])
    and not a.applicant_id = any(${[...desk.except]}::uuid[])
    and not coalesce(a.organisation_id = any(${[...desk.except]}::uuid[]), false)`
}

/** A file held until the transaction ends; null when it does not exist, or lies on another desk. */
export async function lockOnDesk(tx: Database, desk: Desk, id: ApplicationId): Promise<Application | null> {
  const locked = await lockApplication(tx, { kind: 'all', network: desk.network }, id)
  return locked && (await isFound(tx, desk, id)) ? locked : null
}

async function isFound(db: Database, desk: Desk, id: ApplicationId): Promise<boolean> {
  const { rows } = await sql`select from labels.application a
    left join labels.current_routing r on r.application_id = a.id
    left join labels.instructor_group g on g.id = r.group_id and g.closed_at is null
    where a.id = ${id} and ${isOnDesk(desk)}`.execute(db)
  return rows.length > 0
}

interface Row extends Omit<QueueRow, 'schemeId' | 'versionId' | 'holder' | 'applicantId' | 'submittedAt'> {
  scheme_id: SchemeId
  version_id: SchemeVersionId
  place_id: Extract<Holder, { kind: 'place' }>['id'] | null
  organisation_id: OrganisationId | null
  applicant_id: OrganisationId
  submitted_at: Instant
  group_id: GroupId | null
  person_id: PersonId | null
}

function rowOf({ place_id, organisation_id, ...row }: Row): QueueRow {
  const { id, state, answers, marks, completions, opinions, visit } = row
  return {
    ...{ id, state, answers, marks, completions, opinions, visit },
    schemeId: row.scheme_id,
    versionId: row.version_id,
    holder: place_id
      ? { kind: 'place', id: place_id }
      : { kind: 'organisation', id: organisation_id as OrganisationId },
    applicantId: row.applicant_id,
    submittedAt: row.submitted_at,
    groupId: row.group_id,
    personId: row.person_id,
  }
}
