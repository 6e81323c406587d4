import type { DocumentRequest, Documents } from '../../../platform/documents/documents.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { type Agreement, lastChange } from '../domain/agreement.ts'
import type { AgreementText } from '../use-cases/drafting/agreement-text.ts'
import { agreementDocument } from './agreement-document.ts'
import { documentPdf } from './document-pdf.ts'

/** The agreement as a tagged, archivable PDF. The same text gives the same bytes. */
export function agreementPdf(
  documents: Documents,
  network: Network,
  agreement: Agreement,
  text: AgreementText,
  standard: DocumentRequest['standard'] = 'a-2a',
): Promise<Uint8Array> {
  return documentPdf(documents, agreementDocument(network, agreement, text), lastChange(agreement), standard)
}
