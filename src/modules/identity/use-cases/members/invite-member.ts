import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { HEAD_ROLES, personOf } from '../../../../platform/session/actor.ts'
import {
  addInvitation,
  type InvitationId,
  invitedBefore,
  type NewInvitation,
} from '../../data/members/invitations.store.ts'
import { headOf, organisationsToInviteFor } from '../../data/members/invited-people.store.ts'
import { rolesInGiftOf } from '../../domain/members/invitation.ts'
import { sendInvitation } from '../../jobs/invitation-jobs.ts'

export type InviteRefusal =
  | 'no-such-organisation'
  | 'role-not-yours-to-give'
  | 'role-of-the-head'
  | 'already-member'
  | 'already-invited'

/**
 * Invites somebody to a role, for an organisation within the context's reach (the head gives every role, a partner
 * those of its own people). The mail leaves after commit; its link lasts 14 days. `already-invited` names the open
 * invitation in its details (`invitation`).
 */
export async function inviteMember(
  context: Context,
  invitation: NewInvitation,
): Promise<{ id: InvitationId } | Refusal<InviteRefusal>> {
  try {
    return await inTransaction(context.db, (tx) => invite(tx, context, invitation))
  } catch (error) {
    if (refusedBy(error) !== 'one_open_invitation') throw error
    const { open } = await invitedBefore(context.db, context.network.id, invitation, context.today)
    return refuse('already-invited', { invitation: open ?? '' })
  }
}

async function invite(tx: Database, context: Context, invitation: NewInvitation) {
  const refusal = await whyNot(tx, context, invitation)
  if (refusal) return refusal
  const by = personOf(context.actor)?.personId ?? null
  const id = await addInvitation(tx, context.network.id, invitation, { at: context.now, by })
  const { organisationId, role } = invitation
  await writeJournal(tx, context, 'invitation.sent', id, { organisation: organisationId, role })
  await enqueue(tx, sendInvitation, { invitation: id })
  return { id }
}

async function whyNot(
  tx: Database,
  { reach, network, today }: Context,
  invitation: NewInvitation,
): Promise<Refusal<InviteRefusal> | null> {
  const { organisationId, role } = invitation
  const organisations = await organisationsToInviteFor(tx, reach)
  if (!organisations.some(({ id }) => id === organisationId)) return refuse('no-such-organisation')
  if (!rolesInGiftOf(reach).includes(role)) return refuse('role-not-yours-to-give')
  const head = await headOf(tx, network.id)
  if (HEAD_ROLES.includes(role) && head !== null && head !== organisationId) return refuse('role-of-the-head')
  const { isMember, open } = await invitedBefore(tx, network.id, invitation, today)
  if (isMember) return refuse('already-member')
  return open ? refuse('already-invited', { invitation: open }) : null
}
