import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addFeed, endFeed, type FeedId } from '../../data/feed.store.ts'
import { feedDigest, feedToken } from './feed-token.ts'

export type FeedRefusal = 'already-followed' | 'not-the-network' | 'no-such-feed'

/** Opens an address for one's own calendar, or for the network's, which reaches all of it. AGR-81. */
export async function followAgenda(
  context: Context,
  config: Pick<Config, 'secret'>,
  whose: 'person' | 'network',
): Promise<FeedId | Refusal<FeedRefusal>> {
  const person = personOf(context.actor)
  if (!person || (whose === 'network' && context.reach.kind !== 'all')) return refuse('not-the-network')
  const id: FeedId = newId()
  const feed = {
    id,
    networkId: context.network.id,
    personId: whose === 'person' ? person.personId : null,
    createdAt: context.now,
    createdBy: person.personId,
    digest: feedDigest(config, feedToken(config, id)),
  }
  try {
    return await inTransaction(context.db, async (tx) => {
      await addFeed(tx, feed)
      await writeJournal(tx, context, 'feed.opened', id, { whose })
      return id
    })
  } catch (error) {
    if (['one_feed_per_person', 'one_feed_per_network'].includes(refusedBy(error) ?? ''))
      return refuse('already-followed')
    throw error
  }
}

/** The address answers no more: calendars that follow it stop being told. */
export function stopFollowing(context: Context, id: FeedId): Promise<null | Refusal<FeedRefusal>> {
  return inTransaction<null | Refusal<FeedRefusal>>(context.db, async (tx) => {
    const person = personOf(context.actor)
    if (!person) return refuse('no-such-feed')
    const who = { person: person.personId, andNetwork: context.reach.kind === 'all', now: context.now }
    if (!(await endFeed(tx, context.network.id, id, who))) return refuse('no-such-feed')
    await writeJournal(tx, context, 'feed.revoked', id)
    return null
  })
}
