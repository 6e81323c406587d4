import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const amendmentRoutesOf = {
  consolidated: '/conventions/:id/texte',
  request: '/conventions/:id/avenants/demande',
  drafting: '/conventions/:id/avenants/nouveau',
  amendment: '/conventions/:id/avenants/:numero',
  terms: '/conventions/:id/avenants/:numero/termes',
  clause: '/conventions/:id/avenants/:numero/articles/:cle',
  places: '/conventions/:id/avenants/:numero/lieux',
  addedPlace: '/conventions/:id/avenants/:numero/lieux/ajout',
  signature: '/conventions/:id/avenants/:numero/signature',
} as const

const one = (base: string, id: AgreementId, number: number | string) =>
  `${base}/conventions/${id}/avenants/${number}`

export const amendmentPaths = {
  /** The text, the terms and the places in force on a day; today when it is left out. */
  consolidated: (base: string, id: AgreementId, on?: Day) =>
    `${base}/conventions/${id}/texte${on ? `?jour=${on}` : ''}`,
  request: (base: string, id: AgreementId) => `${base}/conventions/${id}/avenants/demande`,
  drafting: (base: string, id: AgreementId) => `${base}/conventions/${id}/avenants/nouveau`,
  amendment: one,
  terms: (base: string, id: AgreementId, number: number) => `${one(base, id, number)}/termes`,
  clause: (base: string, id: AgreementId, number: number, key: string) =>
    `${one(base, id, number)}/articles/${key}`,
  places: (base: string, id: AgreementId, number: number, q = '') =>
    `${one(base, id, number)}/lieux${q ? `?q=${encodeURIComponent(q)}` : ''}`,
  addedPlace: (base: string, id: AgreementId, number: number, q = '') =>
    `${one(base, id, number)}/lieux/ajout${q ? `?q=${encodeURIComponent(q)}` : ''}`,
  signature: (base: string, id: AgreementId, number: number) => `${one(base, id, number)}/signature`,
}
