import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { finishProgress, reportProgress } from '../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { withSourceLock } from '../data/import.lock.ts'
import { allowLongStatements, createPlaces, numberSlugs, rememberSeen, slicesOf, updatePlaces } from '../data/import.publication.ts'
import { classifyRows, countOutcomes, forgetStagedRows, type Scope } from '../data/import.staging.ts'
import { findImport, lockImport, markImport } from '../data/import.store.ts'
import type { Import, ImportCounts, ImportId, Outcome } from '../domain/import.ts'
import type { OnProgress } from './check-import.ts'
import { progressOf } from './import-progress.ts'

const SLICE = 5000

export type ApplyRefusal = 'no-such-import' | 'not-checked' | 'rows-lost' | 'import-running'

/**
 * Writes the checked rows as places, all in one transaction: stopped half-way, the directory is as before. Already
 * applied, it only says so. `rows-lost`: the server fell since the check, the file must be read again.
 */
export async function applyImport(
  context: Context,
  id: ImportId,
  onProgress: OnProgress = () => {},
): Promise<ImportCounts | Refusal<ApplyRefusal>> {
  const { db, reach, network } = context
  const run = await findImport(db, reach, id)
  if (!run) return refuse('no-such-import')
  const outcome = await withSourceLock(db, network.id, run.source, () =>
    inTransaction<ImportCounts | Refusal<ApplyRefusal>>(db, async (tx) => {
      const held = await lockImport(tx, reach, id)
      if (held?.appliedAt && held.counts) return held.counts
      if (!held?.checkedAt || !held.counts || held.abandonedAt || held.refusal !== null) return refuse('not-checked')
      return publish(context, tx, { ...held, counts: held.counts }, onProgress)
    }),
  )
  if (!isRefusal(outcome)) await finishProgress(db, progressOf(id), context.now)
  return outcome
}

async function publish(
  context: Context,
  tx: Database,
  run: Import & { counts: ImportCounts },
  onProgress: OnProgress,
): Promise<ImportCounts | Refusal<'rows-lost'>> {
  const scope: Scope = { run: run.id, network: context.network.id, source: run.source }
  await allowLongStatements(tx)
  // Another import of this source may have been published since the check.
  await classifyRows(tx, scope)
  const outcomes = await countOutcomes(tx, run.id)
  if (total(outcomes) !== run.counts.read - run.counts.rejected) return refuse('rows-lost')
  await numberSlugs(tx, scope)
  await writeSlices(context, tx, scope, onProgress)
  await forgetStagedRows(tx, run.id)
  const counts = { ...run.counts, created: outcomes.create, updated: outcomes.update, unchanged: outcomes.unchanged }
  await markImport(tx, run.id, { applied_at: context.now, counts })
  await writeJournal(tx, context, 'import.applied', run.id, { source: run.source, ...counts })
  return counts
}

/** Progress is written beside the transaction, so that the page that waits sees it. */
async function writeSlices(context: Context, tx: Database, scope: Scope, onProgress: OnProgress): Promise<void> {
  const slices = await slicesOf(tx, scope, SLICE)
  for (const [index, slice] of slices.entries()) {
    await createPlaces(tx, scope, slice, context)
    await updatePlaces(tx, scope, slice, context.today)
    await rememberSeen(tx, scope, slice)
    const [done, all] = [(index + 1) * SLICE, slices.length * SLICE]
    await reportProgress(context.db, progressOf(scope.run), { done, total: all, step: 'Publication des lieux' })
    onProgress(done, all)
  }
}

function total(outcomes: Record<Outcome, number>): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0)
}
