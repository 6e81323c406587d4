import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { type DocumentRefusal, findFile, readDocument } from '../../../../platform/files/kept-files.ts'
import { documentSentences } from '../../../../platform/http/document-wording.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import type { PutDocument } from '../../use-cases/signing/keep-signature-document.ts'

export const SCAN_KINDS = '.pdf,.png,.jpg,.jpeg'

/** The bytes are kept before the transaction, under their own fingerprint: left alone, they name nothing. */
export async function putScan(
  c: AppContext,
  file: File | null,
): Promise<PutDocument | null | Refusal<DocumentRefusal>> {
  if (!file) return null
  const content = new Uint8Array(await file.arrayBuffer())
  const document = readDocument(file.name, content)
  if (isRefusal(document)) return document
  return { ...document, sha256: await c.var.services.files.put(content) }
}

export async function sendScan(c: AppContext, id: Id<'file'> | null): Promise<Response> {
  const file = orNotFound(id ? await findFile(c.var.context.db, c.var.network, id) : null)
  const content = await c.var.services.files.get(file.sha256)
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}

export function problemOfScan({ refused }: Refusal<DocumentRefusal>): Problem {
  return { field: 'document', message: documentSentences[refused] }
}
