import type { Instant } from '../../../../kernel/instant.ts'
import { compareInstants } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  type BadgeKeyId,
  badgeKeys,
  noteCompromise,
  retireBadgeKeys,
} from '../../data/badges/badge-keys.store.ts'
import { openSigningKeys } from './issuer-keys.ts'

/** The queue that looks at every badge of the installation again. */
export const keepBadgesQueue = { name: 'labels/keep-badges' } as const

/** New keys sign from now on; the former, published for ever, sign no more. LAB-48. */
export function rotateKeys(context: Context, config: Pick<Config, 'secret'>): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    const { network, now } = context
    await retireBadgeKeys(tx, network.id, now)
    await openSigningKeys(tx, config, network.id, now)
    await writeJournal(tx, context, 'badge-key.changed', network.id, {})
  })
}

export type CompromiseRefusal = 'no-such-key' | 'compromise-in-the-future' | 'compromise-already-earlier'

/**
 * Somebody else may have signed with a key from a day on: what it signed since is refused, what it signed before keeps its
 * worth and is issued anew under new keys. LAB-48.
 */
export function declareCompromise(
  context: Context,
  config: Pick<Config, 'secret'>,
  { key, from }: { key: BadgeKeyId; from: Instant },
): Promise<true | Refusal<CompromiseRefusal>> {
  return inTransaction<true | Refusal<CompromiseRefusal>>(context.db, async (tx) => {
    const { network, now } = context
    const known = (await badgeKeys(tx, network.id)).find(({ id }) => id === key)
    if (!known) return refuse('no-such-key')
    if (compareInstants(from, now) > 0) return refuse('compromise-in-the-future')
    if (!(await noteCompromise(tx, network.id, key, { from, now })))
      return refuse('compromise-already-earlier')
    await openSigningKeys(tx, config, network.id, now)
    await writeJournal(tx, context, 'badge-key.compromised', network.id, { key, from })
    await enqueue(tx, keepBadgesQueue, {}, { once: 'keep-badges' })
    return true
  })
}
