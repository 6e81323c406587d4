import type { Instant } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type PersonId, personOf } from '../../../../platform/session/actor.ts'
import {
  type Invitation,
  type InvitationKey,
  lockInvitation,
  recordAnswer,
} from '../../data/members/invitations.store.ts'
import { addInvitedPerson, personByEmail, proveEmail } from '../../data/members/invited-people.store.ts'
import { addMembership } from '../../data/members/members.store.ts'
import { networkById } from '../../data/networks/networks.store.ts'
import { savePassword } from '../../data/sign-in/passwords.store.ts'
import { invitationState } from '../../domain/members/invitation.ts'
import type { MembershipId } from '../../domain/members/member.ts'
import { tellInvitationAnswer } from '../../jobs/invitation-jobs.ts'

export type AnswerRefusal =
  | 'no-such-invitation'
  | 'already-answered'
  | 'expired'
  | 'another-person'
  | 'account-changed-meanwhile'

export interface Accepted {
  invitation: Invitation
  personId: PersonId
  membershipId: MembershipId
  /** The account was made by this act. */
  isNew: boolean
}

/** Somebody who has no account yet. Without a password, they sign in by a link sent to them. */
export interface Newcomer {
  givenName: string
  familyName: string
  /** As `hashOf` made it, outside of this transaction. */
  passwordHash: string | null
}

/**
 * Accepts: the link of the mail, or a session under its address, proves who accepts. Gives the membership, and the
 * account of a newcomer. Answered once, whatever the number of clicks: the others find `already-answered`.
 */
export function acceptInvitation(
  context: Context,
  key: InvitationKey,
  newcomer: Newcomer | null,
): Promise<Accepted | Refusal<AnswerRefusal>> {
  return answering<Accepted>(context, key, async (tx, invitation, there) => {
    const known = await personByEmail(tx, invitation.email)
    const personId = known ?? (await welcome(tx, invitation, newcomer, context.now))
    if (!personId) return refuse('account-changed-meanwhile')
    await proveEmail(tx, personId)
    const membershipId = await addMembership(tx, {
      ...invitation,
      personId,
      fromDay: context.today,
    })
    await recordAnswer(tx, invitation.id, { answer: 'accepted', at: context.now, membershipId })
    const { role, organisationId: organisation } = invitation
    await writeJournal(tx, there, 'invitation.accepted', invitation.id, {
      membership: membershipId,
      person: personId,
      organisation,
      role,
    })
    return { invitation, personId, membershipId, isNew: !known }
  })
}

/** Their account; null when it was made, or erased, since the page was shown. */
async function welcome(
  tx: Database,
  { email }: Invitation,
  newcomer: Newcomer | null,
  now: Instant,
): Promise<PersonId | null> {
  const personId = newcomer && (await addInvitedPerson(tx, { ...newcomer, email }, now))
  if (personId && newcomer.passwordHash) await savePassword(tx, personId, newcomer.passwordHash)
  return personId
}

/** Declines: nothing is given, and whoever invited is told. */
export function refuseInvitation(
  context: Context,
  key: InvitationKey,
): Promise<Invitation | Refusal<AnswerRefusal>> {
  return answering<Invitation>(context, key, async (tx, invitation, there) => {
    await recordAnswer(tx, invitation.id, { answer: 'refused', at: context.now })
    await writeJournal(tx, there, 'invitation.refused', invitation.id)
    return invitation
  })
}

/** `there`: the context in the network that invites, which may not be the one of the page. */
function answering<T>(
  context: Context,
  key: InvitationKey,
  work: (tx: Database, invitation: Invitation, there: Context) => Promise<T | Refusal<AnswerRefusal>>,
): Promise<T | Refusal<AnswerRefusal>> {
  return inTransaction<T | Refusal<AnswerRefusal>>(context.db, async (tx) => {
    const invitation = await lockInvitation(tx, key)
    if (!invitation) return refuse('no-such-invitation')
    const state = invitationState(invitation, context.now)
    if (state !== 'open') return refuse(state === 'expired' ? 'expired' : 'already-answered')
    if (await isAnother(tx, context, invitation.email)) return refuse('another-person')
    const network = (await networkById(tx, invitation.networkId)) ?? context.network
    const answer = await work(tx, invitation, { ...context, network })
    await enqueue(tx, tellInvitationAnswer, { invitation: invitation.id })
    return answer
  })
}

/** Signed in as somebody else than the address belongs to; support never answers in a person's place. */
export async function isAnother(db: Database, { actor }: Context, email: string): Promise<boolean> {
  const signedIn = personOf(actor)
  if (!signedIn) return false
  if (actor.kind === 'member' && actor.impersonator) return true
  return signedIn.personId !== (await personByEmail(db, email))
}
