import { newId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { startProgress } from '../../../../platform/jobs/progress.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addImport } from '../../data/exchange/imports.store.ts'
import type { ImportId } from '../../domain/exchange/import.ts'
import type { FileRefusal } from '../../domain/exchange/refused-file.ts'
import { recordedBy } from '../act-on-line.ts'
import type { Workplace } from '../workplace.ts'
import { importQueues, progressOf } from './import-queues.ts'
import { readImportFile } from './read-import-file.ts'

/** Takes a file, refuses at once what holds none of our tables, and has it checked by a job. EQP-1404. */
export async function receiveImport(
  { context, inventory }: Workplace,
  files: FileStore,
  { fileName, content }: { fileName: string; content: Uint8Array },
): Promise<ImportId | FileRefusal> {
  const tables = await readImportFile(content)
  if (isRefusal(tables)) return tables
  const fileSha256 = await files.put(content)
  const id: ImportId = newId()
  const { network, now } = context
  const name = fileName.replace(/^.*[\\/]/, '').slice(0, 200) || 'fichier'
  return inTransaction<ImportId>(context.db, async (tx) => {
    const { by } = recordedBy(context)
    await addImport(tx, inventory.id, { id, fileName: name, fileSha256, createdBy: by }, now)
    await startProgress(tx, progressOf(id), network.id, now)
    await enqueue(tx, importQueues.check, { import: id })
    await writeJournal(tx, context, 'stock-import.received', id, {
      inventory: inventory.id,
      sha256: fileSha256,
    })
    return id
  })
}
