import { laterBy } from '../../../kernel/instant.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { type Mail, writeMail } from '../../../platform/mail/mail.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { networkById } from '../data/networks/networks.store.ts'
import { accountsOf } from '../data/sign-in/accounts.ts'
import { findLinkAsked, makeLink, takeLinkAsked } from '../data/sign-in/links.store.ts'
import { makeSignInToken } from '../data/sign-in/password-ceremony.ts'
import { networkAddress } from '../domain/networks/network-address.ts'
import { LINK_MINUTES, type LinkPurpose } from '../domain/sign-in/links.ts'
import { linkPath } from '../web/sign-in/account-paths.ts'
import {
  confirmationMail,
  type LinkMail,
  newEmailMail,
  newPasswordMail,
  signInLinkMail,
} from '../web/sign-in/sign-in-mails-wording.ts'

/**
 * Sends a link that was asked for. Nothing leaves for an e-mail that nobody has. A second run finds the request
 * taken; a sign-in token it would have made is never sent, and expires.
 */
export const sendLink: Job<{ link: string; network: NetworkId }> = {
  name: 'identity/send-link',
  async work(services, { link: id, network: networkId }) {
    const { db, clock, config } = services
    const asked = await findLinkAsked(db, id)
    const network = await networkById(db, networkId)
    if (!asked || !network) return
    if (!asked.personId) return void (await takeLinkAsked(db, id))
    // The library has connections of its own: before the transaction.
    const made = asked.purpose === 'sign-in' ? await makeSignInToken(accountsOf(services), asked.email) : null
    await inTransaction(db, async (tx) => {
      const link = await takeLinkAsked(tx, id)
      if (!link) return
      const token = made ?? (await makeLink(tx, link))
      const address = `${networkAddress(config.baseUrl, network)}${linkPath(link.purpose, token, link.next)}`
      await writeMail(tx, clock.now(), {
        ...MAILS[link.purpose]({ networkName: network.name, address }),
        to: link.email,
        onceKey: `link:${id}`,
        linkUntil: laterBy(clock.now(), LINK_MINUTES[link.purpose] * 60),
      })
    })
  },
}

const MAILS: Record<LinkPurpose, (mail: LinkMail) => Pick<Mail, 'subject' | 'body'>> = {
  'sign-in': signInLinkMail,
  password: newPasswordMail,
  confirmation: confirmationMail,
  email: newEmailMail,
}
