import type { Id } from '../../../../kernel/id.ts'

export const takeoverRoutePaths = {
  takeover: '/conventions/reprise',
  imports: '/conventions/reprise/imports',
  import: '/conventions/reprise/imports/:id',
  confirmation: '/conventions/reprise/imports/:id/enregistrement',
  model: '/conventions/reprise/modele.csv',
  document: '/conventions/:id/document-signe',
} as const

export const takeoverPaths = {
  takeover: (base: string) => `${base}/conventions/reprise`,
  /** For a partner that is known already. */
  takeoverWith: (base: string, partner: Id<'organisation'>) =>
    `${base}/conventions/reprise?structure=${partner}`,
  imports: (base: string) => `${base}/conventions/reprise/imports`,
  import: (base: string, id: Id<'takeover-import'>) => `${base}/conventions/reprise/imports/${id}`,
  confirmation: (base: string, id: Id<'takeover-import'>) =>
    `${base}/conventions/reprise/imports/${id}/enregistrement`,
  model: (base: string) => `${base}/conventions/reprise/modele.csv`,
  document: (base: string, id: Id<'agreement'>) => `${base}/conventions/${id}/document-signe`,
}
