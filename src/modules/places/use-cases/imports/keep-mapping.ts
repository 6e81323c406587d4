import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { lockImport } from '../../data/imports/import.store.ts'
import { keepMapping, savedMapping } from '../../data/imports/source-mappings.store.ts'
import { type Import, type ImportId, stepOf } from '../../domain/imports/import.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import { readAgain } from './read-again.ts'

export type MappingRefusal = 'no-such-import' | 'not-to-decide' | 'said-meanwhile'

/** Keeps what a person said of this source, for this file and those to come, and has the file read so. DIR-29. */
export async function sayMapping(
  context: Context,
  id: ImportId,
  mapping: Mapping,
): Promise<Import | Refusal<MappingRefusal>> {
  try {
    return await inTransaction<Import | Refusal<MappingRefusal>>(context.db, async (tx) => {
      const run = await lockImport(tx, context.reach, id)
      if (!run) return refuse('no-such-import')
      const step = stepOf(run)
      if (step !== 'mapping' && step !== 'checked') return refuse('not-to-decide', { step })
      const before = await savedMapping(tx, context.network.id, run.source)
      const version = (before?.version ?? 0) + 1
      const by = personOf(context.actor)?.personId ?? null
      await keepMapping(tx, context.network.id, { source: run.source, version, mapping, by }, context.now)
      await readAgain(tx, id)
      await writeJournal(tx, context, 'import.columns-said', id, { source: run.source, version })
      return run
    })
  } catch (error) {
    if (refusedBy(error) === 'one_mapping_per_version') return refuse('said-meanwhile')
    throw error
  }
}
