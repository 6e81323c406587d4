import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const historyRoutePaths = {
  history: '/conventions/:id/historique',
  correction: '/conventions/:id/actes/:acte/correction',
  reading: '/conventions/:id/lectures/:parametre',
} as const

export const historyPaths = {
  history: (base: string, id: AgreementId) => `${base}/conventions/${id}/historique`,
  /** The line of one act. */
  act: (base: string, id: AgreementId, act: string) => `${base}/conventions/${id}/historique#acte-${act}`,
  correction: (base: string, id: AgreementId, act: string) =>
    `${base}/conventions/${id}/actes/${act}/correction`,
  reading: (base: string, id: AgreementId, parameter: string) =>
    `${base}/conventions/${id}/lectures/${parameter}`,
}
