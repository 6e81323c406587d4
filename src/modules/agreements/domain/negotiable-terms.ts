import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { AMENDABLE_TERMS, type AmendableTerm, figureOf } from './amendment-draft.ts'
import { withOverrides } from './overrides.ts'
import { parseTerms } from './terms.schema.ts'
import type { Terms } from './terms.ts'

export interface NegotiableTerm {
  readonly term: AmendableTerm
  /** In years, months or days, as the term counts. */
  readonly figure: number
}

/** The figures a clause writes that the parties may agree to change, as they stand. */
export function negotiableTerms(terms: Terms, { binds }: { binds: readonly string[] }): NegotiableTerm[] {
  return AMENDABLE_TERMS.flatMap((term) => {
    const figure = binds.includes(term.split('.')[0] ?? '') ? figureOf(terms, term) : null
    return figure === null ? [] : [{ term, figure }]
  })
}

/** The terms with that figure: every clause that writes it reads anew. Refused when they would not hold together. */
export function withFigure(
  terms: Terms,
  term: AmendableTerm,
  figure: number,
): Terms | Refusal<'invalid-terms'> {
  const read = parseTerms(withOverrides(terms, { [term]: figure }))
  return isRefusal(read) ? refuse('invalid-terms', read.details) : read
}
