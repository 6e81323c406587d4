import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { reportProgress } from '../../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { sourceOfBytes } from '../../../../platform/tables/file-source.ts'
import { findImport, lockImport, markImport } from '../../data/imports/import.store.ts'
import { keepMapping, savedMapping } from '../../data/imports/source-mappings.store.ts'
import { type Import, type ImportId, stepOf } from '../../domain/imports/import.ts'
import type { Mapping, SourceRow } from '../../domain/mapping/mapping.ts'
import { proposeMapping } from '../../domain/mapping/propose-mapping.ts'
import { progressOf } from './import-progress.ts'
import { importQueues } from './import-queues.ts'
import { recognisePlaces } from './read-file.ts'
import { firstRows, namesStand } from './reading-rule.ts'
import { UPLOAD_LIMIT } from './receive-import.ts'

/** What is shown to whoever says how a file is read. */
export interface FileToMap {
  run: Import
  header: readonly string[]
  /** Its first rows. */
  rows: readonly SourceRow[]
  /** What was said last time of this source, else what the file seems to say. */
  mapping: Mapping
}

/** Null when there is no such import in reach, or when its file was not kept or cannot be read. */
export async function fileToMap(
  context: Pick<Context, 'db' | 'network' | 'reach'>,
  files: FileStore,
  id: ImportId,
): Promise<FileToMap | null> {
  const { db, network, reach } = context
  const run = await findImport(db, reach, id)
  if (!run?.fileSha256) return null
  const table = await recognisePlaces(sourceOfBytes(await files.get(run.fileSha256)), UPLOAD_LIMIT)
  if (isRefusal(table)) return null
  const rows = await firstRows(table)
  const saved = await savedMapping(db, network.id, run.source)
  const isSaid = saved && namesStand(saved.mapping, table.header)
  const mapping = isSaid ? saved.mapping : proposeMapping(table.header, rows)
  return { run, header: table.header, rows, mapping }
}

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
      // Somebody is in front of it from now on: it is published when they say so.
      await markImport(tx, id, { awaits_mapping: false, checked_at: null, counts: null, is_scheduled: false })
      await reportProgress(tx, progressOf(id), { done: 0, step: 'Lecture du fichier' })
      await enqueue(tx, importQueues.check, { import: id })
      await writeJournal(tx, context, 'import.columns-said', id, { source: run.source, version })
      return run
    })
  } catch (error) {
    if (refusedBy(error) === 'one_mapping_per_version') return refuse('said-meanwhile')
    throw error
  }
}
