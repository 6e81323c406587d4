import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { finishProgress, reportProgress } from '../../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { updatePlaces } from '../../data/imports/import.changes.ts'
import { withSourceLock } from '../../data/imports/import.lock.ts'
import { markMissing } from '../../data/imports/import.missing.ts'
import {
  allowLongStatements,
  createPlaces,
  keepRawRows,
  numberSlugs,
  rememberChanges,
  slicesToWrite,
} from '../../data/imports/import.publication.ts'
import {
  classifyRows,
  countOutcomes,
  forgetStagedRows,
  isContentLost,
  measureStaging,
  type Scope,
} from '../../data/imports/import.staging.ts'
import { findImport, lockImport, markImport } from '../../data/imports/import.store.ts'
import { countRowsOfOthers, tieCreatedPlaces, tieOwnPlaces } from '../../data/imports/own-rows.ts'
import type { Import, ImportCounts, ImportId, Outcome } from '../../domain/imports/import.ts'
import { ownScopeOf } from './check-import.ts'
import { progressOf } from './import-progress.ts'
import type { OnProgress } from './stage-file.ts'
import { ImportStopped, stopIfAsked } from './stop-import.ts'

const SLICE = 5000

export type ApplyRefusal =
  | 'no-such-import'
  | 'not-checked'
  | 'rows-lost'
  | 'import-running'
  | 'import-stopped'

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
    unlessStopped(context, id, async (tx) => {
      const held = await lockImport(tx, reach, id)
      if (held?.appliedAt && held.counts) return held.counts
      if (!held?.checkedAt || !held.counts || held.abandonedAt || held.refusal !== null)
        return refuse('not-checked')
      return publish(context, tx, { ...held, counts: held.counts }, onProgress)
    }),
  )
  if (!isRefusal(outcome)) await finishProgress(db, progressOf(id), context.now)
  return outcome
}

/** Asked to stop, it leaves everything as before, and is abandoned. DIR-41. */
async function unlessStopped(
  { db, now }: Context,
  id: ImportId,
  work: (tx: Database) => Promise<ImportCounts | Refusal<ApplyRefusal>>,
): Promise<ImportCounts | Refusal<ApplyRefusal>> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    if (!(error instanceof ImportStopped)) throw error
    await forgetStagedRows(db, id)
    await markImport(db, id, { abandoned_at: now })
    return refuse('import-stopped')
  }
}

async function publish(
  context: Context,
  tx: Database,
  run: Import & { counts: ImportCounts },
  onProgress: OnProgress,
): Promise<ImportCounts | Refusal<'rows-lost'>> {
  const scope: Scope = { run: run.id, network: context.network.id, source: run.source }
  await allowLongStatements(tx)
  await measureStaging(tx)
  // An organisation may have lost a place since the check.
  const own = await ownScopeOf({ ...context, db: tx }, run)
  if (own && (await countRowsOfOthers(tx, own)) > 0) return refuse('rows-lost')
  if (own) await tieOwnPlaces(tx, own)
  // Another import of this source may have been published since the check.
  await classifyRows(tx, scope)
  const outcomes = await countOutcomes(tx, run.id)
  const { read, rejected, grouped } = run.counts
  if (sum(outcomes) !== read - rejected - grouped || (await isContentLost(tx, run.id)))
    return refuse('rows-lost')
  if (outcomes.create > 0) await numberSlugs(tx, scope)
  await writeSlices(context, tx, { scope, outcomes, onProgress })
  await keepRawRows(tx, scope)
  if (run.organisation) await tieCreatedPlaces(tx, scope, run.organisation.id, context)
  else await markMissing(tx, scope, context.now)
  await forgetStagedRows(tx, run.id)
  const counts = {
    ...run.counts,
    created: outcomes.create,
    updated: outcomes.update,
    unchanged: outcomes.unchanged + outcomes.ignored,
  }
  await markImport(tx, run.id, { applied_at: context.now, counts })
  await writeJournal(tx, context, 'import.applied', run.id, { source: run.source, ...counts })
  return counts
}

interface Writing {
  scope: Scope
  outcomes: Record<Outcome, number>
  onProgress: OnProgress
}

/** Progress is written beside the transaction, so that the page that waits sees it. */
async function writeSlices(context: Context, tx: Database, { scope, outcomes, onProgress }: Writing) {
  const total = outcomes.create + outcomes.update
  let done = 0
  for (const slice of await slicesToWrite(tx, scope, SLICE)) {
    if (outcomes.create > 0) await createPlaces(tx, scope, slice, context)
    if (outcomes.update > 0) {
      await updatePlaces(tx, scope, slice, context)
      await rememberChanges(tx, scope, slice)
    }
    done = Math.min(done + SLICE, total)
    await reportProgress(context.db, progressOf(scope.run), { done, total, step: 'Publication des lieux' })
    onProgress(done, total)
    await stopIfAsked(context.db, scope.run)
  }
}

function sum(outcomes: Record<Outcome, number>): number {
  return Object.values(outcomes).reduce((all, count) => all + count, 0)
}
