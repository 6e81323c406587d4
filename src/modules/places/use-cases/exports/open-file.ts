import { laterBy } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { directoryMark } from '../../data/exports/directory-mark.ts'
import { findOpenFile, lastWritten, type OpenFileId } from '../../data/exports/open-files.store.ts'
import { type ExportFormat, REWRITTEN_AFTER } from '../../domain/exports/export-format.ts'
import { openFileAsked } from '../../jobs/exports/open-file-queue.ts'

/**
 * The file of the whole directory that was written for everybody, when it says what the directory says now; null: it
 * moved since, and a new one is asked for when its turn has come. DIR-8, DIR-86.
 */
export async function openFileOf(
  { db, network, today, now }: Pick<Context, 'db' | 'network' | 'today' | 'now'>,
  format: ExportFormat,
): Promise<OpenFileId | null> {
  const mark = await directoryMark(db, network.id, today)
  const id = await findOpenFile(db, { network: network.id, format, mark })
  if (id) return id
  const last = await lastWritten(db, { network: network.id, format })
  if (last === null || laterBy(last, REWRITTEN_AFTER) <= now)
    await enqueue(db, openFileAsked, { network: network.id, format }, { once: `${network.id}:${format}` })
  return null
}
