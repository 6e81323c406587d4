import { newId } from '../../kernel/id.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { keepFile } from '../../platform/files/kept-files.ts'
import { addTakeover } from './data/takeover.store.ts'
import type { TakeoverImportId } from './data/takeover-imports.store.ts'
import type { AgreementId } from './domain/agreement.ts'
import { recordedBy } from './use-cases/act-on-agreement.ts'
import type { PutDocument } from './use-cases/signing/keep-signature-document.ts'
import { receiveTable } from './use-cases/takeover/takeover-table.ts'

/** As if the agreement had been taken over from that document. */
export async function asTakenOver(context: Context, id: AgreementId, document: PutDocument): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const fileId = await keepFile(tx, context, document, document.sha256)
    const kept = { fileId, keptByHead: '', keptByPartner: '', unknown: [], importId: null }
    await addTakeover(tx, id, kept, recordedBy(context))
  })
}

/** A table of one agreement to take over, received and waiting. */
export async function aTakeoverImport(context: Context, files: FileStore): Promise<TakeoverImportId> {
  const table = `reference;structure;modele\nCONV-${newId()};Commune de Valmer;canope\n`
  const content = new TextEncoder().encode(table)
  const received = await receiveTable(context, files, { fileName: 'conventions.csv', content })
  if (isRefusal(received)) throw new Error(received.refused)
  return received
}
