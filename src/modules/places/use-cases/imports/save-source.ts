import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { touchPlacesOf } from '../../data/federation/leaving-places.queries.ts'
import {
  addSource,
  changeSource,
  findSource,
  type Source,
  type SourceId,
  type SourceTerms,
} from '../../data/imports/sources.store.ts'
import { importQueues } from './import-queues.ts'

/** Declares who makes a file, before it comes. DIR-40. */
export async function declareSource(
  context: Context,
  source: SourceTerms & { name: string },
): Promise<SourceId | Refusal<'name-taken'>> {
  try {
    return await inTransaction(context.db, async (tx) => {
      const nextOn = source.schedule === 'never' ? null : context.today
      const id = await addSource(tx, context.network.id, { ...source, nextOn }, context.now)
      await writeJournal(tx, context, 'source.declared', id, { name: source.name, schedule: source.schedule })
      return id
    })
  } catch (error) {
    if (refusedBy(error) === 'one_source_per_name') return refuse('name-taken')
    throw error
  }
}

/** Changes what is said of a source. A new address or rhythm is harvested from the next night on. */
export function saveSource(
  context: Context,
  id: SourceId,
  terms: SourceTerms,
): Promise<Source | Refusal<'no-such-source'>> {
  return inTransaction<Source | Refusal<'no-such-source'>>(context.db, async (tx) => {
    const source = await findSource(tx, context.reach, id)
    if (!source) return refuse('no-such-source')
    const isSame = source.schedule === terms.schedule && source.url === terms.url
    const nextOn = terms.schedule === 'never' ? null : isSame ? source.nextOn : context.today
    await changeSource(tx, id, { ...terms, nextOn })
    // Whoever follows our changes was told under the former terms.
    if (source.isReusable !== terms.isReusable || source.licence !== terms.licence)
      await touchPlacesOf(tx, context.network.id, source.name)
    await writeJournal(tx, context, 'source.changed', id, { name: source.name, schedule: terms.schedule })
    return { ...source, ...terms, nextOn }
  })
}

/** Asks for its file now, whatever its rhythm. */
export function askHarvest(
  context: Context,
  id: SourceId,
): Promise<Source | Refusal<'no-such-source' | 'no-address'>> {
  return inTransaction<Source | Refusal<'no-such-source' | 'no-address'>>(context.db, async (tx) => {
    const source = await findSource(tx, context.reach, id)
    if (!source) return refuse('no-such-source')
    if (source.url === null || !source.isActive) return refuse('no-address')
    await enqueue(tx, importQueues.harvest, { source: id, isAsked: true }, { once: id })
    await writeJournal(tx, context, 'source.harvest-asked', id, { name: source.name })
    return source
  })
}
