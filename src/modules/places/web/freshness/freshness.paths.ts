import type { PlaceId } from '../../domain/place.ts'

export const freshnessRoutesOf = {
  toConfirm: '/lieux/a-confirmer',
  oneClick: '/lieux/confirmation/:jeton',
  board: '/lieux/fraicheur',
  boardFile: '/lieux/fraicheur.csv',
  case: '/lieux/fraicheur/:id',
  followUp: '/lieux/fraicheur/:id/suivi',
  exemption: '/lieux/fraicheur/:id/dispense',
  exemptionEnd: '/lieux/fraicheur/:id/dispense/fin',
  rule: '/reglages/fraicheur',
} as const

/** What the board is asked for, as its address says it. */
export interface BoardAsked {
  state: string
  department: string
  organisation: string
}

export const freshnessPaths = {
  /** The places I keep, and what they owe this semester. */
  toConfirm: (base: string) => `${base}/lieux/a-confirmer`,
  /** From a mail: one place, one click. */
  oneClick: (base: string, token: string) => `${base}/lieux/confirmation/${token}`,
  board: (base: string, asked: Partial<BoardAsked> = {}) => `${base}/lieux/fraicheur${queryOf(asked)}`,
  boardFile: (base: string, asked: Partial<BoardAsked> = {}) =>
    `${base}/lieux/fraicheur.csv${queryOf(asked)}`,
  case: (base: string, id: PlaceId) => `${base}/lieux/fraicheur/${id}`,
  followUp: (base: string, id: PlaceId) => `${base}/lieux/fraicheur/${id}/suivi`,
  exemption: (base: string, id: PlaceId) => `${base}/lieux/fraicheur/${id}/dispense`,
  exemptionEnd: (base: string, id: PlaceId) => `${base}/lieux/fraicheur/${id}/dispense/fin`,
  rule: (base: string) => `${base}/reglages/fraicheur`,
  /** The labels' own page, where the formal notice of a convention is prepared with its evidence. 000 art. 12. */
  notice: (base: string) => `${base}/labels/suivi`,
}

function queryOf({ state, department, organisation }: Partial<BoardAsked>): string {
  const query = new URLSearchParams()
  if (state) query.set('etat', state)
  if (department) query.set('departement', department)
  if (organisation) query.set('structure', organisation)
  return query.size > 0 ? `?${query}` : ''
}
