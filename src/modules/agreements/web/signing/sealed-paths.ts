import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const sealedAddresses = {
  toSign: '/conventions/:id/document-a-signer',
  signed: '/conventions/:id/documents-signes/:document',
} as const

export const sealedPaths = {
  toSign: (base: string, id: AgreementId) => `${base}/conventions/${id}/document-a-signer`,
  signed: (base: string, id: AgreementId, document: Id<'sealed-document'>) =>
    `${base}/conventions/${id}/documents-signes/${document}`,
}
