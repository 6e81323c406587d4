import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const dutyRoutesOf = {
  duties: '/conventions/:id/obligations',
  evidence: '/conventions/:id/obligations/:obligation/preuve',
  withdrawal: '/conventions/:id/preuves-declarees/:preuve/retrait',
  confirmation: '/conventions/:id/lieux/:place/confirmation',
  file: '/conventions/:id/pieces/:fichier',
} as const

const of = (base: string, id: AgreementId) => `${base}/conventions/${id}`

export const dutyPaths = {
  duties: (base: string, id: AgreementId) => `${of(base, id)}/obligations`,
  evidence: (base: string, id: AgreementId, duty: string) => `${of(base, id)}/obligations/${duty}/preuve`,
  withdrawal: (base: string, id: AgreementId, evidence: string) =>
    `${of(base, id)}/preuves-declarees/${evidence}/retrait`,
  confirmation: (base: string, id: AgreementId, place: string) =>
    `${of(base, id)}/lieux/${place}/confirmation`,
  file: (base: string, id: AgreementId, file: string) => `${of(base, id)}/pieces/${file}`,
}
