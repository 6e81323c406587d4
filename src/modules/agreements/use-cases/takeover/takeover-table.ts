import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  addTakeoverImport,
  confirmTakeoverImport,
  findTakeoverImport,
  type TakeoverImport,
  type TakeoverImportId,
} from '../../data/takeover-imports.store.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { readTable, type TableRefusal } from './read-table.ts'

/** Named apart from its job, which needs the act that puts work in this queue. */
export const takeoverQueue = { name: 'agreements/take-over-table' } as const

/** Keeps a table that can be read; nothing of it is recorded before somebody has seen its report. */
export async function receiveTable(
  context: Context,
  files: FileStore,
  { fileName, content }: { fileName: string; content: Uint8Array },
): Promise<TakeoverImportId | Refusal<TableRefusal>> {
  const table = readTable(content)
  if (isRefusal(table)) return table
  const sha256 = await files.put(content)
  const id: TakeoverImportId = newId()
  await inTransaction(context.db, async (tx) => {
    const kept = { id, fileName: fileName.slice(0, 200), sha256, rows: table.length }
    await addTakeoverImport(tx, context.network.id, kept, recordedBy(context))
    await writeJournal(tx, context, 'takeover-import.received', id, { rows: table.length, sha256 })
  })
  return id
}

/** Has the table recorded by a job: a long one must not keep anybody waiting. Confirmed once. */
export function confirmTable(
  context: Context,
  id: TakeoverImportId,
): Promise<TakeoverImport | Refusal<'no-such-table' | 'table-already-confirmed'>> {
  return inTransaction<TakeoverImport | Refusal<'no-such-table' | 'table-already-confirmed'>>(
    context.db,
    async (tx) => {
      const table = await findTakeoverImport(tx, context.reach, id)
      if (!table) return refuse('no-such-table')
      if (!(await confirmTakeoverImport(tx, id, context.now))) return refuse('table-already-confirmed')
      await enqueue(tx, takeoverQueue, { import: id })
      await writeJournal(tx, context, 'takeover-import.confirmed', id, { rows: table.rows })
      return table
    },
  )
}
