import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { networkAddress } from '../../identity/index.ts'
import type { PlaceId } from '../../places/index.ts'
import { answerOffered, findOffered, markAnswerTold, untoldAnswers } from '../data/offered-places.store.ts'
import { findPeer } from '../data/peers.store.ts'
import { placeUri } from '../domain/acceptable.ts'
import type { PeerId } from '../domain/peer.ts'
import { networkKey, openOwnKey } from './own-key.ts'
import { pullQueue } from './pull-queue.ts'
import type { PullTools } from './pull-source.ts'
import { signRequest } from './signed.ts'

/** We take over a place that its home offers us, or do not: its home is told, and the next reading does the rest. DIR-89. */
export async function answerTransfer(
  context: Context,
  place: PlaceId,
  accepted: boolean,
): Promise<null | Refusal<'not-offered'>> {
  const { network, now, actor } = context
  return inTransaction<null | Refusal<'not-offered'>>(context.db, async (tx) => {
    const offered = await findOffered(tx, network.id, place)
    const by = personOf(actor)?.personId ?? null
    if (!offered || !(await answerOffered(tx, place, { accepted, at: now, by }))) return refuse('not-offered')
    await enqueue(tx, pullQueue, { peer: offered.peerId, network: network.id }, { once: offered.peerId })
    await writeJournal(tx, context, 'federation.transfer-answered', place, { uri: offered.uri, accepted })
    return null
  })
}

/** What we answered goes to the home of each place; whoever does not answer is told at the next reading. */
export async function tellTransfers(context: Context, { config, ask }: PullTools, id: PeerId): Promise<void> {
  const { db, network, now } = context
  const answers = await untoldAnswers(db, network.id, id)
  const peer = answers.length === 0 ? null : await findPeer(db, network.id, id)
  if (!peer) return
  const ours = networkAddress(config.baseUrl, network)
  const key = await openOwnKey(config, network.id, await networkKey(db, config, network.id, now))
  for (const { placeId, uri, accepted, ours: shownAs } of answers) {
    const token = await signRequest(key, { from: ours, to: peer.address, now })
    const body = JSON.stringify({ uri, accepted, takenAs: placeUri(ours, shownAs) })
    const answer = await ask({ address: `${peer.address}/api/v1/federation/transfers`, token, body })
    // Not found: it was withdrawn meanwhile, and its home’s own feed says so.
    if (!isRefusal(answer) && (answer.status < 300 || answer.status === 404))
      await markAnswerTold(db, placeId, now)
  }
}
