import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Config } from '../../../platform/config.ts'
import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/db/constraints.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { networkAddress } from '../../identity/index.ts'
import { hideReceived } from '../../places/index.ts'
import { forgetVersions, placesFrom } from '../data/copies.store.ts'
import { addPeer, endPeer as end, findPeer, moveCursor } from '../data/peers.store.ts'
import { type Direction, fingerprintIn, type PeerId, peerAddress } from '../domain/peer.ts'
import { networkKey } from './own-key.ts'

export type PeerRefusal =
  | 'address-wrong'
  | 'address-ours'
  | 'fingerprint-wrong'
  | 'fingerprint-ours'
  | 'already-declared'

interface Declaration {
  direction: Direction
  name: string
  address: string
  fingerprint: string
  departments: readonly string[]
}

/** Another network, known by its address and by the fingerprint that its head gave. Each side declares the other. DIR-88. */
export async function declarePeer(
  context: Context,
  config: Pick<Config, 'secret' | 'baseUrl'>,
  { direction, name, address: typed, fingerprint: read, departments }: Declaration,
): Promise<PeerId | Refusal<PeerRefusal>> {
  const { network, now, actor } = context
  const address = peerAddress(typed)
  if (!address) return refuse('address-wrong')
  if (address === networkAddress(config.baseUrl, network)) return refuse('address-ours')
  const fingerprint = fingerprintIn(read)
  if (!fingerprint) return refuse('fingerprint-wrong')
  const own = await networkKey(context.db, config, network.id, now)
  if (fingerprint === own.fingerprint) return refuse('fingerprint-ours')
  const id: PeerId = newId()
  try {
    return await inTransaction(context.db, async (tx) => {
      const peer = { id, networkId: network.id, direction, name, address, fingerprint, departments }
      await addPeer(tx, peer, { at: now, by: personOf(actor)?.personId ?? null })
      await writeJournal(tx, context, 'federation.declared', id, { direction, name, address, fingerprint })
      return id
    })
  } catch (error) {
    if (refusedBy(error) === 'one_peer_per_address') return refuse('already-declared')
    throw error
  }
}

/** It is followed, or answered, no more: the places it brought are shown no more, and kept. */
export async function endPeer(context: Context, id: PeerId): Promise<null | Refusal<'no-such-peer'>> {
  return inTransaction(context.db, async (tx): Promise<null | Refusal<'no-such-peer'>> => {
    const peer = await findPeer(tx, context.network.id, id)
    if (!peer) return refuse('no-such-peer')
    await end(tx, id, context.now)
    const hidden = await hideReceived(
      tx,
      context,
      await placesFrom(tx, id),
      `Nous ne suivons plus le réseau « ${peer.name} ».`,
    )
    await writeJournal(tx, context, 'federation.ended', id, {
      name: peer.name,
      address: peer.address,
      hidden,
    })
    return null
  })
}

/** Everything is to be read again from the beginning, and taken even if it seems known. */
export async function readAllAgain(context: Context, id: PeerId): Promise<null | Refusal<'no-such-peer'>> {
  return inTransaction(context.db, async (tx): Promise<null | Refusal<'no-such-peer'>> => {
    const peer = await findPeer(tx, context.network.id, id)
    if (peer?.direction !== 'source') return refuse('no-such-peer')
    await moveCursor(tx, id, null)
    await forgetVersions(tx, id)
    await writeJournal(tx, context, 'federation.reading-restarted', id, { name: peer.name })
    return null
  })
}
