import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const boardRoutePaths = {
  board: '/conventions/echeances',
  boardCsv: '/conventions/echeances.csv',
  calendar: '/conventions/echeances.ics',
  feeds: '/conventions/echeances/abonnements',
  feedEnd: '/conventions/echeances/abonnements/:id/retrait',
  renewals: '/conventions/reconductions',
  simulation: '/conventions/:id/simulation',
  readings: '/conventions/:id/lectures',
  register: '/conventions-du-reseau',
  registerCsv: '/conventions-du-reseau.csv',
} as const

/** What the address of the board asks. */
export interface BoardAsked {
  theme?: string | undefined
  qui?: string | undefined
  q?: string | undefined
  periode?: string | undefined
  retard?: string | undefined
  page?: number | undefined
}

export interface SimulationAsked {
  acte?: string | undefined
  date?: Day | undefined
  partie?: string | undefined
}

export const boardPaths = {
  board: (base: string, asked: BoardAsked = {}) => `${base}/conventions/echeances${query(asked)}`,
  boardCsv: (base: string, asked: BoardAsked = {}) => `${base}/conventions/echeances.csv${query(asked)}`,
  calendar: (base: string, token: string) => `${base}/conventions/echeances.ics${query({ jeton: token })}`,
  feeds: (base: string) => `${base}/conventions/echeances/abonnements`,
  feedEnd: (base: string, id: Id<'feed'>) => `${base}/conventions/echeances/abonnements/${id}/retrait`,
  renewals: (base: string, asked: { q?: string; page?: number } = {}) =>
    `${base}/conventions/reconductions${query(asked)}`,
  simulation: (base: string, id: AgreementId, asked: SimulationAsked = {}) =>
    `${base}/conventions/${id}/simulation${query({ ...asked })}`,
  readings: (base: string, id: AgreementId) => `${base}/conventions/${id}/lectures`,
  register: (base: string, asked: { q?: string; etat?: string; page?: number } = {}) =>
    `${base}/conventions-du-reseau${query(asked)}`,
  registerCsv: (base: string, asked: { q?: string; etat?: string } = {}) =>
    `${base}/conventions-du-reseau.csv${query(asked)}`,
}

function query(parameters: object): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
