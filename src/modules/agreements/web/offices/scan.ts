import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { type DocumentRefusal, findFile, readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import type { PutDocument } from '../../use-cases/signing/keep-signature-document.ts'

/** Twenty-five megabytes: a deliberation with its annexes, scanned page by page. AGR-113. */
const SCAN_LIMIT = 25 * 1024 * 1024

export const SCAN_HINT = 'PDF, PNG ou JPEG, 25 Mo au plus.'
export const SCAN_KINDS = '.pdf,.png,.jpg,.jpeg'

export type ScanRefusal = DocumentRefusal | 'document-locked'

/** The bytes are kept before the transaction, under their own fingerprint: left alone, they name nothing. */
export async function putScan(
  c: AppContext,
  file: File | null,
): Promise<PutDocument | null | Refusal<ScanRefusal>> {
  if (!file) return null
  const content = new Uint8Array(await file.arrayBuffer())
  const document = readDocument(file.name, content, SCAN_LIMIT)
  if (isRefusal(document)) return document
  if (document.mediaType === 'application/pdf' && isLocked(content)) return refuse('document-locked')
  return { ...document, sha256: await c.var.services.files.put(content) }
}

export async function sendScan(c: AppContext, id: Id<'file'> | null): Promise<Response> {
  const file = orNotFound(id ? await findFile(c.var.context.db, c.var.network, id) : null)
  const content = await c.var.services.files.get(file.sha256)
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}

export function problemOfScan({ refused }: Refusal<ScanRefusal>): Problem {
  return { field: 'document', message: messages[refused] }
}

const messages: Record<ScanRefusal, string> = {
  'document-too-large': 'Ce fichier dépasse 25 Mo : choisissez-en un plus léger.',
  'document-unreadable': 'Ce fichier n’est ni un PDF, ni une image PNG ou JPEG : choisissez-en un autre.',
  'document-locked':
    'Ce PDF est protégé par un mot de passe : personne ne pourrait le relire. Enregistrez-le sans protection.',
}

/** A PDF that is encrypted says so in its trailer. */
function isLocked(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('/Encrypt')
}
