import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import { findPerson, networkAddress, networkById } from '../../identity/index.ts'
import { findAgreement } from '../data/agreements.store.ts'
import { openSigningOf, signingsToRemind } from '../data/signings.store.ts'
import { calledToSign } from '../domain/entry.ts'
import { reminderStep } from '../domain/signing-call-life.ts'
import { stateOn } from '../domain/state.ts'
import { calledSince } from '../use-cases/signing/called-since.ts'
import { signingReminderMail } from '../web/signing/signing-mail-wording.ts'
import { signingPaths } from '../web/signing/signing-paths.ts'

/** Recalls those whose turn it is to sign: once per call and step, whatever the number of processes. AGR-28. */
export const remindSigners: Job = {
  name: 'agreements/remind-signers',
  schedule: '35 7 * * *',
  async work(services) {
    for (const one of await signingsToRemind(services.db)) await remind(services, one)
  },
}

async function remind(
  { db, clock, config }: Services,
  { agreement: id, network: networkId }: Awaited<ReturnType<typeof signingsToRemind>>[number],
): Promise<void> {
  const network = await networkById(db, networkId)
  const agreement = await findAgreement(db, { kind: 'all', network: networkId }, id)
  const signing = await openSigningOf(db, id)
  if (!network || !agreement || !signing) return
  const today = clock.today()
  const since = calledSince(agreement, signing)
  const step = reminderStep(signing, since, today)
  const { missingSignatures, status } = stateOn(agreement.terms, agreement.acts, today)
  if (step === 0 || status === 'declined') return
  const called = calledToSign(agreement.terms, missingSignatures)
  const address = signingPaths.sign(networkAddress(config.baseUrl, network), id)
  for (const call of signing.calls.filter(({ party }) => called.includes(party))) {
    const person = await findPerson(db, call.personId)
    if (!person) continue
    const mail = signingReminderMail({
      agreement,
      networkName: network.name,
      address,
      since,
      until: signing.expiresOn,
    })
    const onceKey = `signing-reminder:${call.id}:${since}:${step}`
    await inTransaction(db, (tx) => writeMail(tx, clock.now(), { ...mail, to: person.email, onceKey }))
  }
}
