import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Accounts } from './accounts.ts'

export interface NewSession {
  personId: Id<'person'>
  membershipId: Id<'membership'> | null
  openedBy: string
}

/** Opens a session without a ceremony of the library (demonstration, tests), and returns the token of its cookie. */
export async function openSession(
  db: Database,
  accounts: Accounts,
  { personId, membershipId, openedBy }: NewSession,
): Promise<string> {
  const { internalAdapter } = await accounts.$context
  const session = await internalAdapter.createSession(personId, false)
  await db
    .updateTable('identity.session')
    .set({ membership_id: membershipId, opened_by: openedBy })
    .where('id', '=', session.id as Id<'session'>)
    .execute()
  return session.token
}

/** A session as the end of a sign-in knows it. */
export interface OpenedSession {
  id: Id<'session'>
  personId: Id<'person'>
  openedBy: string
}

/** Writes from where the session was opened, in whatever way it was. */
export async function stampSession(
  tx: Database,
  token: string,
  origin: Context['origin'],
): Promise<OpenedSession> {
  return tx
    .updateTable('identity.session')
    .set({ address: origin?.address ?? null, user_agent: origin?.userAgent.slice(0, 300) ?? null })
    .where('token', '=', token)
    .returning(['id', 'person_id as personId', 'opened_by as openedBy'])
    .executeTakeFirstOrThrow()
}

export function findSession(db: Database, id: Id<'session'>) {
  return db
    .selectFrom('identity.session')
    .select(['id', 'person_id', 'address'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function closeSession(db: Database, id: Id<'session'>): Promise<void> {
  await db.deleteFrom('identity.session').where('id', '=', id).execute()
}

/** True when that session is theirs, and was open. */
export async function closeOwnSession(
  tx: Database,
  person: Id<'person'>,
  id: Id<'session'>,
): Promise<boolean> {
  const closed = await tx
    .deleteFrom('identity.session')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}

/** Ends their sessions, but `keep`. Returns how many. */
export async function closeSessionsOf(
  tx: Database,
  person: Id<'person'>,
  keep: Id<'session'> | null,
): Promise<number> {
  const closed = await tx
    .deleteFrom('identity.session')
    .where('person_id', '=', person)
    .where(sql<boolean>`id is distinct from ${keep}`)
    .returning('id')
    .execute()
  return closed.length
}

/** Where a person is signed in, the last used first. */
export function listSessions(db: Database, person: Id<'person'>) {
  return db
    .selectFrom('identity.session')
    .select(['id', 'address', 'user_agent', 'created_at', 'updated_at', 'opened_by', 'second_factor_at'])
    .where('person_id', '=', person)
    .where(sql<boolean>`not ${isOver}`)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
}

/** The last time a session was used, to a few minutes: what its owner reads in the list. */
export async function noteUse(db: Database, id: Id<'session'>): Promise<void> {
  await db
    .updateTable('identity.session')
    .set({ updated_at: sql<Instant>`now()` })
    .where('id', '=', id)
    .execute()
}

/** Sessions that are over open nothing any more. Returns how many went. */
export async function forgetSessions(db: Database): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('identity.session').where(isOver).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Expired, or older than any network allows: it opens nothing any more. */
const isOver = sql<boolean>`(expires_at <= now() or created_at <= now() - make_interval(days =>
  (select coalesce(max(n.session_days), 0) from identity.network n)))`

/** Was it opened, or given its second factor, less than so many minutes ago? Whoever did that is still there. */
export async function isSessionFresh(db: Database, id: Id<'session'>, minutes: number): Promise<boolean> {
  const row = await db
    .selectFrom('identity.session')
    .select('id')
    .where('id', '=', id)
    .where(sql<boolean>`greatest(created_at, second_factor_at) > now() - make_interval(mins => ${minutes})`)
    .executeTakeFirst()
  return row !== undefined
}
