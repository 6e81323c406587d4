import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Services } from '../../../../platform/services.ts'
import { sourceOfPath } from '../../../../platform/tables/file-source.ts'
import { withSourceLock } from '../../data/imports/import.lock.ts'
import {
  addImport,
  findImport,
  forgetImport,
  markImport,
  openImportsOf,
} from '../../data/imports/import.store.ts'
import type { ImportCounts, ImportId } from '../../domain/imports/import.ts'
import type { FileRefusal } from '../../domain/imports/refused-file.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import { type ApplyRefusal, applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import type { ReadingRule } from './reading-rule.ts'
import type { OnProgress } from './stage-file.ts'

/** Nobody waits in front of a command, and nothing of the file stays in memory: a gigabyte. */
const COMMAND_LIMIT = 1024 * 1024 * 1024

export interface ImportFileOptions {
  /** Look, and write nothing. */
  dryRun?: boolean
  onProgress?: (step: 'check' | 'apply', done: number, total: number) => void
  /** How its columns are read this time. */
  mapping?: Mapping | null
  /** Told that an import of this source was stopped in the middle: it changed nothing. DIR-40. */
  onInterrupted?: () => void
  /** Told how the file is read, before it is. */
  onRule?: (rule: ReadingRule) => void
  /** Between the check and the decision: a report, a question. False stops there. */
  onReport?: (id: ImportId, counts: ImportCounts) => Promise<boolean>
}

/**
 * Imports a file of the disk at once, without a page nor a job: the command line and the first seeds. A stopped or
 * rehearsed import, or one whose file cannot be read, leaves no trace.
 */
export async function importFile(
  { clock }: Pick<Services, 'clock'>,
  context: Context,
  path: string,
  source: string,
  {
    dryRun = false,
    onProgress = () => {},
    onReport = async () => true,
    onRule = () => {},
    onInterrupted = () => {},
    mapping = null,
  }: ImportFileOptions = {},
): Promise<ImportCounts | FileRefusal | Refusal<ApplyRefusal | 'mapping-asked'>> {
  const { db, network } = context
  const id: ImportId = newId()
  const forwarded =
    (step: 'check' | 'apply'): OnProgress =>
    (done, total) =>
      onProgress(step, done, total)
  await closeDeadImports(context, source, onInterrupted)
  await addImport(
    db,
    network.id,
    { id, source, fileName: path.replace(/^.*[\\/]/, ''), fileSha256: null, createdBy: null },
    context.now,
  )
  const run = await findImport(db, context.reach, id)
  if (!run) throw new Error('the import just recorded cannot be read')
  const checked = await checkImport({ ...context, now: clock.now() }, run, {
    source: sourceOfPath(path),
    limit: COMMAND_LIMIT,
    mapping,
    onRule,
    onProgress: forwarded('check'),
  })
  if (isRefusal(checked)) return forgotten(context, id, checked)
  const goOn = await onReport(id, checked)
  if (dryRun || !goOn) return forgotten(context, id, checked)
  return applyImport({ ...context, now: clock.now() }, id, forwarded('apply'))
}

async function forgotten<T>({ db }: Context, id: ImportId, outcome: T): Promise<T> {
  await forgetImport(db, id)
  return outcome
}

/** Commands killed in the middle left their run open: whoever takes the lock knows that nobody is at work. */
async function closeDeadImports(context: Context, source: string, onInterrupted: () => void): Promise<void> {
  const { db, network, reach, now } = context
  await withSourceLock(db, network.id, source, async () => {
    const open = await openImportsOf(db, reach, source)
    for (const { id, fileSha256 } of open) {
      if (fileSha256 !== null) continue
      await markImport(db, id, { abandoned_at: now })
      onInterrupted()
    }
  })
}
