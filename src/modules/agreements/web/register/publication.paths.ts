import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const publicationRoutesOf = {
  publication: '/conventions/:id/registre-public',
  removal: '/conventions/:id/registre-public/retrait',
} as const

export const publicationPaths = {
  publication: (base: string, id: AgreementId) => `${base}/conventions/${id}/registre-public`,
  removal: (base: string, id: AgreementId) => `${base}/conventions/${id}/registre-public/retrait`,
}
