import { isRefusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { networkAddress } from '../../identity/index.ts'
import { type Decision, markTold, untoldDecisions } from '../data/decisions.store.ts'
import { networkKey, openOwnKey } from './own-key.ts'
import type { PullTools } from './pull-source.ts'
import { signRequest } from './signed.ts'

/**
 * What this head decided of places that are the same is offered to the home of each, which may refuse; a decision undone
 * is withdrawn. Whoever does not answer is told at the next turn. DIR-89.
 */
export async function tellSame(context: Context, { config, ask }: PullTools): Promise<number> {
  const ours = networkAddress(config.baseUrl, context.network)
  const decisions = await untoldDecisions(context.db, context.network.id, ours)
  if (decisions.length === 0) return 0
  const own = await networkKey(context.db, config, context.network.id, context.now)
  const key = await openOwnKey(config, context.network.id, own)
  let told = 0
  for (const decision of decisions) {
    const token = await signRequest(key, { from: ours, to: decision.home, now: context.now })
    const address = `${decision.home}/api/v1/federation/same`
    const answer = await ask({ address, token, body: bodyOf(decision) })
    const isTold = !isRefusal(answer) && answer.status >= 200 && answer.status < 300
    await markTold(context.db, context.network.id, decision, isTold ? context.now : null)
    if (isTold) told += 1
  }
  return told
}

function bodyOf({ uri, otherUri, otherName, same }: Decision): string {
  return JSON.stringify({ uri, otherUri, otherName, same })
}
