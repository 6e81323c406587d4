import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { findPerson, networkAddress, networkById } from '../../identity/index.ts'
import { findAgreement, networkOfAgreement } from '../data/agreements.store.ts'
import { openSigningOf } from '../data/signings.store.ts'
import type { AgreementId } from '../domain/agreement.ts'
import { calledToSign } from '../domain/entry.ts'
import { hasExpired } from '../domain/signing-call-life.ts'
import { stateOn } from '../domain/state.ts'
import { callMail } from '../web/signing/signing-mail-wording.ts'
import { signingPaths } from '../web/signing/signing-paths.ts'

/** Writes to those whose turn it is to sign. Once per call, reopening and renewal, whatever the number of runs. */
export const callSigners: Job<{ agreement: AgreementId }> = {
  name: 'agreements/call-signers',
  async work({ db, clock, config }, { agreement: id }) {
    const networkId = await networkOfAgreement(db, id)
    const network = networkId && (await networkById(db, networkId))
    if (!network) return
    const agreement = await findAgreement(db, { kind: 'all', network: network.id }, id)
    const signing = await openSigningOf(db, id)
    if (!agreement || !signing || hasExpired(signing, clock.today())) return
    const { missingSignatures } = stateOn(agreement.terms, agreement.acts, clock.today())
    const called = calledToSign(agreement.terms, missingSignatures)
    const times = agreement.acts.filter(({ type }) => type === 'signing_reopened').length + signing.renewals
    const base = networkAddress(config.baseUrl, network)
    for (const call of signing.calls.filter(({ party }) => called.includes(party))) {
      const person = await findPerson(db, call.personId)
      if (!person) continue
      const mail = callMail({ agreement, networkName: network.name, address: signingPaths.sign(base, id) })
      await inTransaction(db, (tx) =>
        writeMail(tx, clock.now(), {
          ...mail,
          to: person.email,
          onceKey: `signing-call:${call.id}:${times}`,
        }),
      )
    }
  },
}
