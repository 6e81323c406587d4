import type { Id } from '../../../kernel/id.ts'
import type { Config } from '../../../platform/config.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { keyedDigest } from '../../../platform/keyed-digest.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { findPerson, networkById } from '../../identity/index.ts'
import { findAgreement, networkOfAgreement } from '../data/agreements.store.ts'
import { codeToSend } from '../data/signings.store.ts'
import { digitsOf } from '../domain/signing-code.ts'
import { codeMail } from '../web/signing/signing-mail-wording.ts'

/** The six digits of a code: computed again when they are typed, so that they are kept nowhere. */
export function signingCode(config: Pick<Config, 'secret'>, id: Id<'signing-code'>): string {
  return digitsOf(keyedDigest(config, 'signing-code', id))
}

/** Sends the code somebody asked for to sign. Once per code. */
export const sendSigningCode: Job<{ code: Id<'signing-code'> }> = {
  name: 'agreements/send-signing-code',
  async work({ db, clock, config }, { code: id }) {
    const code = await codeToSend(db, id)
    const person = code && (await findPerson(db, code.personId))
    const networkId = code && (await networkOfAgreement(db, code.agreement))
    const network = networkId && (await networkById(db, networkId))
    if (!code || !person || !network) return
    const agreement = await findAgreement(db, { kind: 'all', network: network.id }, code.agreement)
    if (!agreement) return
    const mail = codeMail({ agreement, networkName: network.name, code: signingCode(config, id) })
    await inTransaction(db, (tx) =>
      writeMail(tx, clock.now(), {
        ...mail,
        to: person.email,
        onceKey: `signing-code:${id}`,
        linkUntil: code.expiresAt,
      }),
    )
  },
}
