import { randomBytes } from 'node:crypto'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { type InvitationId, invitationById, keepDigest } from '../data/members/invitations.store.ts'
import { networkById } from '../data/networks/networks.store.ts'
import { digestOfToken } from '../data/sign-in/accounts.ts'
import { networkAddress } from '../domain/networks/network-address.ts'
import { answerMail, invitationMail } from '../web/members/invitation-wording.ts'
import { paths } from '../web/members/member-paths.ts'

/**
 * Makes the link of an invitation and writes its mail, in one transaction: the token is in the mail alone, its digest
 * is what we keep. A second run finds the digest already there and writes nothing.
 */
export const sendInvitation: Job<{ invitation: InvitationId }> = {
  name: 'identity/send-invitation',
  async work({ db, clock, config }, { invitation: id }) {
    const token = randomBytes(32).toString('base64url')
    await inTransaction(db, async (tx) => {
      if (!(await keepDigest(tx, id, digestOfToken(token)))) return
      const invitation = await invitationById(tx, id)
      const network = invitation && (await networkById(tx, invitation.networkId))
      if (!invitation || !network) return
      const address = paths.invitation(networkAddress(config.baseUrl, network), token)
      await writeMail(tx, clock.now(), {
        ...invitationMail(invitation, address),
        to: invitation.email,
        onceKey: `invitation:${id}:${invitation.sentTimes}`,
        linkUntil: invitation.expiresAt,
      })
    })
  },
}

/** Tells whoever invited that the answer came. Once per invitation. */
export const tellInvitationAnswer: Job<{ invitation: InvitationId }> = {
  name: 'identity/tell-invitation-answer',
  async work({ db, clock, config }, { invitation: id }) {
    const invitation = await invitationById(db, id)
    const network = invitation && (await networkById(db, invitation.networkId))
    if (!invitation?.inviterEmail || !network) return
    const address = paths.members(networkAddress(config.baseUrl, network))
    const mail = { ...answerMail(invitation, address), to: invitation.inviterEmail }
    await inTransaction(db, (tx) =>
      writeMail(tx, clock.now(), { ...mail, onceKey: `invitation-answer:${id}` }),
    )
  },
}
