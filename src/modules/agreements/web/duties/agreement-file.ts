import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { type DocumentRefusal, findFile } from '../../../../platform/files/kept-files.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { declaredEvidence } from '../../data/declared-evidence.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { PutDocument } from '../../use-cases/signing/keep-signature-document.ts'
import { putDocument } from '../signing/signature-document.ts'

/** The bytes of what came with a form, kept before the transaction; none when no file was chosen. */
export async function putDocuments(
  c: AppContext,
  files: readonly (File | null)[],
): Promise<PutDocument[] | Refusal<DocumentRefusal>> {
  const put: PutDocument[] = []
  for (const file of files) {
    if (!file) continue
    const document = await putDocument(c, file)
    if (isRefusal(document)) return document
    put.push(document)
  }
  return put
}

/** A document that an act or a declared evidence of this agreement carries; else 404. */
export async function sendAgreementFile(c: AppContext, agreement: Agreement, id: string): Promise<Response> {
  const { db, network } = c.var.context
  const ofActs = agreement.acts.flatMap((act) => ('files' in act ? (act.files ?? []) : []))
  const declared = await declaredEvidence(db, agreement.id)
  const known = new Set<string>([
    ...ofActs.map((file) => file.id),
    ...declared.flatMap(({ file }) => file?.id ?? []),
  ])
  const file = orNotFound(isId<'file'>(id) && known.has(id) ? await findFile(db, network, id) : null)
  const content = await c.var.services.files.get(file.sha256)
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}
