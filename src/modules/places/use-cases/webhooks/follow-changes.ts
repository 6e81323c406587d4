import { randomBytes } from 'node:crypto'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { problemOfAddress } from '../../../../platform/fetch-public.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { sealText } from '../../../../platform/sealed-text.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addWebhook, endWebhook } from '../../data/webhooks/webhooks.store.ts'
import type { WebhookId } from '../../domain/webhooks/webhook.ts'

/** What its secret is sealed for. */
export const SECRET_OF_WEBHOOK = 'places/webhook'

/** Has a program told of every change from now on; gives the secret that will sign, shown once. DIR-83. */
export async function followChanges(
  context: Context,
  config: Pick<Config, 'secret'>,
  { name, url }: { name: string; url: string },
): Promise<string | Refusal<'address-refused'>> {
  if (problemOfAddress(URL.parse(url))) return refuse('address-refused')
  const secret = `maillage_${randomBytes(32).toString('base64url')}`
  const id: WebhookId = newId()
  const { db, network, now, actor } = context
  await inTransaction(db, async (tx) => {
    const hook = { id, name, url, sealedSecret: sealText(config, SECRET_OF_WEBHOOK, secret) }
    await addWebhook(tx, network.id, hook, { at: now, by: personOf(actor)?.personId ?? null })
    await writeJournal(tx, context, 'webhook.added', id, { host: new URL(url).host })
  })
  return secret
}

/** Nothing is sent there any more. */
export function stopFollowing(context: Context, id: WebhookId): Promise<null | Refusal<'unknown-webhook'>> {
  return inTransaction<null | Refusal<'unknown-webhook'>>(context.db, async (tx) => {
    if (!(await endWebhook(tx, context.network.id, id, context.now))) return refuse('unknown-webhook')
    await writeJournal(tx, context, 'webhook.ended', id, {})
    return null
  })
}
