import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const letterAddresses = {
  formalNotice: '/conventions/:id/mise-en-demeure',
  noticeOutcome: '/conventions/:id/mise-en-demeure/suite',
  termination: '/conventions/:id/resiliation',
  letterFact: '/conventions/:id/courrier',
  withdrawal: '/conventions/:id/denonciation/retrait',
} as const

/** `about`: the letter or the notice already chosen when the page opens. */
export const letterPaths = {
  formalNotice: (base: string, id: AgreementId) => `${base}/conventions/${id}/mise-en-demeure`,
  noticeOutcome: (base: string, id: AgreementId, about = '') =>
    `${base}/conventions/${id}/mise-en-demeure/suite${chosen('mise', about)}`,
  termination: (base: string, id: AgreementId, about = '') =>
    `${base}/conventions/${id}/resiliation${chosen('mise', about)}`,
  letterFact: (base: string, id: AgreementId, about = '') =>
    `${base}/conventions/${id}/courrier${chosen('lettre', about)}`,
  withdrawal: (base: string, id: AgreementId, about = '') =>
    `${base}/conventions/${id}/denonciation/retrait${chosen('lettre', about)}`,
}

function chosen(name: string, value: string): string {
  return value === '' ? '' : `?${new URLSearchParams({ [name]: value })}`
}
