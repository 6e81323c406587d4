import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { reportProgress } from '../../../../platform/jobs/progress.ts'
import { markImport } from '../../data/imports/import.store.ts'
import type { ImportId } from '../../domain/imports/import.ts'
import { progressOf } from './import-progress.ts'
import { importQueues } from './import-queues.ts'

/** Has the file of an import read from its start: what was found in it is forgotten, and the reading is a job. */
export async function readAgain(tx: Database, id: ImportId): Promise<void> {
  // Somebody is in front of it from now on: it is published when they say so.
  const anew = {
    awaits_mapping: false,
    refusal: null,
    checked_at: null,
    counts: null,
    is_scheduled: false,
  } as const
  await markImport(tx, id, anew)
  await reportProgress(tx, progressOf(id), { done: 0, step: 'Lecture du fichier' })
  await enqueue(tx, importQueues.check, { import: id })
}
