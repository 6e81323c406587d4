import type { Terms } from '../domain/terms.ts'
import { NORMANDIE_CONNECTEE } from './normandie-connectee.ts'
import { CANOPE_TERMS, CINOV_IT_TERMS, VILLES_INTERNET_TERMS } from './reference-terms.ts'
import { type Template, termsWithArticles } from './template.ts'
import { TERRITOIRES_APPRENANTS } from './territoires-apprenants.ts'

/** The templates an agreement can be drawn from. */
export const REFERENCE_TEMPLATES: readonly Template[] = [NORMANDIE_CONNECTEE, TERRITOIRES_APPRENANTS]

/** The terms of the five reference agreements by template id, each with its articles. AGR-12. */
export const REFERENCE_TERMS: Readonly<Record<string, Terms>> = {
  'normandie-connectee': termsWithArticles(NORMANDIE_CONNECTEE),
  canope: CANOPE_TERMS,
  'territoires-apprenants': termsWithArticles(TERRITOIRES_APPRENANTS),
  'villes-internet': VILLES_INTERNET_TERMS,
  'cinov-it': CINOV_IT_TERMS,
}
