import type { Id } from '../../../kernel/id.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import { networkById } from '../data/networks/networks.store.ts'
import { findAccount } from '../data/sign-in/own-account.store.ts'
import type { FactorChange } from '../domain/factors/factor-change.ts'
import { factorChangeMail } from '../web/factors/second-factor-mails-wording.ts'

interface Change {
  person: PersonId
  network: NetworkId
  change: FactorChange
  /** Names this change: its mail leaves once. */
  event: Id<'factor-change'>
  /** In whose words, when somebody else made the change. */
  reason?: string
}

/** Tells a person that a way to open their account was added or taken away. */
export const tellFactorChange: Job<Change> = {
  name: 'identity/tell-factor-change',
  async work({ db, clock }, { person, network: networkId, change, event, reason }) {
    const [account, network] = await Promise.all([findAccount(db, person), networkById(db, networkId)])
    if (!account || !network) return
    const mail = factorChangeMail(change, network.name, reason)
    await inTransaction(db, (tx) =>
      writeMail(tx, clock.now(), { ...mail, to: account.email, onceKey: `factor-change:${event}` }),
    )
  },
}
