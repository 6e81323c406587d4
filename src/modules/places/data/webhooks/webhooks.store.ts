import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { WebhookId } from '../../domain/webhooks/webhook.ts'
import type { ChangePoint } from '../api/changes.queries.ts'

export interface Webhook {
  readonly id: WebhookId
  readonly networkId: NetworkId
  readonly name: string
  readonly url: string
  readonly sealedSecret: string
  /** The last change that was received. */
  readonly sent: ChangePoint
  readonly failures: number
}

export interface FollowedWebhook extends Webhook {
  readonly createdAt: Instant
  readonly nextTryAt: Instant
  readonly ended: { readonly at: Instant; readonly because: 'asked' | 'silent' } | null
  readonly last: {
    readonly at: Instant
    readonly status: number | null
    readonly problem: string | null
  } | null
}

/** Told from now on: what changed before is read through the API. */
export async function addWebhook(
  tx: Database,
  network: NetworkId,
  { id, name, url, sealedSecret }: Pick<Webhook, 'id' | 'name' | 'url' | 'sealedSecret'>,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('places.webhook')
    .values({
      ...{ id, network_id: network, name, url, sealed_secret: sealedSecret, created_at: at, created_by: by },
      next_try_at: at,
      sent_number: sql<number>`coalesce((select version from places.directory_version where network_id = ${network}), 0)`,
    })
    .execute()
}

/** All of the network's, those that ended last. */
export async function listWebhooks(db: Database, network: NetworkId): Promise<FollowedWebhook[]> {
  const rows = await db
    .selectFrom('places.webhook as w')
    .leftJoinLateral(
      (is) =>
        is
          .selectFrom('places.webhook_delivery as d')
          .whereRef('d.webhook_id', '=', 'w.id')
          .select(['d.at', 'd.status', 'd.problem'])
          .orderBy('d.at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .where('w.network_id', '=', network)
    .selectAll('w')
    .select(['last.at as last_at', 'last.status as last_status', 'last.problem as last_problem'])
    .orderBy(sql`w.ended_at desc nulls first`)
    .orderBy('w.created_at')
    .execute()
  return rows.map((row) => ({
    ...webhookOf(row),
    createdAt: row.created_at,
    nextTryAt: row.next_try_at,
    ended: row.ended_at && { at: row.ended_at, because: row.ended_because as 'asked' | 'silent' },
    last: row.last_at && { at: row.last_at, status: row.last_status, problem: row.last_problem },
  }))
}

/** Those whose directory moved since, and whose turn has come. Two processes never take the same one. */
export async function dueWebhooks(tx: Database, now: Instant, limit: number): Promise<Webhook[]> {
  const rows = await tx
    .selectFrom('places.webhook as w')
    .where('w.ended_at', 'is', null)
    .where('w.next_try_at', '<=', now)
    .where((is) =>
      is.exists(
        is
          .selectFrom('places.place_change as c')
          .whereRef('c.network_id', '=', 'w.network_id')
          .where(
            sql<boolean>`(c.number > w.sent_number or (c.number = w.sent_number and c.place_id > w.sent_place))`,
          )
          .select('c.place_id'),
      ),
    )
    .selectAll('w')
    .orderBy('w.next_try_at')
    .limit(limit)
    .execute()
  return rows.map(webhookOf)
}

/** Takes its turn until `until`: false when somebody else did a moment ago. */
export async function takeTurn(
  db: Database,
  { id }: Webhook,
  now: Instant,
  until: Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('places.webhook')
    .set({ next_try_at: until })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('next_try_at', '<=', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface Delivery {
  readonly id: string
  readonly at: Instant
  readonly changes: number
  readonly status: number | null
  readonly problem: string | null
}

const KEPT_DELIVERIES = 50

/** What became of a message, and where its webhook is then. */
export async function noteDelivery(
  tx: Database,
  webhook: Webhook,
  delivery: Delivery,
  then: { sent: ChangePoint; failures: number; nextTryAt: Instant | null },
): Promise<void> {
  const { at, changes, status, problem } = delivery
  await tx
    .insertInto('places.webhook_delivery')
    .values({ id: newId<'webhook-delivery'>(), webhook_id: webhook.id, at, changes, status, problem })
    .execute()
  await tx
    .updateTable('places.webhook')
    .set({
      ...{ sent_number: then.sent.number, sent_place: then.sent.place, failures: then.failures },
      ...(then.nextTryAt ? { next_try_at: then.nextTryAt } : { ended_at: at, ended_because: 'silent' }),
    })
    .where('id', '=', webhook.id)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .deleteFrom('places.webhook_delivery')
    .where('webhook_id', '=', webhook.id)
    .where('id', 'not in', (is) =>
      is
        .selectFrom('places.webhook_delivery')
        .select('id')
        .where('webhook_id', '=', webhook.id)
        .orderBy('at', 'desc')
        .limit(KEPT_DELIVERIES),
    )
    .execute()
}

/** False: it is none of this network's, or it had ended. */
export async function endWebhook(
  tx: Database,
  network: NetworkId,
  id: WebhookId,
  at: Instant,
): Promise<boolean> {
  const row = await tx
    .updateTable('places.webhook')
    .set({ ended_at: at, ended_because: 'asked' })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Networks that somebody follows: their labels are looked at too. */
export async function followedNetworks(db: Database): Promise<NetworkId[]> {
  const rows = await db
    .selectFrom('places.webhook')
    .where('ended_at', 'is', null)
    .select('network_id')
    .distinct()
    .execute()
  return rows.map(({ network_id }) => network_id)
}

function webhookOf(row: {
  id: WebhookId
  network_id: NetworkId
  name: string
  url: string
  sealed_secret: string
  sent_number: number
  sent_place: string | null
  failures: number
}): Webhook {
  const { id, name, url, failures } = row
  return {
    id,
    name,
    url,
    failures,
    networkId: row.network_id,
    sealedSecret: row.sealed_secret,
    sent: { number: row.sent_number, place: row.sent_place as PlaceId | null },
  }
}
