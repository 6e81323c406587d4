import type { Id } from '../../../../kernel/id.ts'

export const badgeRoutePaths = {
  issuer: '/badges/emetteur',
  key: '/badges/cles/:id',
  list: '/badges/etats/:id/:purpose{revocation|suspension}',
  holder: '/badges/titulaires/:id',
  achievement: '/badges/labels/:id',
  endorsement: '/badges/reconnaissances/:id',
  jwt: '/badges/:file{[^/]+\\.jwt}',
  json: '/badges/:file{[^/]+\\.json}',
  png: '/badges/:file{[^/]+\\.png}',
  svg: '/badges/:file{[^/]+\\.svg}',
  badge: '/badges/:id',
  /** The badge a label has now, whatever it was before. */
  current: '/l/:slug/badge',
  verify: '/verifier-un-badge',
  signs: '/attributions/:id/signes',
  sign: '/attributions/:id/signes/:signe',
  keys: '/reglages/badges',
  newKeys: '/reglages/badges/renouvellement',
  compromise: '/reglages/badges/cles/:id/compromission',
} as const

export type BadgeForm = 'jwt' | 'json' | 'png' | 'svg'

export const badgePaths = {
  badge: (base: string, id: Id<'badge'>) => `${base}/badges/${id}`,
  current: (base: string, slug: string) => `${base}/l/${slug}/badge`,
  file: (base: string, id: Id<'badge'>, form: BadgeForm) => `${base}/badges/${id}.${form}`,
  key: (base: string, id: Id<'badge-key'>) => `${base}/badges/cles/${id}`,
  verify: (base: string) => `${base}/verifier-un-badge`,
  /** A badge of this address is verified at once. */
  verifyAt: (base: string, address: string) =>
    `${base}/verifier-un-badge?${new URLSearchParams({ adresse: address })}`,
  signs: (base: string, award: Id<'award'>) => `${base}/attributions/${award}/signes`,
  sign: (base: string, award: Id<'award'>, file: string) => `${base}/attributions/${award}/signes/${file}`,
  keys: (base: string) => `${base}/reglages/badges`,
  newKeys: (base: string) => `${base}/reglages/badges/renouvellement`,
  compromise: (base: string, key: Id<'badge-key'>) => `${base}/reglages/badges/cles/${key}/compromission`,
}
