import { type Listing, listingQuery, nothingAsked } from '../directory/listing.ts'

/** The four questions, in the order in which they are asked. */
export const STEPS = ['besoin', 'accueil', 'moment', 'secteur'] as const
export type Step = (typeof STEPS)[number]

export const orientationRoutesOf = {
  start: '/fiche-orientation',
  care: '/fiche-orientation/accueil',
  moment: '/fiche-orientation/moment',
  area: '/fiche-orientation/secteur',
  places: '/fiche-orientation/lieux',
  followed: '/fiche-orientation/suivie',
  followUps: '/fiche-orientation/suivis',
  followUp: '/fiche-orientation/suivis/:id',
  correction: '/fiche-orientation/suivis/:id/correction',
  settings: '/reglages/orientation',
} as const

export const orientationPaths = {
  start: (base: string) => `${base}/fiche-orientation`,
  /** One question, with what was answered before. */
  step: (base: string, step: Step, asked: Partial<Listing> = {}) =>
    `${base}/fiche-orientation${step === 'besoin' ? '' : `/${step}`}${queryOf(asked)}`,
  places: (base: string, asked: Partial<Listing> = {}) => `${base}/fiche-orientation/lieux${queryOf(asked)}`,
  /** The same sheet, of which who came is kept for a while. */
  followed: (base: string, asked: Partial<Listing> = {}) =>
    `${base}/fiche-orientation/suivie${queryOf(asked)}`,
  followUps: (base: string) => `${base}/fiche-orientation/suivis`,
  followUp: (base: string, id: string) => `${base}/fiche-orientation/suivis/${id}`,
  correction: (base: string, id: string) => `${base}/fiche-orientation/suivis/${id}/correction`,
  settings: (base: string) => `${base}/reglages/orientation`,
}

function queryOf(asked: Partial<Listing>): string {
  return listingQuery({ ...nothingAsked, ...asked })
}
