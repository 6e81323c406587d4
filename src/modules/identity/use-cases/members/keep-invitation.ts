import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  type Invitation,
  type InvitationId,
  invitationWithin,
  recordAnswer,
  renewInvitation,
} from '../../data/members/invitations.store.ts'
import { MOST_RESENDINGS } from '../../domain/members/invitation.ts'
import { sendInvitation } from '../../jobs/invitation-jobs.ts'

export type KeepRefusal = 'no-such-invitation' | 'already-answered'
export type ResendRefusal = KeepRefusal | 'sent-too-often'

/** Sends the mail once more, with a new link and 14 more days: the link of before opens nothing. */
export function resendInvitation(
  context: Context,
  id: InvitationId,
): Promise<Invitation | Refusal<ResendRefusal>> {
  return inTransaction<Invitation | Refusal<ResendRefusal>>(context.db, async (tx) => {
    const invitation = await invitationWithin(tx, context.reach, id, { lock: true })
    if (!invitation) return refuse('no-such-invitation')
    if (invitation.answer) return refuse('already-answered')
    if (invitation.sentTimes > MOST_RESENDINGS) return refuse('sent-too-often')
    await renewInvitation(tx, id, context.now)
    await writeJournal(tx, context, 'invitation.resent', id, { times: invitation.sentTimes + 1 })
    await enqueue(tx, sendInvitation, { invitation: id })
    return invitation
  })
}

/** Takes the invitation back before it is answered: its link says so from now on. */
export function withdrawInvitation(
  context: Context,
  id: InvitationId,
): Promise<Invitation | Refusal<KeepRefusal>> {
  return inTransaction<Invitation | Refusal<KeepRefusal>>(context.db, async (tx) => {
    const invitation = await invitationWithin(tx, context.reach, id, { lock: true })
    if (!invitation) return refuse('no-such-invitation')
    if (invitation.answer) return refuse('already-answered')
    await recordAnswer(tx, id, { answer: 'withdrawn', at: context.now })
    await writeJournal(tx, context, 'invitation.withdrawn', id)
    return invitation
  })
}
