import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'

export type FeedId = Id<'feed'>

/** An address a calendar follows; `personId` null: of the whole network. */
export interface Feed {
  readonly id: FeedId
  readonly networkId: NetworkId
  readonly personId: PersonId | null
  readonly createdAt: Instant
}

const columns = ['id', 'network_id as networkId', 'person_id as personId', 'created_at as createdAt'] as const

export async function addFeed(
  tx: Database,
  feed: Feed & { digest: string; createdBy: PersonId },
): Promise<void> {
  await tx
    .insertInto('agreements.feed')
    .values({
      id: feed.id,
      network_id: feed.networkId,
      person_id: feed.personId,
      digest: feed.digest,
      created_at: feed.createdAt,
      created_by: feed.createdBy,
    })
    .execute()
}

/** The living feeds a person may see: their own, and the network's for those who reach all of it. */
export function listFeeds(
  db: Database,
  network: NetworkId,
  { person, andNetwork }: { person: PersonId; andNetwork: boolean },
): Promise<Feed[]> {
  return db
    .selectFrom('agreements.feed')
    .select(columns)
    .where('network_id', '=', network)
    .where('revoked_at', 'is', null)
    .where((is) =>
      is.or([is('person_id', '=', person), is.and([is('person_id', 'is', null), is.lit(andNetwork)])]),
    )
    .orderBy('created_at')
    .execute()
}

/** The address answers no more. False when there was none of that name within sight. */
export async function endFeed(
  tx: Database,
  network: NetworkId,
  id: FeedId,
  who: { person: PersonId; andNetwork: boolean; now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.feed')
    .set({ revoked_at: who.now })
    .where('id', '=', id)
    .where('network_id', '=', network)
    .where('revoked_at', 'is', null)
    .where((is) =>
      is.or([
        is('person_id', '=', who.person),
        is.and([is('person_id', 'is', null), is.lit(who.andNetwork)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The feed whose address ends with the secret of that digest, in that network. */
export async function feedOfDigest(db: Database, network: NetworkId, digest: string): Promise<Feed | null> {
  const row = await db
    .selectFrom('agreements.feed')
    .select(columns)
    .where('digest', '=', digest)
    .where('network_id', '=', network)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
