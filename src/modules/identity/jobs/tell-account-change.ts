import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import { networkById } from '../data/networks/networks.store.ts'
import { findAccount } from '../data/sign-in/own-account.store.ts'
import {
  emailChangeAskedMail,
  emailChangedMail,
  passwordChangedMail,
} from '../web/sign-in/sign-in-mails-wording.ts'

interface AccountChange {
  person: PersonId
  what: 'password-changed' | 'email-asked'
  network: NetworkId
  /** Names this change: its mail is written once. */
  change: string
}

/** Tells a person, where they already read us, that what opens their account changes. */
export const tellAccountChange: Job<AccountChange> = {
  name: 'identity/tell-account-change',
  async work({ db, clock }, { person, what, network: networkId, change }) {
    const account = await findAccount(db, person)
    const network = await networkById(db, networkId)
    if (!account || !network) return
    const mail =
      what === 'password-changed' ? passwordChangedMail(network.name) : emailChangeAskedMail(network.name)
    await inTransaction(db, (tx) =>
      writeMail(tx, clock.now(), { ...mail, to: account.email, onceKey: `account-change:${change}` }),
    )
  },
}

/** Tells the address that served until now, in the act itself: afterwards nothing knows it any more. */
export function writeToFormerEmail(tx: Database, { now, network }: Context, email: string): Promise<void> {
  const mail = emailChangedMail(network.name)
  return writeMail(tx, now, { ...mail, to: email, onceKey: `email-changed:${newId()}` })
}
