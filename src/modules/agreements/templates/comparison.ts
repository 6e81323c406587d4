import type { Terms } from '../domain/terms.ts'
import type { Clause } from './template.ts'
import { TERM_SUMMARIES, type TermName } from './term-summary.ts'

/** What one expects to find in an agreement, and looks for in vain in several of the originals. */
export type ExpectedClause =
  | 'termination'
  | 'denunciation'
  | 'data-protection'
  | 'dispute'
  | 'committee'
  | 'renewal'

/** A template, or the agreement drawn from one. */
export interface Compared {
  readonly terms: Terms
  readonly clauses: readonly Pick<Clause, 'key' | 'title'>[]
}

const IS_PRESENT: Readonly<Record<ExpectedClause, (compared: Compared) => boolean>> = {
  termination: ({ terms }) => terms.formalNotice !== null,
  denunciation: ({ terms }) => terms.denunciation !== null,
  'data-protection': ({ clauses }) => clauses.some(isAboutPersonalData),
  dispute: ({ terms }) => terms.dispute !== null,
  committee: ({ terms }) => terms.committee !== null,
  // « May be renewed if agreed » does not say how.
  renewal: ({ terms }) => terms.renewal.mode !== 'none_unless_agreed',
}

/** What one expects, in the order of the checklist. */
export const EXPECTED_CLAUSES = Object.keys(IS_PRESENT) as ExpectedClause[]

/** The expected clauses it does not have. It states, it does not score (AGR-10). */
export function absentClauses(compared: Compared): ExpectedClause[] {
  return EXPECTED_CLAUSES.filter((clause) => !IS_PRESENT[clause](compared))
}

/** A network may give the clause a key and a title of its own. */
function isAboutPersonalData({ key, title }: Pick<Clause, 'key' | 'title'>): boolean {
  return key === 'donnees-personnelles' || /donn[ée]es.*personnel/i.test(title)
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
