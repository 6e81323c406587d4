import type { Day } from '../../../../kernel/day.ts'
import type { LineId, ModelId, RequestId, UnitId } from '../../domain/equipment.ts'

export const borrowingRoutesOf = {
  catalogue: '/materiel',
  model: '/materiel/modeles/:modele',
  /** What everybody may look at. EQP-108. */
  publicCatalogue: '/materiel/public',
  publicModel: '/materiel/public/:modele',
  request: '/materiel/emprunter',
  requests: '/materiel/demandes',
  draft: '/materiel/demandes/:demande/reprendre',
  line: '/materiel/prets/:pret',
  withdrawal: '/materiel/prets/:pret/abandon',
  extension: '/materiel/prets/:pret/prolongation',
  displacement: '/materiel/prets/:pret/reprise',
  leaving: '/materiel/prets/:pret/attente/sortie',
  acceptance: '/materiel/prets/:pret/attente/acceptation',
  declining: '/materiel/prets/:pret/attente/refus',
  reexamination: '/materiel/prets/:pret/reexamen',
  outcome: '/materiel/prets/:pret/bilan',
  breakdown: '/materiel/prets/:pret/panne',
  emergency: '/materiel/prets/:pret/intervention',
  insurance: '/materiel/assurances',
  earlyReturn: '/materiel/prets/:pret/retour-anticipe',
  confirmation: '/materiel/prets/:pret/confirmation',
} as const

/** What is already known of a request: from the page of a model, or from a suggestion. */
export interface Asked {
  modele?: ModelId | string
  exemplaire?: UnitId | string
  nombre?: string
  du?: Day | string
  au?: Day | string
}

export type LineAct =
  | 'abandon'
  | 'prolongation'
  | 'reprise'
  | 'attente/sortie'
  | 'attente/acceptation'
  | 'attente/refus'
  | 'reexamen'
  | 'bilan'
  | 'panne'
  | 'intervention'
  | 'retour-anticipe'
  | 'confirmation'

export const borrowingPaths = {
  catalogue: (base: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`${base}/materiel`, asked),
  model: (base: string, id: ModelId, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`${base}/materiel/modeles/${id}`, asked),
  publicCatalogue: (base: string, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`${base}/materiel/public`, asked),
  publicModel: (base: string, id: ModelId, asked: Readonly<Record<string, string>> = {}) =>
    withQuery(`${base}/materiel/public/${id}`, asked),
  request: (base: string, asked: Asked = {}) => withQuery(`${base}/materiel/emprunter`, { ...asked }),
  requests: (base: string) => `${base}/materiel/demandes`,
  draft: (base: string, id: RequestId) => `${base}/materiel/demandes/${id}/reprendre`,
  line: (base: string, id: LineId) => `${base}/materiel/prets/${id}`,
  act: (base: string, id: LineId, act: LineAct) => `${base}/materiel/prets/${id}/${act}`,
  /** With the loan to cover, and to come back to. */
  insurance: (base: string, loan: LineId | '' = '') =>
    withQuery(`${base}/materiel/assurances`, { pret: loan }),
}

function withQuery(path: string, asked: Readonly<Record<string, string>>): string {
  const told = Object.entries(asked).filter(([, value]) => value !== '')
  return told.length === 0 ? path : `${path}?${new URLSearchParams(told)}`
}
