import type { Context } from '../../../platform/context.ts'
import { systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { listNetworks, networkAddress, networkById } from '../../identity/index.ts'
import type { Incident } from '../data/incidents/incidents.queries.ts'
import { askPoliceReference as ask } from '../use-cases/incidents/ask-police-reference.ts'
import { decidersOf } from '../use-cases/telling/announcement-readers.ts'
import { theftMail } from '../web/announcements/theft-wording.ts'
import { incidentPaths } from '../web/incidents/incidents.paths.ts'

/** Each morning: the thefts whose complaint still has no reference. EQP-902. */
export const askPoliceReference: Job = {
  name: 'equipment/ask-police-reference',
  schedule: '0 6 * * *',
  async work(services) {
    for (const { id } of await listNetworks(services.db)) {
      const network = await networkById(services.db, id)
      if (!network) continue
      const context = systemContext(services, network)
      const base = networkAddress(services.config.baseUrl, network)
      for (const theft of await ask(context)) await tellTheft(context, base, theft)
    }
  },
}

/** What disappeared from the shelf: one mail for each of those who decide in its inventory. */
async function tellTheft(context: Context, base: string, theft: Incident): Promise<void> {
  const { db, network, now } = context
  const address = incidentPaths.one(base, theft.inventoryId, theft.id)
  const what = `${theft.modelName} (${theft.unitName})`
  const mail = theftMail({ networkName: network.name, what, address })
  const readers = await decidersOf(context, theft.inventoryId)
  await inTransaction(db, async (tx) => {
    for (const to of readers)
      await writeMail(tx, now, { ...mail, to, onceKey: `police_reference_due:${theft.id}:${to}` })
  })
}
