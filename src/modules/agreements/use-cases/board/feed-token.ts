import type { Config } from '../../../../platform/config.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import type { FeedId } from '../../data/feed.store.ts'

type Key = Pick<Config, 'secret'>

/** The secret an address ends with. Made again each time its page is shown, from a key that no table holds. */
export function feedToken(config: Key, id: FeedId): string {
  return keyedDigest(config, 'agenda-feed', id)
}

/** What the table keeps of it: it opens nothing. */
export function feedDigest(config: Key, token: string): string {
  return keyedDigest(config, 'agenda-feed-token', token)
}
