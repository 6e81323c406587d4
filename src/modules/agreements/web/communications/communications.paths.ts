import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const communicationRoutesOf = {
  request: '/conventions/:id/communications/nouvelle',
  communication: '/conventions/:id/communications/:communication',
  answer: '/conventions/:id/communications/:communication/reponse',
  report: '/conventions/:id/communications/:communication/bilan',
} as const

const one = (base: string, id: AgreementId, communication: string) =>
  `${base}/conventions/${id}/communications/${communication}`

export const communicationPaths = {
  request: (base: string, id: AgreementId) => `${base}/conventions/${id}/communications/nouvelle`,
  communication: one,
  answer: (base: string, id: AgreementId, communication: string) => `${one(base, id, communication)}/reponse`,
  report: (base: string, id: AgreementId, communication: string) => `${one(base, id, communication)}/bilan`,
}
