import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { knowSource, placeFile, sourceNamed } from '../../data/imports/sources.store.ts'
import { importQueues } from './import-queues.ts'

/** Somebody gives the address of a file instead of the file: it is the source's from now on, and is fetched at once. DIR-31. */
export function fetchFrom(context: Context, name: string, address: string): Promise<void> {
  const { network, now } = context
  return inTransaction(context.db, async (tx) => {
    await knowSource(tx, network.id, name, now)
    const source = await sourceNamed(tx, network.id, name)
    if (!source) throw new Error('the source just declared cannot be read')
    await placeFile(tx, source.id, address)
    await enqueue(tx, importQueues.harvest, { source: source.id, isAsked: true }, { once: source.id })
    await writeJournal(tx, context, 'source.harvest-asked', source.id, { name, address })
  })
}
