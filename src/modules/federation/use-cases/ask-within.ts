import { isRefusal } from '../../../kernel/refusal.ts'
import type { Config } from '../../../platform/config.ts'
import type { Context } from '../../../platform/context.ts'
import { networkAddress } from '../../identity/index.ts'
import { peerWith } from '../data/peers.store.ts'
import { sameSchema } from '../domain/record.schema.ts'
import type { AskPeer } from './ask-peer.ts'
import { hearSame } from './hear-same.ts'
import { networkKey, openOwnKey } from './own-key.ts'
import { readChanges } from './read-changes.ts'
import { signPage } from './signed.ts'

/** How `reader` asks networks of the same installation before it listens to anybody: no wire, the same signed pages. */
export function askWithin(
  config: Pick<Config, 'secret' | 'baseUrl'>,
  reader: Context,
  homes: readonly Context[],
): AskPeer {
  const ours = networkAddress(config.baseUrl, reader.network)
  return async ({ address, body }) => {
    const from = address.slice(0, address.indexOf('/api/'))
    const home = homes.find(({ network }) => networkAddress(config.baseUrl, network) === from)
    const asked = home && { direction: 'reader' as const, address: ours }
    const known = asked && (await peerWith(home.db, home.network.id, asked))
    if (!home || !known) return { status: 401, text: '', signature: null }
    if (body !== null) {
      const heard = await hearSame(home, known, from, sameSchema.parse(JSON.parse(body)))
      return { status: isRefusal(heard) ? 404 : 202, text: '', signature: null }
    }
    const cursor = new URL(address).searchParams.get('cursor') ?? ''
    const text = await readChanges(home, known, from, cursor)
    if (text === null) return { status: 400, text: '', signature: null }
    const own = await networkKey(home.db, config, home.network.id, home.now)
    const key = await openOwnKey(config, home.network.id, own)
    return { status: 200, text, signature: await signPage(key, text, { reader: ours, cursor }) }
  }
}
