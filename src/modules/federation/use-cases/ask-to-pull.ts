import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { PeerId } from '../domain/peer.ts'
import { pullQueue } from './pull-queue.ts'

/** A source is read now, without waiting for its turn. */
export async function askToPull(context: Context, id: PeerId): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    await enqueue(tx, pullQueue, { peer: id, network: context.network.id }, { once: id })
    await writeJournal(tx, context, 'federation.reading-asked', id, {})
  })
}
