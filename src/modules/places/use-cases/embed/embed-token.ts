import { timingSafeEqual } from 'node:crypto'
import { isId } from '../../../../kernel/id.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { findEmbedKey } from '../../data/embed/embed-keys.store.ts'
import type { EmbedKey } from '../../domain/embed/embed-key.ts'

type Key = Pick<Config, 'secret'>

/** What a site puts in its page: the key, signed with its territory. Nobody makes one for a larger territory. DIR-85. */
export function embedToken(config: Key, { id, lock }: Pick<EmbedKey, 'id' | 'lock'>): string {
  const signed = keyedDigest(config, 'embed-key', id, lock?.kind ?? '', lock?.code ?? '')
  return `${id}.${signed.slice(0, 22)}`
}

/** The key of a token, while it opens; null: altered, ended, or of another network. */
export async function keyOfToken(
  { db, config }: { db: Database; config: Key },
  network: NetworkId,
  token: string,
): Promise<EmbedKey | null> {
  const [id = ''] = token.split('.')
  if (!isId<'embed-key'>(id)) return null
  const key = await findEmbedKey(db, network, id)
  return key && isSame(embedToken(config, key), token) ? key : null
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
