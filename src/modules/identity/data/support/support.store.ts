import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { MembershipId } from '../../domain/members/member.ts'
import type { SupportConsent, SupportGrant } from '../../domain/support/support.ts'

/** Where a consent holds: one person, one network. */
export interface SupportOf {
  person: PersonId
  network: NetworkId
}

/** The consent in force; the last one given, when two were given at once. */
export async function liveConsent(
  db: Database,
  { person, network }: SupportOf,
  now: Instant,
): Promise<SupportConsent | null> {
  const row = await db
    .selectFrom('identity.support_consent')
    .select(['id', 'may_write as mayWrite', 'given_at as givenAt', 'until_at as untilAt'])
    .where('person_id', '=', person)
    .where('network_id', '=', network)
    .where('withdrawn_at', 'is', null)
    .where('until_at', '>', now)
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function addConsent(
  tx: Database,
  { person, network }: SupportOf,
  { mayWrite, givenAt, untilAt }: Omit<SupportConsent, 'id'>,
): Promise<Id<'support-consent'>> {
  const id = newId<'support-consent'>()
  await tx
    .insertInto('identity.support_consent')
    .values({
      id,
      person_id: person,
      network_id: network,
      may_write: mayWrite,
      given_at: givenAt,
      until_at: untilAt,
    })
    .execute()
  return id
}

/** Withdraws all that is in force, and ends the visits that rest on it. Returns the consents withdrawn. */
export async function withdrawConsents(
  tx: Database,
  { person, network }: SupportOf,
  now: Instant,
): Promise<Id<'support-consent'>[]> {
  const rows = await tx
    .updateTable('identity.support_consent')
    .set({ withdrawn_at: now })
    .where('person_id', '=', person)
    .where('network_id', '=', network)
    .where('withdrawn_at', 'is', null)
    .where('until_at', '>', now)
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await endedAt(tx, now).where('consent_id', 'in', ids).execute()
  return ids
}

export interface NewVisit extends SupportGrant {
  session: Id<'session'>
  impersonator: PersonId
  membership: MembershipId
  network: NetworkId
  startedAt: Instant
}

/** Opens the visit of this session; what it left open elsewhere, or lost the right to, is over. */
export async function openVisit(tx: Database, visit: NewVisit): Promise<Id<'impersonation'>> {
  await endVisitOf(tx, visit.session, visit.startedAt)
  const id = newId<'impersonation'>()
  await tx
    .insertInto('identity.impersonation')
    .values({
      id,
      session_id: visit.session,
      impersonator_id: visit.impersonator,
      membership_id: visit.membership,
      network_id: visit.network,
      consent_id: visit.consentId,
      reason: visit.reason,
      may_write: visit.write,
      started_at: visit.startedAt,
      ends_at: visit.endsAt,
    })
    .execute()
  return id
}

/** Ends the visit of a session, if one is open. */
export async function endVisitOf(tx: Database, session: Id<'session'>, now: Instant): Promise<void> {
  await endedAt(tx, now).where('session_id', '=', session).execute()
}

/** A visit whose hour passed ended then, not now. */
function endedAt(tx: Database, now: Instant) {
  return tx
    .updateTable('identity.impersonation')
    .set({ ended_at: sql<Instant>`least(ends_at, ${now}::timestamptz)` })
    .where('ended_at', 'is', null)
}

function visits(db: Database) {
  return db
    .selectFrom('identity.impersonation as i')
    .innerJoin('identity.membership as m', 'm.id', 'i.membership_id')
    .innerJoin('identity.person as visitor', 'visitor.id', 'i.impersonator_id')
    .select(['i.id', 'i.reason', 'i.started_at as startedAt', 'visitor.name as visitorName'])
    .select(['i.may_write as mayWrite', 'i.network_id as networkId', 'i.ends_at as endsAt'])
    .select(sql<Instant>`coalesce(i.ended_at, i.ends_at)`.as('overAt'))
}

/** Who came in a person's place, latest first; the last hundred. */
export function visitsTo(db: Database, { person, network }: SupportOf) {
  return visits(db)
    .where('m.person_id', '=', person)
    .where('i.network_id', '=', network)
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(100)
    .execute()
}

export type Visit = Awaited<ReturnType<typeof visitsTo>>[number]

/** For the job that tells the person: the visit, and their address. */
export async function findVisit(db: Database, id: Id<'impersonation'>) {
  const row = await visits(db)
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .select('p.email')
    .where('i.id', '=', id)
    .where('p.anonymised_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
