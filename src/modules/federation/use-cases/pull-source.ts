import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Config } from '../../../platform/config.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { networkAddress } from '../../identity/index.ts'
import { findPeer, holdSource, moveCursor, recordTry } from '../data/peers.store.ts'
import type { Peer, PeerId, PeerProblem } from '../domain/peer.ts'
import type { AskPeer } from './ask-peer.ts'
import { cursorOf } from './cursor.ts'
import { keyOfPeer } from './meet-peer.ts'
import { networkKey, openOwnKey } from './own-key.ts'
import { isSignedPage, signRequest } from './signed.ts'
import { type Taken, takePage } from './take-page.ts'

export interface Pulled {
  added: number
  changed: number
  gone: number
  quarantined: number
}

export interface PullTools {
  config: Pick<Config, 'secret' | 'baseUrl'>
  ask: AskPeer
}

/** A source that always says that more is waiting is left until the next turn. */
const MOST_PAGES = 2000

/**
 * Reads what changed at a source since the last time, page after page, each in its transaction with the place where to go
 * on: cut short, it goes on from there; done twice, it changes nothing. DIR-88.
 */
export async function pullSource(
  context: Context,
  tools: PullTools,
  id: PeerId,
): Promise<Pulled | Refusal<PeerProblem | 'no-such-peer'>> {
  const peer = await findPeer(context.db, context.network.id, id)
  if (peer?.direction !== 'source') return refuse('no-such-peer')
  const outcome = await pull(context, tools, peer)
  await recordTry(context.db, id, context.now, isRefusal(outcome) ? outcome.refused : null)
  return outcome
}

async function pull(context: Context, tools: PullTools, peer: Peer): Promise<Pulled | Refusal<PeerProblem>> {
  const theirs = await keyOfPeer(context.db, tools.ask, peer)
  if (isRefusal(theirs)) return theirs
  const { config, ask } = tools
  const ours = networkAddress(config.baseUrl, context.network)
  const key = await openOwnKey(
    config,
    context.network.id,
    await networkKey(context.db, config, context.network.id, context.now),
  )
  const total: Pulled = { added: 0, changed: 0, gone: 0, quarantined: 0 }
  let cursor = peer.cursor ?? cursorOf(null)
  for (let turn = 0; turn < MOST_PAGES; turn += 1) {
    const token = await signRequest(key, { from: ours, to: peer.address, now: context.now })
    const address = `${peer.address}/api/v1/federation/changes?cursor=${encodeURIComponent(cursor)}`
    const answer = await ask({ address, token, body: null })
    if ('refused' in answer) return answer
    if (answer.status === 401 || answer.status === 403) return refuse('not-declared-there')
    if (answer.status !== 200) return refuse('no-answer')
    const isTheirs = await isSignedPage(answer.text, answer.signature ?? '', theirs, { reader: ours, cursor })
    if (!isTheirs) return refuse('bad-signature')
    const taken = await take(context, peer, { ours, from: cursor }, answer.text)
    // Another process reads the same source: it goes on from where it is.
    if (taken === 'elsewhere') return total
    if (!taken) return refuse('not-understood')
    for (const count of ['added', 'changed', 'gone', 'quarantined'] as const) total[count] += taken[count]
    if (!taken.more || taken.next === cursor) return total
    cursor = taken.next
  }
  return total
}

function take(
  context: Context,
  peer: Peer,
  { ours, from }: { ours: string; from: string },
  page: string,
): Promise<Taken | 'elsewhere' | null> {
  return inTransaction(context.db, async (tx) => {
    const held = await holdSource(tx, peer.id)
    if (!held || (held.cursor ?? cursorOf(null)) !== from) return 'elsewhere'
    const taken = await takePage(tx, context, { teller: peer, ours }, page)
    if (taken && taken.next !== from) await moveCursor(tx, peer.id, taken.next)
    return taken
  })
}
