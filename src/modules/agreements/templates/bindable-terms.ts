import type { Terms } from '../domain/terms.ts'

/** The terms a clause may write, in the order of a convention. */
export const BINDABLE_TERMS = [
  'parties',
  'entry',
  'initialYears',
  'renewal',
  'denunciation',
  'formalNotice',
  'labelLoss',
  'amendmentRequest',
  'amendmentEffect',
  'dispute',
  'committee',
  'governance',
  'communication',
  'placeUpdate',
  'lending',
] as const satisfies readonly (keyof Terms)[]

export type BindableTerm = (typeof BINDABLE_TERMS)[number]

/** The mark that writes a term; those without one are written in prose. */
export const MARK_OF_TERM: Readonly<Partial<Record<BindableTerm, string>>> = {
  entry: 'termes.entree_en_vigueur',
  initialYears: 'termes.duree',
  renewal: 'termes.reconduction',
  denunciation: 'termes.denonciation',
  formalNotice: 'termes.resiliation',
  labelLoss: 'termes.perte_label',
  amendmentRequest: 'termes.demande_avenant',
  amendmentEffect: 'termes.effet_avenant',
  dispute: 'termes.litiges',
  committee: 'termes.reunions',
  placeUpdate: 'termes.mise_a_jour',
}

/** Does the template have that clause at all? */
export function hasTerm(terms: Terms, term: BindableTerm): boolean {
  return terms[term] !== null && terms[term] !== undefined
}

/** The term that a mark writes; null for the number of originals, which every text may say. */
export function termOfMark(mark: string): BindableTerm | null {
  return BINDABLE_TERMS.find((term) => MARK_OF_TERM[term] === mark) ?? null
}

export function isBindable(path: string): path is BindableTerm {
  return (BINDABLE_TERMS as readonly string[]).includes(path)
}
