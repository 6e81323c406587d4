import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { DOCUMENT_LIMIT, type DocumentRefusal, readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import type { PutDocument } from '../../use-cases/signing/keep-signature-document.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file received with the first sending of the form, kept for the second: a browser cannot send it again by itself. */
export interface ReceivedDocument {
  document: PutDocument
  /** What the page carries in its stead: sealed, so that nobody names a file that is not theirs. */
  carried: string
}

/** The scan or the Word file of the form, or the one that came before; null when there is none. */
export async function receivedDocument(
  c: AppContext,
  { document, document_recu }: { document: File | null; document_recu: string },
): Promise<ReceivedDocument | null | Refusal<DocumentRefusal>> {
  if (!document) return document_recu === '' ? null : carriedDocument(c, document_recu)
  const read = readSigned(document.name, new Uint8Array(await document.arrayBuffer()))
  if (isRefusal(read)) return read
  const put = { ...read, sha256: await c.var.services.files.put(read.content) }
  return { document: put, carried: [sealOf(c, put), put.sha256, put.mediaType, put.name].join('|') }
}

/** A PDF or an image as everywhere; and the Word file it was written with. */
function readSigned(name: string, content: Uint8Array) {
  const isWord =
    content.length <= DOCUMENT_LIMIT &&
    /\.docx$/i.test(name) &&
    [0x50, 0x4b, 0x03, 0x04].every((byte, at) => content[at] === byte)
  if (!isWord) return readDocument(name, content)
  return { name: name.replace(/^.*[\\/]/, '').slice(0, 200), mediaType: WORD, content }
}

async function carriedDocument(c: AppContext, carried: string): Promise<ReceivedDocument | null> {
  const [seal = '', sha256 = '', mediaType = '', ...rest] = carried.split('|')
  const named = { name: rest.join('|'), mediaType, sha256 }
  if (seal !== sealOf(c, named)) return null
  const content = await c.var.services.files.get(sha256)
  return { document: { ...named, content }, carried }
}

function sealOf(c: AppContext, { name, mediaType, sha256 }: Omit<PutDocument, 'content'>): string {
  const { config } = c.var.services
  return keyedDigest(config, 'agreements/takeover', c.var.network.id, sha256, mediaType, name)
}
