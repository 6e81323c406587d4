import type { Id } from '../../../../kernel/id.ts'

/** What the register is asked: a label by its code, a campaign by its year, and those of yesterday. */
export interface RegisterAsked {
  label?: string | undefined
  campagne?: number | undefined
  etat?: 'anciens' | undefined
  page?: number | undefined
}

export const routes = {
  register: '/labels',
  csv: '/labels/donnees.csv',
  json: '/labels/donnees.json',
  proof: '/l/:slug',
  jsonLd: '/l/:slug/donnees.jsonld',
  followUp: '/labels/suivi',
  notice: '/labels/suivi/conventions/:id/mise-en-demeure',
  address: '/labels/suivi/:id/adresse',
} as const

export const proofPaths = {
  register: (base: string, asked: RegisterAsked = {}) => `${base}/labels${queryOf(asked)}`,
  csv: (base: string, asked: RegisterAsked = {}) => `${base}/labels/donnees.csv${queryOf(asked)}`,
  json: (base: string, asked: RegisterAsked = {}) => `${base}/labels/donnees.json${queryOf(asked)}`,
  /** Of one award, for ever: a QR code leads there. */
  proof: (base: string, slug: string) => `${base}/l/${slug}`,
  jsonLd: (base: string, slug: string) => `${base}/l/${slug}/donnees.jsonld`,
  followUp: (base: string) => `${base}/labels/suivi`,
  notice: (base: string, agreement: Id<'agreement'>) =>
    `${base}/labels/suivi/conventions/${agreement}/mise-en-demeure`,
  address: (base: string, award: Id<'award'>) => `${base}/labels/suivi/${award}/adresse`,
}

function queryOf(asked: RegisterAsked): string {
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || (name === 'page' && value === 1) ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
