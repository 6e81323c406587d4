import type { Id } from '../../../../kernel/id.ts'

type ReportId = Id<'error-report'>

export const reportRoutesOf = {
  new: '/lieux/:slug/signaler',
  tracking: '/lieux/suivi-signalement/:jeton',
  reports: '/lieux/signalements',
  report: '/lieux/signalements/:id',
} as const

export const reportPaths = {
  new: (base: string, slug: string) => `${base}/lieux/${slug}/signaler`,
  /** For whoever sent it, and nobody else. */
  tracking: (base: string, reference: string) => `${base}/lieux/suivi-signalement/${reference}`,
  reports: (base: string, { closed = false } = {}) =>
    `${base}/lieux/signalements${closed ? '?etat=clos' : ''}`,
  report: (base: string, id: ReportId) => `${base}/lieux/signalements/${id}`,
}
