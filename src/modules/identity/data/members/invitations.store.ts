import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach, Role } from '../../../../platform/session/actor.ts'
import { INVITATION_DAYS, type InvitationFacts } from '../../domain/members/invitation.ts'
import type { MembershipId } from '../../domain/members/member.ts'
import { isWithin, lastsOn } from './membership-terms.ts'

export type InvitationId = Id<'invitation'>

export interface NewInvitation {
  email: string
  givenName: string
  familyName: string
  organisationId: OrganisationId
  role: Role
  jobTitle: string
}

export interface Invitation extends NewInvitation, InvitationFacts {
  id: InvitationId
  networkId: NetworkId
  networkName: string
  organisationName: string
  inviterName: string | null
  inviterEmail: string | null
  sentAt: Instant
  sentTimes: number
}

/** In place of the digest until the mail is written: no link opens it. */
const UNSENT = 'unsent:'

export async function addInvitation(
  tx: Database,
  network: NetworkId,
  { email, givenName, familyName, organisationId, role, jobTitle }: NewInvitation,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<InvitationId> {
  const id: InvitationId = newId()
  await tx
    .insertInto('identity.invitation')
    .values({
      id,
      network_id: network,
      organisation_id: organisationId,
      role,
      email,
      given_name: givenName,
      family_name: familyName,
      job_title: jobTitle,
      digest: `${UNSENT}${newId()}`,
      invited_by: by,
      invited_at: at,
      sent_at: at,
      expires_at: endOf(at),
    })
    .execute()
  return id
}

/** The link of before opens nothing from now on; the new one is made with its mail. */
export async function renewInvitation(tx: Database, id: InvitationId, at: Instant): Promise<void> {
  await tx
    .updateTable('identity.invitation')
    .set({
      digest: `${UNSENT}${newId()}`,
      sent_at: at,
      sent_times: sql<number>`sent_times + 1`,
      expires_at: endOf(at),
    })
    .where('id', '=', id)
    .execute()
}

/** Keeps the digest of the link about to be sent. False when this mail was written before, or is no longer due. */
export async function keepDigest(tx: Database, id: InvitationId, digest: string): Promise<boolean> {
  const kept = await tx
    .updateTable('identity.invitation')
    .set({ digest })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .where('digest', 'like', `${UNSENT}%`)
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

export interface Answer {
  answer: 'accepted' | 'refused' | 'withdrawn'
  at: Instant
  membershipId?: MembershipId
}

export async function recordAnswer(
  tx: Database,
  id: InvitationId,
  { answer, at, membershipId }: Answer,
): Promise<void> {
  await tx
    .updateTable('identity.invitation')
    .set({ answer, answered_at: at, membership_id: membershipId ?? null })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .execute()
}

/** How one comes to an invitation: by the link of its mail, or signed in under the address it was sent to. */
export type InvitationKey = { digest: string; network: NetworkId } | { id: InvitationId; email: string }

export async function findInvitation(db: Database, key: InvitationKey): Promise<Invitation | null> {
  const row = await invitations(db).where(isKey(key)).executeTakeFirst()
  return row ? invitationOf(row) : null
}

/** The same, held until the transaction ends: it is answered once. */
export async function lockInvitation(tx: Database, key: InvitationKey): Promise<Invitation | null> {
  const row = await invitations(tx).where(isKey(key)).forUpdate('i').executeTakeFirst()
  return row ? invitationOf(row) : null
}

/** The invitation within reach; `lock` holds it until the transaction ends. */
export async function invitationWithin(
  db: Database,
  reach: Reach,
  id: InvitationId,
  { lock = false } = {},
): Promise<Invitation | null> {
  const row = await invitations(db)
    .where('i.id', '=', id)
    .where(isWithin(reach, 'i'))
    .$if(lock, (query) => query.forUpdate('i'))
    .executeTakeFirst()
  return row ? invitationOf(row) : null
}

/** For jobs, which know an id and no reach. */
export async function invitationById(db: Database, id: InvitationId): Promise<Invitation | null> {
  const row = await invitations(db).where('i.id', '=', id).executeTakeFirst()
  return row ? invitationOf(row) : null
}

/** Those nobody answered yet, expired ones included: the latest sent first. */
export async function openInvitations(db: Database, reach: Reach): Promise<Invitation[]> {
  const rows = await invitations(db)
    .where(isWithin(reach, 'i'))
    .where('i.answer', 'is', null)
    .orderBy('i.sent_at', 'desc')
    .orderBy('i.id')
    .limit(200)
    .execute()
  return rows.map(invitationOf)
}

/** Those sent to the verified address of a person, in every network, and that may still be answered. */
export async function invitationsFor(db: Database, person: PersonId, now: Instant): Promise<Invitation[]> {
  const rows = await invitations(db)
    .innerJoin('identity.person as p', 'p.email', 'i.email')
    .where('p.id', '=', person)
    .where('p.email_verified', '=', true)
    .where('i.answer', 'is', null)
    .where('i.expires_at', '>', now)
    .orderBy('i.sent_at', 'desc')
    .execute()
  return rows.map(invitationOf)
}

/** What already stands in the way: the same role held today, or the same invitation still open. */
export async function invitedBefore(
  db: Database,
  network: NetworkId,
  { email, organisationId, role }: Pick<NewInvitation, 'email' | 'organisationId' | 'role'>,
  today: Day,
): Promise<{ isMember: boolean; open: InvitationId | null }> {
  const held = await db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .innerJoin('identity.current_organisation as o', 'o.id', 'm.organisation_id')
    .select('m.id')
    .where('m.network_id', '=', network)
    .where('p.email', '=', email)
    .where('m.role', '=', role)
    .where('o.current_id', '=', organisationId)
    .where(lastsOn(today))
    .executeTakeFirst()
  const open = await db
    .selectFrom('identity.invitation as i')
    .innerJoin('identity.current_organisation as o', 'o.id', 'i.organisation_id')
    .select('i.id')
    .where('i.network_id', '=', network)
    .where('i.email', '=', email)
    .where('i.role', '=', role)
    .where('o.current_id', '=', organisationId)
    .where('i.answer', 'is', null)
    .executeTakeFirst()
  return { isMember: held !== undefined, open: open?.id ?? null }
}

function endOf(sentAt: Instant) {
  return sql<Instant>`${sentAt}::timestamptz + make_interval(days => ${INVITATION_DAYS})`
}

function isKey(key: InvitationKey) {
  return 'digest' in key
    ? sql<boolean>`(i.digest = ${key.digest} and i.network_id = ${key.network})`
    : sql<boolean>`(i.id = ${key.id} and i.email = ${key.email})`
}

function invitations(db: Database) {
  return db
    .selectFrom('identity.invitation as i')
    .innerJoin('identity.network as n', 'n.id', 'i.network_id')
    .innerJoin('identity.current_organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('identity.person as inviter', 'inviter.id', 'i.invited_by')
    .select(['i.id', 'i.network_id', 'i.role', 'i.email', 'i.given_name', 'i.family_name', 'i.job_title'])
    .select(['i.sent_at', 'i.sent_times', 'i.expires_at', 'i.answer', 'n.name as networkName'])
    .select(['o.current_id as organisationId', 'o.name as organisationName'])
    .select(['inviter.name as inviterName', 'inviter.email as inviterEmail'])
}

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number]

function invitationOf(row: Row): Invitation {
  return {
    id: row.id,
    networkId: row.network_id,
    networkName: row.networkName,
    organisationId: row.organisationId as OrganisationId,
    organisationName: row.organisationName ?? '',
    role: row.role as Role,
    email: row.email,
    givenName: row.given_name,
    familyName: row.family_name,
    jobTitle: row.job_title,
    inviterName: row.inviterName,
    inviterEmail: row.inviterEmail,
    sentAt: row.sent_at,
    sentTimes: row.sent_times,
    expiresAt: row.expires_at,
    answer: row.answer as Invitation['answer'],
  }
}
