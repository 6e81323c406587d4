import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { contactsAbout, networkAddress, networkById, organisationNames } from '../../identity/index.ts'
import { findPlaces } from '../../places/index.ts'
import { sendingOf } from '../data/applications/applications.queries.ts'
import {
  type Application,
  type ApplicationId,
  findApplication,
  networkOfApplication,
} from '../data/applications/applications.store.ts'
import { versionById } from '../data/schemes/schemes.store.ts'
import { arrivalMail, receiptMail } from '../web/applications/application-mail-wording.ts'
import { applicationPaths } from '../web/applications/applications.paths.ts'

/** A receipt to those who applied, and a word to those who examine. Once each, however often it runs. */
export const acknowledgeApplication: Job<{ application: ApplicationId }> = {
  name: 'labels/acknowledge-application',
  async work({ db, clock, config }, { application: id }) {
    const networkId = await networkOfApplication(db, id)
    const network = networkId && (await networkById(db, networkId))
    const application = network && (await findApplication(db, { kind: 'all', network: network.id }, id))
    if (!network || !application) return
    const base = networkAddress(config.baseUrl, network)
    const words = { ...(await wordsOf(db, network, application)), networkName: network.name }
    const letters = [
      { side: 'partner', ...receiptMail({ ...words, address: applicationPaths.one(base, id) }) },
      { side: 'head', ...arrivalMail({ ...words, address: `${base}/instruction` }) },
    ] as const
    for (const { side, ...mail } of letters) {
      const contacts = await contactsAbout(db, network.id, application.applicantId, clock.today(), [side])
      await inTransaction(db, async (tx) => {
        for (const { email } of contacts)
          await writeMail(tx, clock.now(), {
            ...mail,
            to: email,
            onceKey: `application-sent:${id}:${side}:${email}`,
          })
      })
    }
  },
}

async function wordsOf(
  db: Database,
  network: Pick<Network, 'id' | 'headName'>,
  { id, versionId, holder, applicantId }: Application,
) {
  const version = await versionById(db, network.id, versionId)
  const names = await organisationNames(db, [applicantId])
  const applicantName = names.get(applicantId) ?? ''
  const [place] = holder.kind === 'place' ? await findPlaces(db, network.id, [holder.id]) : []
  return {
    reference: (await sendingOf(db, id)).reference ?? '',
    schemeName: version?.scheme.name ?? '',
    holderName: place?.name ?? applicantName,
    applicantName,
    headName: network.headName,
  }
}
