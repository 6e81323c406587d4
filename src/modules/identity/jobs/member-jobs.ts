import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { contactsAbout } from '../data/members/contacts.queries.ts'
import { membershipById } from '../data/members/members.queries.ts'
import { networkById } from '../data/networks/networks.store.ts'
import type { Membership, MembershipId } from '../domain/members/member.ts'
import { networkAddress } from '../domain/networks/network-address.ts'
import { paths } from '../web/members/member-paths.ts'
import { departureMail, removalMail } from '../web/members/member-wording.ts'

/** Tells the person whose role was taken back; or, when they left, those who counted on them. Once per person. */
export const tellMembershipEnd: Job<{ membership: MembershipId }> = {
  name: 'identity/tell-membership-end',
  async work({ db, clock, config }, { membership: id }) {
    const today = clock.today()
    const membership = await membershipById(db, id, today)
    const network = membership && (await networkById(db, membership.networkId))
    if (!membership?.end || !network) return
    const told = { membership, networkName: network.name }
    const isRemoved = membership.end.by === 'removed'
    const invite = paths.invite(networkAddress(config.baseUrl, network), membership.organisationId)
    const mail = isRemoved ? removalMail(told) : departureMail(told, invite)
    const addresses = isRemoved ? [membership.email] : await othersAbout(db, membership, today)
    await inTransaction(db, async (tx) => {
      for (const to of addresses)
        await writeMail(tx, clock.now(), { ...mail, to, onceKey: `membership-end:${id}:${to}` })
    })
  },
}

async function othersAbout(
  db: Database,
  { networkId, organisationId, email }: Membership,
  today: Day,
): Promise<string[]> {
  const contacts = await contactsAbout(db, networkId, organisationId, today)
  return contacts.map((contact) => contact.email).filter((address) => address !== email)
}
