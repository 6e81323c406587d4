import type { Terms } from '../domain/terms.ts'
import type { Template } from './template.ts'
import { TERM_SUMMARIES, type TermName } from './term-summary.ts'

/** What one expects to find in an agreement, and looks for in vain in several of the originals. */
export type ExpectedClause =
  | 'termination'
  | 'denunciation'
  | 'data-protection'
  | 'dispute'
  | 'committee'
  | 'renewal'

const IS_PRESENT: Readonly<Record<ExpectedClause, (template: Template) => boolean>> = {
  termination: ({ terms }) => terms.formalNotice !== null,
  denunciation: ({ terms }) => terms.denunciation !== null,
  'data-protection': ({ clauses }) => clauses.some(({ key }) => key === 'donnees-personnelles'),
  dispute: ({ terms }) => terms.dispute !== null,
  committee: ({ terms }) => terms.committee !== null,
  // « May be renewed if agreed » does not say how.
  renewal: ({ terms }) => terms.renewal.mode !== 'none_unless_agreed',
}

/** The expected clauses a template does not have. It states, it does not score (AGR-10). */
export function absentClauses(template: Template): ExpectedClause[] {
  const expected = Object.keys(IS_PRESENT) as ExpectedClause[]
  return expected.filter((clause) => !IS_PRESENT[clause](template))
}

export interface TermDifference {
  readonly term: TermName
  readonly here: string
  readonly there: string
}

/** Term by term, in words, what `terms` say otherwise than `reference`. */
export function differingTerms(terms: Terms, reference: Terms): TermDifference[] {
  const names = Object.keys(TERM_SUMMARIES) as TermName[]
  return names
    .map((term) => ({
      term,
      here: TERM_SUMMARIES[term].say(terms),
      there: TERM_SUMMARIES[term].say(reference),
    }))
    .filter(({ here, there }) => here !== there)
}
