import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PrivacyRequest } from '../../../platform/db/schema.generated.ts'
import type { NetworkId, PersonId, Reach } from '../../../platform/session/actor.ts'
import type { Outcome, RequestId, RequestKind } from '../domain/request.ts'

export interface RightsRequest {
  id: RequestId
  networkId: NetworkId
  kind: RequestKind
  name: string
  email: string
  message: string
  /** The account it is about, once the e-mail is verified and one has it in this network. */
  personId: PersonId | null
  filedOn: Day
  dueOn: Day
  extensionReason: string
  verifiedAt: Instant | null
  answeredAt: Instant | null
  outcome: Outcome | null
  answer: string
}

export interface NewRequest {
  id: RequestId
  networkId: NetworkId
  kind: RequestKind
  name: string
  email: string
  message: string
  personId: PersonId | null
  filedAt: Instant
  filedOn: Day
  dueOn: Day
  digest: string
  verifiedAt: Instant | null
}

export async function addRequest(tx: Database, request: NewRequest): Promise<void> {
  await tx
    .insertInto('privacy.request')
    .values({
      id: request.id,
      network_id: request.networkId,
      kind: request.kind,
      requester_name: request.name,
      email: request.email,
      message: request.message,
      person_id: request.personId,
      filed_at: request.filedAt,
      filed_on: request.filedOn,
      due_on: request.dueOn,
      digest: request.digest,
      verified_at: request.verifiedAt,
    })
    .execute()
}

/** How many requests this address filed that day, here. */
export async function filedThatDay(
  db: Database,
  network: NetworkId,
  email: string,
  on: Day,
): Promise<number> {
  const { count } = await db
    .selectFrom('privacy.request')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('network_id', '=', network)
    .where('email', '=', email)
    .where('filed_on', '=', on)
    .executeTakeFirstOrThrow()
  return count
}

/** By the token of the link, in the network it was filed in. */
export async function findRequestByDigest(
  db: Database,
  network: NetworkId,
  digest: string,
): Promise<RightsRequest | null> {
  const row = await db
    .selectFrom('privacy.request')
    .selectAll()
    .where('network_id', '=', network)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row ? requestOf(row) : null
}

export async function findRequest(db: Database, reach: Reach, id: RequestId): Promise<RightsRequest | null> {
  const row = await withinReach(db, reach).where('id', '=', id).executeTakeFirst()
  return row ? requestOf(row) : null
}

/** For jobs, which have no reach. */
export async function requestById(db: Database, id: RequestId): Promise<RightsRequest | null> {
  const row = await db.selectFrom('privacy.request').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? requestOf(row) : null
}

/** Held until the transaction ends: two answers at once take their turn. */
export async function lockRequest(tx: Database, reach: Reach, id: RequestId): Promise<RightsRequest | null> {
  const row = await withinReach(tx, reach).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? requestOf(row) : null
}

/** What waits for an answer, nearest deadline first. */
export async function openRequests(db: Database, reach: Reach): Promise<RightsRequest[]> {
  const rows = await withinReach(db, reach)
    .where('answered_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(requestOf)
}

export const PAGE_SIZE = 25

/** One page of what was answered, latest first. */
export async function answeredRequests(db: Database, reach: Reach, page: number) {
  const found = withinReach(db, reach).where('answered_at', 'is not', null)
  const { count } = await found
    .clearSelect()
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .orderBy('answered_at', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  return { requests: rows.map(requestOf), total: count }
}

/** A person's own, in this network. */
export async function requestsOf(
  db: Database,
  network: NetworkId,
  person: PersonId,
): Promise<RightsRequest[]> {
  const rows = await db
    .selectFrom('privacy.request')
    .selectAll()
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .orderBy('filed_at', 'desc')
    .execute()
  return rows.map(requestOf)
}

/** Confirmed, unanswered, and due by that day at the latest, in every network. */
export async function requestsDueBy(db: Database, by: Day): Promise<RightsRequest[]> {
  const rows = await db
    .selectFrom('privacy.request')
    .selectAll()
    .where('answered_at', 'is', null)
    .where('verified_at', 'is not', null)
    .where('due_on', '<=', by)
    .orderBy('due_on')
    .execute()
  return rows.map(requestOf)
}

/** False when it was confirmed before. */
export async function recordVerification(
  tx: Database,
  id: RequestId,
  verified: { at: Instant; personId: PersonId | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('privacy.request')
    .set({ verified_at: verified.at, person_id: verified.personId })
    .where('id', '=', id)
    .where('verified_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function recordExtension(
  tx: Database,
  id: RequestId,
  { dueOn, reason }: { dueOn: Day; reason: string },
): Promise<void> {
  await tx
    .updateTable('privacy.request')
    .set({ due_on: dueOn, extension_reason: reason })
    .where('id', '=', id)
    .execute()
}

export async function recordAnswer(
  tx: Database,
  id: RequestId,
  given: { at: Instant; outcome: Outcome; answer: string; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('privacy.request')
    .set({ answered_at: given.at, outcome: given.outcome, answer: given.answer, answered_by: given.by })
    .where('id', '=', id)
    .execute()
}

function withinReach(db: Database, reach: Reach) {
  return db
    .selectFrom('privacy.request')
    .selectAll()
    .where((is) => (reach.kind === 'all' ? is('network_id', '=', reach.network) : is.lit(false)))
}

function requestOf(row: Selectable<PrivacyRequest>): RightsRequest {
  return {
    id: row.id,
    networkId: row.network_id,
    kind: row.kind as RequestKind,
    name: row.requester_name,
    email: row.email,
    message: row.message,
    personId: row.person_id,
    filedOn: row.filed_on,
    dueOn: row.due_on,
    extensionReason: row.extension_reason,
    verifiedAt: row.verified_at,
    answeredAt: row.answered_at,
    outcome: row.outcome as Outcome | null,
    answer: row.answer,
  }
}
