import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { contactsAbout, listNetworks, networkAddress, networkById } from '../../identity/index.ts'
import { countProposals } from '../data/imports/proposals.store.ts'
import { importQueuePaths } from '../web/imports/queues.paths.ts'
import { proposalsMail } from '../web/imports/queues-wording.ts'

/**
 * What sources say against what somebody wrote, after the harvests of the night: one mail to each officer when one more
 * waits, whatever the number of fields, of sources and of runs. DIR-37.
 */
export const tellProposals: Job = {
  name: 'places/tell-proposals',
  schedule: '40 5 * * *',
  async work(services) {
    for (const { id } of await listNetworks(services.db)) {
      const network = await networkById(services.db, id)
      if (network) await tellOfficers(services, network)
    }
  },
}

async function tellOfficers({ db, clock, config }: Services, network: Network): Promise<void> {
  const { count, places, latest } = await countProposals(db, network.id)
  if (latest === null) return
  const mail = proposalsMail({
    ...{ count, places, networkName: network.name },
    address: importQueuePaths.proposals(networkAddress(config.baseUrl, network)),
  })
  const officers = await contactsAbout(db, network.id, null, clock.today(), ['head'])
  await inTransaction(db, async (tx) => {
    for (const { email } of officers) {
      const onceKey = `place-proposals:${network.id}:${latest}:${email}`
      await writeMail(tx, clock.now(), { ...mail, to: email, onceKey })
    }
  })
}
