import type { Terms } from '../domain/terms.ts'
import { CANOPE } from './canope.ts'
import { CINOV_IT } from './cinov-it.ts'
import { NORMANDIE_CONNECTEE } from './normandie-connectee.ts'
import { type Template, termsWithArticles } from './template.ts'
import { TERRITOIRES_APPRENANTS } from './territoires-apprenants.ts'
import { VILLES_INTERNET } from './villes-internet.ts'

/** The five reference templates, seeds 000 to 004. */
export const REFERENCE_TEMPLATES: readonly Template[] = [
  NORMANDIE_CONNECTEE,
  CANOPE,
  TERRITOIRES_APPRENANTS,
  VILLES_INTERNET,
  CINOV_IT,
]

/** The terms of the five reference agreements by template id, each with its articles. AGR-12. */
export const REFERENCE_TERMS: Readonly<Record<string, Terms>> = Object.fromEntries(
  REFERENCE_TEMPLATES.map((template) => [template.id, termsWithArticles(template)]),
)
