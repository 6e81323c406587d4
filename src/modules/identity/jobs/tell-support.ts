import type { Id } from '../../../kernel/id.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { networkById } from '../data/networks/networks.store.ts'
import { findVisit } from '../data/support/support.store.ts'
import { networkAddress } from '../domain/networks/network-address.ts'
import { supportPaths } from '../web/support/support-paths.ts'
import { visitMail } from '../web/support/support-wording.ts'

/** Tells a person that somebody sees the site in their place. Once per visit. */
export const tellSupport: Job<{ visit: Id<'impersonation'> }> = {
  name: 'identity/tell-support',
  async work({ db, clock, config }, { visit: id }) {
    const visit = await findVisit(db, id)
    const network = visit && (await networkById(db, visit.networkId))
    if (!visit || !network) return
    const address = supportPaths.consent(networkAddress(config.baseUrl, network))
    const mail = visitMail({ visit, networkName: network.name, address })
    await inTransaction(db, (tx) =>
      writeMail(tx, clock.now(), { ...mail, to: visit.email, onceKey: `support:${id}` }),
    )
  },
}
