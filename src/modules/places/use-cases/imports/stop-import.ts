import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { askToStop, findImport, isAskedToStop } from '../../data/imports/import.store.ts'
import { type Import, type ImportId, stepOf } from '../../domain/imports/import.ts'

/** Somebody asked this import to stop: what it has not committed is undone. */
export class ImportStopped extends Error {}

/** Between two slices of work; `db` is not the transaction of that work. */
export async function stopIfAsked(db: Database, id: ImportId): Promise<void> {
  if (await isAskedToStop(db, id)) throw new ImportStopped()
}

/**
 * Asks the work on an import to stop, while it reads or publishes: no place is changed, the import is abandoned. What is
 * published already is undone another way. DIR-41.
 */
export async function stopImport(
  context: Context,
  id: ImportId,
): Promise<Import | Refusal<'no-such-import' | 'not-to-decide'>> {
  return inTransaction<Import | Refusal<'no-such-import' | 'not-to-decide'>>(context.db, async (tx) => {
    // Not held: the work itself holds it.
    const run = await findImport(tx, context.reach, id)
    if (!run) return refuse('no-such-import')
    const step = stepOf(run)
    if (step !== 'checking' && step !== 'applying') return refuse('not-to-decide', { step })
    await askToStop(tx, id, context.now)
    await writeJournal(tx, context, 'import.stopped', id, { source: run.source })
    return run
  })
}
