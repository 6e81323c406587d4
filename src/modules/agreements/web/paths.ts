import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { letterAddresses, letterPaths } from './letters/letters.paths.ts'

type AgreementId = Id<'agreement'>

export const routes = {
  today: '/aujourdhui',
  agreements: '/conventions',
  newAgreement: '/conventions/nouvelle',
  agreement: '/conventions/:id',
  draft: '/conventions/:id/projet',
  annex: '/conventions/:id/annexe',
  annexPlace: '/conventions/:id/annexe/:place/retrait',
  signature: '/conventions/:id/signature',
  denunciation: '/conventions/:id/denonciation',
  ...letterAddresses,
  pdf: '/conventions/:id/convention.pdf',
} as const

const of = (base: string, id: AgreementId) => `${base}/conventions/${id}`

export const paths = {
  today: (base: string) => `${base}/aujourdhui`,
  agreements: (base: string, filters: { q?: string; page?: number } = {}) =>
    `${base}/conventions${query(filters)}`,
  newAgreement: (base: string, template?: string) =>
    `${base}/conventions/nouvelle${query({ modele: template })}`,
  newAgreementWith: (base: string, partner: Id<'organisation'>) =>
    `${base}/conventions/nouvelle${query({ structure: partner })}`,
  agreement: (base: string, id: AgreementId, on?: Day) => `${of(base, id)}${query({ jour: on })}`,
  draft: (base: string, id: AgreementId) => `${of(base, id)}/projet`,
  annex: (base: string, id: AgreementId) => `${of(base, id)}/annexe`,
  annexPlace: (base: string, id: AgreementId, place: Id<'place'>) =>
    `${of(base, id)}/annexe/${place}/retrait`,
  signature: (base: string, id: AgreementId) => `${of(base, id)}/signature`,
  denunciation: (base: string, id: AgreementId) => `${of(base, id)}/denonciation`,
  ...letterPaths,
  pdf: (base: string, id: AgreementId) => `${of(base, id)}/convention.pdf`,
}

function query(parameters: Record<string, string | number | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
