import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addIssued, findIssued, type IssuedDocument } from '../../data/issued-documents.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import type { DocumentIdentity } from '../../domain/issued-document.ts'
import { recordedBy } from '../act-on-agreement.ts'

/**
 * The document with this very content: made and stored the first time, found again afterwards. Its bytes never change,
 * even when a later version of the template would set them otherwise. AGR-97
 */
export async function issueDocument(
  context: Context,
  files: FileStore,
  agreement: AgreementId,
  identity: DocumentIdentity,
  { name, make }: { name: string; make(): Promise<Uint8Array> },
): Promise<IssuedDocument> {
  const known = await findIssued(context.db, agreement, identity)
  if (known) return known
  const content = await make()
  const sha256 = await files.put(content)
  const file = { name, mediaType: 'application/pdf', content }
  try {
    await inTransaction(context.db, async (tx) => {
      const id = await keepFile(tx, context, file, sha256)
      await addIssued(tx, agreement, identity, { id, sha256 }, recordedBy(context))
      await writeJournal(tx, context, 'document.issued', agreement, {
        kind: identity.kind,
        subject: identity.subject,
        fingerprint: sha256,
      })
    })
  } catch (error) {
    if (refusedBy(error) !== 'issued_once_for_the_same_content') throw error
  }
  const issued = await findIssued(context.db, agreement, identity)
  if (!issued) throw new Error(`the document ${identity.kind} of ${agreement} was issued and is not there`)
  return issued
}

/** Leaves the line that says who took which file. AGR-31, AGR-97 */
export function noteDownload(
  context: Context,
  agreement: AgreementId,
  details: { kind: string; subject: string; fingerprint: string },
): Promise<void> {
  return inTransaction(context.db, (tx) =>
    writeJournal(tx, context, 'document.downloaded', agreement, details),
  )
}
