import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const committeeRoutesOf = {
  newMeeting: '/conventions/:id/reunions/nouvelle',
  meeting: '/conventions/:id/reunions/:reunion',
  decision: '/conventions/:id/reunions/:reunion/decision',
  minutes: '/conventions/:id/reunions/:reunion/compte-rendu',
  answer: '/conventions/:id/reunions/:reunion/avis',
} as const

const one = (base: string, id: AgreementId, meeting: string) =>
  `${base}/conventions/${id}/reunions/${meeting}`

export const committeePaths = {
  newMeeting: (base: string, id: AgreementId) => `${base}/conventions/${id}/reunions/nouvelle`,
  meeting: one,
  decision: (base: string, id: AgreementId, meeting: string) => `${one(base, id, meeting)}/decision`,
  minutes: (base: string, id: AgreementId, meeting: string) => `${one(base, id, meeting)}/compte-rendu`,
  answer: (base: string, id: AgreementId, meeting: string) => `${one(base, id, meeting)}/avis`,
}
