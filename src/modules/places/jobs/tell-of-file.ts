import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import { listPeople, networkAddress } from '../../identity/index.ts'
import { type Import, stepOf } from '../domain/imports/import.ts'
import { fileAppliedMail, fileReturnedMail, fileSubmittedMail } from '../web/imports/own-file-mail-wording.ts'
import { paths } from '../web/paths.ts'

/** One mail per address and per step: run twice, nobody is written to again. DIR-73. */
export async function tellOfFile(
  { db, config }: Pick<Services, 'db' | 'config'>,
  { network, today, now }: Context,
  run: Import,
): Promise<void> {
  const { organisation, counts } = run
  const step = stepOf(run)
  if (!organisation || !counts) return
  const address = paths.import(networkAddress(config.baseUrl, network), run.id)
  const about = { network: network.name, organisation: organisation.name, address, counts }
  const mail =
    step === 'submitted'
      ? fileSubmittedMail(about)
      : step === 'returned'
        ? fileReturnedMail({ ...about, because: run.returnedBecause ?? '' })
        : step === 'applied'
          ? fileAppliedMail(about)
          : null
  if (!mail) return
  const people = await listPeople(
    db,
    network.id,
    step === 'submitted' ? { roles: ['officer'] } : { roles: ['partner'], organisation: organisation.id },
    today,
  )
  await inTransaction(db, async (tx) => {
    for (const to of new Set(people.map(({ email }) => email.toLowerCase())))
      await writeMail(tx, now, { ...mail, to, onceKey: `own-file:${run.id}:${step}:${to}` })
  })
}
