import type { Id } from '../../../kernel/id.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { networkAddress, networkById } from '../../identity/index.ts'
import { findAgreement, networkOfAgreement } from '../data/agreements.store.ts'
import type { AgreementId } from '../domain/agreement.ts'
import { peopleToTell } from '../use-cases/offices/people-to-tell.ts'
import { actMail } from '../web/mail-wording.ts'

/** Tells both parties that an act was recorded. Once per act and person, whatever the number of runs. */
export const tellParties: Job<{ agreement: AgreementId; act: string }> = {
  name: 'agreements/tell-parties',
  async work({ db, clock, config }, { agreement: id, act: actId }) {
    const networkId = await networkOfAgreement(db, id)
    if (!networkId) return
    const agreement = await findAgreement(db, { kind: 'all', network: networkId }, id)
    const network = await networkById(db, networkId)
    const act = agreement?.acts.find((one) => one.id === actId)
    if (!agreement || !network || !act) return
    const address = `${networkAddress(config.baseUrl, network)}/conventions/${id}`
    const contacts = await peopleToTell(db, agreement, clock.today())
    await inTransaction(db, async (tx) => {
      for (const contact of contacts) {
        const mail = actMail({ agreement, act, networkName: network.name, address, today: clock.today() })
        await writeMail(tx, clock.now(), {
          ...mail,
          to: contact.email,
          onceKey: `${act.id as Id<'act'>}:${contact.email}`,
        })
      }
    })
  },
}
