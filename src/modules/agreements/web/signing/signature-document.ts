import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { type DocumentRefusal, findFile, readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import type { SignatureDocument } from '../../data/evidence.store.ts'
import type { PutDocument, SignedOriginal } from '../../use-cases/signing/keep-signature-document.ts'

/** The bytes are kept before the transaction, under their own fingerprint: left alone, they name nothing. */
export async function putDocument(
  c: AppContext,
  file: File,
): Promise<PutDocument | Refusal<DocumentRefusal>> {
  const document = readDocument(file.name, new Uint8Array(await file.arrayBuffer()))
  if (isRefusal(document)) return document
  return { ...document, sha256: await c.var.services.files.put(document.content) }
}

/** The scan of an original and where each is kept; null when no file came. */
export async function originalFrom(
  c: AppContext,
  form: { document: File | null; garde_tete: string; garde_partenaire: string },
): Promise<SignedOriginal | null | Refusal<DocumentRefusal>> {
  if (!form.document) return null
  const document = await putDocument(c, form.document)
  if (isRefusal(document)) return document
  return { document, keptByHead: form.garde_tete, keptByPartner: form.garde_partenaire }
}

export async function sendSignatureDocument(
  c: AppContext,
  { file_id }: SignatureDocument,
): Promise<Response> {
  const file = orNotFound(await findFile(c.var.context.db, c.var.network, file_id))
  const content = await c.var.services.files.get(file.sha256)
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}
