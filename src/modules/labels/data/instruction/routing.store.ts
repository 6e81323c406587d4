import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import type { Holder, SchemeId } from '../awards/awards.store.ts'
import type { GroupId } from './groups.store.ts'

export interface Routing {
  /** Of the last step; 0 while it was never routed. */
  readonly seq: number
  readonly groupId: GroupId | null
  readonly personId: PersonId | null
}

/** Throws the violation of `one_routing_per_seq` when somebody else sent it elsewhere meanwhile. */
export async function addRouting(
  tx: Database,
  application: ApplicationId,
  { seq, groupId, personId, reason }: Routing & { reason: string },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('labels.routing')
    .values({
      id: newId(),
      application_id: application,
      seq,
      group_id: groupId,
      person_id: personId,
      reason,
      at: recorded.at,
      by: recorded.by,
    })
    .execute()
}

export async function currentRouting(db: Database, application: ApplicationId): Promise<Routing> {
  const row = await db
    .selectFrom('labels.current_routing')
    .select(['seq', 'group_id', 'person_id'])
    .where('application_id', '=', application)
    .executeTakeFirst()
  return {
    seq: row?.seq ?? 0,
    groupId: (row?.group_id as GroupId | undefined) ?? null,
    personId: row?.person_id ?? null,
  }
}

export interface Step {
  readonly groupId: GroupId | null
  readonly personId: PersonId | null
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
}

/** Where it went, from the first to the last. */
export async function routingsOf(db: Database, application: ApplicationId): Promise<Step[]> {
  const rows = await db
    .selectFrom('labels.routing')
    .select(['group_id', 'person_id', 'reason', 'at', 'by'])
    .where('application_id', '=', application)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    groupId: row.group_id,
    personId: row.person_id,
    reason: row.reason,
    at: row.at,
    by: row.by as PersonId | null,
  }))
}

export interface Unrouted {
  readonly id: ApplicationId
  readonly schemeId: SchemeId
  readonly holder: Holder
  readonly seq: number
  /** It was in a group that has closed since. */
  readonly isInClosedGroup: boolean
}

/** Files that were sent, are not over, and lie in no open group: those a new group may take. */
export async function unroutedFiles(
  db: Database,
  network: NetworkId,
  only: ApplicationId | null,
): Promise<Unrouted[]> {
  const rows = await db
    .selectFrom('labels.application as a')
    .leftJoin('labels.current_routing as r', 'r.application_id', 'a.id')
    .leftJoin('labels.instructor_group as g', 'g.id', 'r.group_id')
    .select(['a.id', 'a.scheme_id', 'a.place_id', 'a.organisation_id', 'r.seq', 'g.closed_at'])
    .where('a.network_id', '=', network)
    .where('a.purpose', '=', 'application')
    .where('a.state', 'not in', ['draft', 'decided', 'withdrawn', 'not_followed_up'])
    // What a person sent back to the owner stays there.
    .where((is) =>
      is.or([is('g.closed_at', 'is not', null), is.and([is('g.id', 'is', null), is('r.by', 'is', null)])]),
    )
    .$if(only !== null, (query) => query.where('a.id', '=', only))
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    schemeId: row.scheme_id,
    holder: row.place_id
      ? { kind: 'place', id: row.place_id }
      : { kind: 'organisation', id: row.organisation_id as Extract<Holder, { kind: 'organisation' }>['id'] },
    seq: row.seq ?? 0,
    isInClosedGroup: row.closed_at !== null,
  }))
}
