import type { StandardColumn } from '../standard/standard-columns.ts'
import { formerTerm, isTermColumn, type TermColumn, wordKey, wordsOf } from './former-terms.ts'
import type { CellsOf } from './heading-guesses.ts'
import { guessedTerm } from './keywords.ts'
import type { Origin, SourceRow } from './mapping.ts'
import { tickColumns } from './tick-columns.ts'

/** Words of one list that a proposal looks at: beyond, the text is no list. */
const MOST_WORDS = 300

/**
 * The words of a source, those the standard does not know with what they seem to mean; null when fewer than this share of them
 * mean anything.
 */
export function termsFrom(
  column: TermColumn,
  headings: readonly string[],
  rows: readonly SourceRow[],
  least = 0,
): Origin | null {
  const values: Record<string, string> = {}
  const seen = new Set<string>()
  let understood = 0
  for (const row of rows) {
    for (const word of headings.flatMap((heading) => wordsOf(column, row[heading] ?? '', () => false))) {
      const key = wordKey(word)
      if (seen.has(key) || seen.size > MOST_WORDS) continue
      seen.add(key)
      const known = formerTerm(column, word)
      const guess = known === null ? guessedTerm(column, word) : null
      if (guess) values[key] = guess
      if (known || guess !== null) understood += 1
    }
  }
  const isUnderstood = rows.length === 0 || (understood > 0 && understood >= seen.size * least)
  return isUnderstood ? { kind: 'terms', from: headings, values } : null
}

type Columns = Partial<Record<StandardColumn, Origin>>

/** The columns to tick, added to what each list reads already. */
export function withTicks(columns: Columns, free: readonly string[], cellsOf: CellsOf): Columns {
  const found = { ...columns }
  for (const { heading, column, term } of tickColumns(free, cellsOf)) {
    const known = found[column]
    if (known !== undefined && !(known.kind === 'terms' && isTermColumn(column))) continue
    const { from, values, ticks } = known ?? { from: [], values: {} }
    found[column] = { kind: 'terms', from, values, ticks: { ...ticks, [heading]: term } }
  }
  return found
}
