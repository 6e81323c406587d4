import type { AppContext } from '../../../../platform/http/env.ts'
import type { IssuedDocument } from '../../data/issued-documents.store.ts'
import { documentPdf, TEMPLATE_VERSION, templateOf } from '../../documents/document-pdf.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { documentText } from '../../domain/written-document.ts'
import { issueDocument, noteDownload } from '../../use-cases/documents/issue-document.ts'
import type { Piece } from './piece-of.ts'
import { sendFile } from './send-file.ts'

/** The PDF of a document: issued the first time, the same stored bytes afterwards. AGR-97 */
export async function sendPiece(c: AppContext, agreement: AgreementId, piece: Piece): Promise<Response> {
  const { services, context } = c.var
  const { kind, subject, written, createdAt, fileName } = piece
  const identity = {
    kind,
    subject,
    template: templateOf(written),
    templateVersion: TEMPLATE_VERSION,
    data: documentText(written),
  }
  const issued = await issueDocument(context, services.files, agreement, identity, {
    name: fileName,
    make: () => documentPdf(services.documents, written, createdAt),
  })
  return sendIssued(c, agreement, issued)
}

/** The stored file, and the line that says who took it. */
export async function sendIssued(
  c: AppContext,
  agreement: AgreementId,
  { kind, subject, name, pdfFingerprint }: IssuedDocument,
): Promise<Response> {
  const { services, context } = c.var
  const content = await services.files.get(pdfFingerprint)
  await noteDownload(context, agreement, { kind, subject, fingerprint: pdfFingerprint })
  return sendFile(c, { name, mediaType: 'application/pdf', content })
}
