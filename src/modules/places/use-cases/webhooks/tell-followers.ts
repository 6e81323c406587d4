import { newId } from '../../../../kernel/id.ts'
import { type Instant, laterBy, secondsBetween } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { type PostPublic, postPublic } from '../../../../platform/post-public.ts'
import { openText } from '../../../../platform/sealed-text.ts'
import type { Services } from '../../../../platform/services.ts'
import { changesSince, noteLabelChanges } from '../../data/api/changes.queries.ts'
import {
  dueWebhooks,
  followedNetworks,
  noteDelivery,
  takeTurn,
  type Webhook,
} from '../../data/webhooks/webhooks.store.ts'
import { signatureOf, waitAfter } from '../../domain/webhooks/webhook.ts'
import { webhookGaveUp } from '../../jobs/webhooks/webhook-queue.ts'
import { SECRET_OF_WEBHOOK } from './follow-changes.ts'

/** Changes told at once; the next ones follow a minute later at most. */
const MOST_CHANGES = 500
const MOST_WEBHOOKS = 50
/** Longer than a message may take: a process that stops leaves its turn to another. */
const TURN_SECONDS = 60

const EPOCH = '1970-01-01T00:00:00Z' as Instant

type World = Pick<Services, 'db' | 'clock' | 'config'>

/**
 * Tells each follower what changed since what it last received, in its order, at least once: the same change may come
 * again, under another delivery, when an answer was lost. A message says which places changed and how; they are read
 * through the API. DIR-83.
 */
export async function tellFollowers(services: World, send: PostPublic = postPublic): Promise<void> {
  const { db, clock } = services
  for (const network of await followedNetworks(db)) await noteLabelChanges(db, network, clock.today())
  for (const webhook of await dueWebhooks(db, clock.now(), MOST_WEBHOOKS)) {
    const now = clock.now()
    if (await takeTurn(db, webhook, now, laterBy(now, TURN_SECONDS))) await tell(services, webhook, send)
  }
}

async function tell({ db, clock, config }: World, webhook: Webhook, send: PostPublic): Promise<void> {
  const changes = await changesSince(db, webhook.networkId, webhook.sent, MOST_CHANGES)
  const last = changes.at(-1)
  if (!last) return
  const id = newId<'webhook-delivery'>()
  const body = JSON.stringify({
    delivery: id,
    event: 'places.changed',
    changes: changes.map(({ id: place, kind, mergedInto }) => ({ id: place, kind, mergedInto })),
  })
  const secret = openText(config, SECRET_OF_WEBHOOK, webhook.sealedSecret) ?? ''
  const outcome = await send(webhook.url, body, {
    'content-type': 'application/json; charset=utf-8',
    'maillage-delivery': id,
    'maillage-signature': signatureOf(secret, Math.floor(secondsBetween(EPOCH, clock.now())), body),
  })
  const at = clock.now()
  const status = isRefusal(outcome) ? null : outcome.status
  const isReceived = status !== null && status >= 200 && status < 300
  const failures = isReceived ? 0 : webhook.failures + 1
  const wait = isReceived ? 0 : waitAfter(failures)
  await inTransaction(db, async (tx) => {
    await noteDelivery(
      tx,
      webhook,
      { id, at, changes: changes.length, status, problem: isRefusal(outcome) ? outcome.refused : null },
      {
        sent: isReceived ? { number: last.number, place: last.id } : webhook.sent,
        failures,
        nextTryAt: wait === null ? null : laterBy(at, wait),
      },
    )
    if (wait === null) await enqueue(tx, webhookGaveUp, { webhook: webhook.id, network: webhook.networkId })
  })
}
