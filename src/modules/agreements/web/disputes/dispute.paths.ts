import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const disputeRoutesOf = {
  opening: '/conventions/:id/differends/nouveau',
  settlement: '/conventions/:id/differends/:differend/reglement',
} as const

export const disputePaths = {
  opening: (base: string, id: AgreementId) => `${base}/conventions/${id}/differends/nouveau`,
  settlement: (base: string, id: AgreementId, dispute: string) =>
    `${base}/conventions/${id}/differends/${dispute}/reglement`,
}
