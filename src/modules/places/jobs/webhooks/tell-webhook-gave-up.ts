import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../../platform/mail/mail.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { contactsAbout, networkAddress, networkById } from '../../../identity/index.ts'
import { listWebhooks } from '../../data/webhooks/webhooks.store.ts'
import type { WebhookId } from '../../domain/webhooks/webhook.ts'
import { webhookPaths } from '../../web/webhooks/webhooks.paths.ts'
import { gaveUpMail } from '../../web/webhooks/webhooks-wording.ts'
import { webhookGaveUp } from './webhook-queue.ts'

/** A follower that never answered is told no more: the officers learn it, once each. DIR-83. */
export const tellWebhookGaveUp: Job<{ webhook: WebhookId; network: NetworkId }> = {
  ...webhookGaveUp,
  async work({ db, clock, config }, { webhook: id, network: networkId }) {
    const network = await networkById(db, networkId)
    const webhook = (await listWebhooks(db, networkId)).find((one) => one.id === id)
    if (!network || webhook?.ended?.because !== 'silent') return
    const address = webhookPaths.list(networkAddress(config.baseUrl, network))
    const mail = gaveUpMail({ webhook, networkName: network.name, address })
    const officers = await contactsAbout(db, networkId, null, clock.today(), ['head'])
    await inTransaction(db, async (tx) => {
      for (const { email } of officers)
        await writeMail(tx, clock.now(), { ...mail, to: email, onceKey: `webhook-gave-up:${id}:${email}` })
    })
  },
}
