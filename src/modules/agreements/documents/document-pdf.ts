import type { Instant } from '../../../kernel/instant.ts'
import type { DocumentRequest, Documents } from '../../../platform/documents/documents.ts'
import type { WrittenDocument } from '../domain/written-document.ts'

/** One more at each change of a template or of the library they share: it is kept with every document issued. */
export const TEMPLATE_VERSION = 2

/** The template that sets a document, by its path from the root of the project. */
export function templateOf({ letter }: Pick<WrittenDocument, 'letter'>): string {
  return `src/modules/agreements/documents/${letter ? 'letter' : 'sheet'}.typ`
}

/** A tagged PDF, made to be kept. The same document and instant give the same bytes. AGR-94 */
export function documentPdf(
  documents: Documents,
  document: WrittenDocument,
  createdAt: Instant,
  standard: DocumentRequest['standard'] = 'a-2a',
): Promise<Uint8Array> {
  return documents.pdf({ template: templateOf(document), data: document, createdAt, standard })
}
